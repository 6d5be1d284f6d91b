import { approve, refuse } from './approve.ts'
import { accept, arriveAtVisit, decline, report, setOutForVisit } from './commands.ts'
import { aheadOfUnit, mine, ofCase, ofUnit } from './queries.ts'
import { record, see } from './call-backs/commands.ts'
import { callBack, callBacks, sharedPhones } from './call-backs/queries.ts'

export const routes = [mine, accept, decline, approve, refuse, setOutForVisit, arriveAtVisit, report, ofCase, ofUnit, aheadOfUnit, callBacks, callBack, record, sharedPhones, see]
