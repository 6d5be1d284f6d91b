import { askForHelp } from './ask.ts'
import { confirm, myFile, open, status, withdraw } from './follow.ts'
import { get, inbox, workers } from './inbox/queries.ts'
import { answer, confirmHere, look } from './on-behalf/own-word.ts'
import { raise } from './inbox/raise.ts'
import { decide, undo } from './inbox/triage.ts'

export const routes = [askForHelp, status, open, myFile, withdraw, confirm, inbox, get, workers, decide, raise, undo, look, answer, confirmHere]
