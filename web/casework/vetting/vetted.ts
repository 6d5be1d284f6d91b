import type { Answer } from '#web/api/index.ts'

export type VettedGroup = Answer<'network.vetting'>
export type Vetted = VettedGroup['volunteers'][number]

export const nameOf = ({ givenName, familyName }: Vetted) => `${givenName} ${familyName}`
