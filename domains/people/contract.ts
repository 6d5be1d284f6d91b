import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { idOf } from '#platform/ids/index.ts'

export const PersonId = idOf('PersonId')
export type PersonId = z.infer<typeof PersonId>

/** Broad, as everything is that is counted. */
export const AgeGroup = z.enum(['0-17', '18-34', '35-59', '60+'])
export type AgeGroup = z.infer<typeof AgeGroup>

/** Who lives with the person, where they did not ask for anything themselves: how many, and nothing else of them. */
export const Housemates = z.object({ ageGroup: AgeGroup, sex: z.enum(['female', 'male']), count: z.int().min(1).max(20) })
export type Housemates = z.infer<typeof Housemates>

export const savePerson = operation({
  id: 'people.save',
  method: 'POST',
  path: '/api/people/:person',
  may: ['case-worker', 'supervisor'],
  params: z.object({ person: PersonId }),
  body: z.object({
    revision: z.int(),
    address: z.string().trim().max(300).nullable().optional(),
    quarter: z.string().trim().max(60).nullable().optional(),
    /** A secret word that the person chose in person: the second thing without which their file stays closed. */
    secret: z.string().trim().min(4).max(60).optional(),
  }),
  ok: z.object({ id: PersonId, revision: z.int() }),
  problems: ['record.not-found', 'request.stale'],
  offline: 'never',
  summary: 'Write down an address, a quarter, or the secret word that the person chose',
})

export const saveHousehold = operation({
  id: 'people.save-household',
  method: 'POST',
  path: '/api/people/:person/household',
  may: ['case-worker', 'supervisor'],
  params: z.object({ person: PersonId }),
  body: z.object({ revision: z.int(), household: z.array(Housemates).max(8) }),
  ok: z.object({ id: PersonId, revision: z.int() }),
  problems: ['record.not-found', 'request.stale'],
  offline: 'never',
  summary: 'How many of which age group and sex live with the person; they are named nowhere, and it opens no door to them',
})
