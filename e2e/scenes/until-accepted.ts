import type { Page } from 'playwright-core'
import { phone, type OpenOptions, type Stage } from '#e2e/actors.ts'
import { addNeed, openCase, openFile, recordConsent, refer, writeAddress } from './casework.ts'
import { acceptOffer, acceptVisit, releaseOffer } from './network.ts'
import { askForHelp, type Asking } from './person.ts'

export const address = 'کوچهٔ نارون، پلاک ۱۲'

/** A journey in the middle: everybody's page as it stands, and what each of them was shown. */
export interface Underway {
  readonly code: string
  readonly person: Page
  readonly casework: Page
  readonly coordinator: Page
  readonly volunteer: Page
  /** By who saw it: the dialog of the referral, the proposal, the group's offer, the volunteer's offer. */
  readonly shown: Readonly<Record<'dialog' | 'proposal' | 'offer' | 'phone', string>>
}

/** Up to the volunteer's yes: six people, each with a page of their own. */
export const untilAccepted = async (stage: Stage, asking: Asking, theme: OpenOptions['theme'] = 'light'): Promise<Underway> => {
  const onPhone = { size: phone, theme }
  const person = await stage.open(undefined, '/ask', onPhone)
  const code = await askForHelp(stage, person, asking)
  await openCase(stage, await stage.open('clerk', '/staff/inbox', { theme }), asking.familyName)
  const casework = await stage.open('case-worker', '/staff/cases', { theme })
  await openFile(casework, asking.familyName)
  await addNeed(stage, casework)
  await writeAddress(stage, casework, address)
  await recordConsent(stage, casework)
  const dialog = await refer(stage, casework)
  await stage.look(casework, 'case')
  const proposal = await releaseOffer(stage, await stage.open('liaison', '/staff/board', { theme }))
  const coordinator = await stage.open('coordinator', '/staff/offers', { theme })
  const offer = await acceptOffer(stage, coordinator)
  const volunteer = await stage.open('volunteer', '/v', onPhone)
  const onThePhone = await acceptVisit(stage, volunteer)
  return { code, person, casework, coordinator, volunteer, shown: { dialog, proposal, offer, phone: onThePhone } }
}
