import { countryPack } from '#countries/index.ts'
import { findUnit, findVolunteer } from '#domains/network/store.ts'
import type { WriteScope } from '#platform/command/index.ts'
import type { Payload } from '#platform/jobs/index.ts'
import { sendMessage } from '#platform/messages/index.ts'
import { say } from '#platform/words/index.ts'
import { words } from '#domains/network/words.ts'

/** Whoever has no page open learns of it by a message: where they are now, or that they may choose. */
export const tellGroupEnded = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const { tx, keys, audit, country, publicUrl } = scope
  const volunteer = await findVolunteer(tx, String(payload['volunteer']))
  const closed = await findUnit(tx, String(payload['unit']))
  if (volunteer === undefined || closed === undefined) return
  audit(volunteer.id, { home: volunteer.home, unit: closed.id })
  const { phone } = volunteer.contact === null ? {} : (JSON.parse(keys.open(volunteer.home, volunteer.contact)) as { phone?: string })
  if (phone === undefined) return
  const [language] = countryPack(country).languages
  const name = (unit: { name_fa: string; name_en: string }) => (language === 'fa' ? unit.name_fa : unit.name_en)
  const t = say(words, language)
  const now = volunteer.unit === closed.id ? undefined : await findUnit(tx, volunteer.unit)
  const link = publicUrl === undefined ? '' : ` ${publicUrl}/v/group`
  const text = now === undefined ? t.smsChoose({ from: name(closed), link }) : t.smsMoved({ from: name(closed), to: name(now) })
  sendMessage(scope, { home: volunteer.home, channel: 'sms', to: phone, purpose: 'group-closed', text })
}
