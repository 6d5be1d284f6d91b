import { findVolunteer } from '#domains/network/index.ts'
import { countryPack } from '#countries/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import { sendMessage } from '#platform/messages/index.ts'
import { formatter, say } from '#platform/words/index.ts'
import { words } from './words.ts'

/** The domain's sentences in the country's own language: messages go to people who chose none. */
export const texts = ({ country }: WriteScope) => {
  const pack = countryPack(country)
  const [language = 'en'] = pack.languages
  return say(words, language, formatter(language, { timeZone: pack.timeZone }))
}

export const tellVolunteer = async (scope: WriteScope, volunteerId: string, purpose: string, text: string): Promise<void> => {
  scope.admit(`volunteer:${volunteerId}`)
  const volunteer = await findVolunteer(scope.tx, volunteerId)
  if (volunteer?.contact === null || volunteer === undefined) return
  const { phone } = JSON.parse(scope.keys.open(volunteer.home, volunteer.contact)) as { phone?: string }
  if (phone === undefined) return
  sendMessage(scope, { home: volunteer.home, channel: 'sms', to: phone, purpose, text })
}

export const sayCompanionSought = (scope: WriteScope, volunteerId: string): Promise<void> =>
  tellVolunteer(scope, volunteerId, 'companion-sought', texts(scope).smsCompanion)
