import { accept, approve, arriveAtVisit, decline, refuse, report, setOutForVisit } from './commands.ts'
import { mine, ofCase, ofUnit } from './queries.ts'

export const routes = [mine, accept, decline, approve, refuse, setOutForVisit, arriveAtVisit, report, ofCase, ofUnit]
