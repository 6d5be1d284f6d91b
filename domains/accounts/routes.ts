import { end as endAppointment, letIn, make, stop } from './appointments/commands.ts'
import { list as listAccounts, units } from './appointments/queries.ts'
import { enter, list as listDemonstration } from './demonstration.ts'
import { choose, end as endSession, leave, me, sessions } from './me.ts'
import { agree, list as listProposals, refuse } from './proposals/decide.ts'
import { ask } from './recovery.ts'
import { finish } from './sign-in/finish.ts'
import { start } from './sign-in/start.ts'

export const routes = [
  me,
  start,
  finish,
  leave,
  choose,
  sessions,
  endSession,
  listDemonstration,
  enter,
  ask,
  listProposals,
  agree,
  refuse,
  listAccounts,
  units,
  make,
  endAppointment,
  stop,
  letIn,
]
