import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'

export const About = z.object({
  /** Code of the country pack. */
  country: z.string(),
  countryNameFa: z.string(),
  countryNameEn: z.string(),
  /** Telephone for immediate danger; of the country pack, else the agency's own line; null where there is neither. */
  dangerNumber: z.string().nullable(),
  /** Whoever is younger is a child, to whom volunteers go in twos. */
  ageOfMajority: z.int(),
  timeZone: z.string(),
  /** The calendar that the country's own rules count in, whatever language a reader has. */
  calendar: z.enum(['persian', 'gregorian']),
  languages: z.array(z.enum(['fa', 'en'])),
  /** Languages that people and volunteers speak here, in the pack's own words: browsers differ in theirs. */
  spokenLanguages: z.array(z.object({ code: z.string(), nameFa: z.string(), nameEn: z.string() })),
  /** Everything shown is synthetic. */
  demonstration: z.boolean(),
  version: z.string(),
  /** What help can be asked for: the country pack's allow-list, with the pictogram that stands for it. */
  needKinds: z.array(
    z.object({
      code: z.string(),
      nameFa: z.string(),
      nameEn: z.string(),
      pictogram: z.string(),
      /** Usual length of a visit. */
      minutes: z.int(),
      /** Which visits take two volunteers together; for a child always. */
      pair: z.enum(['never', 'first-visit', 'every-visit']),
    }),
  ),
})
export type About = z.infer<typeof About>

export const getAbout = operation({
  id: 'about.get',
  method: 'GET',
  path: '/api/about',
  may: 'anyone',
  ok: About,
  problems: [],
  offline: 'never',
  summary: 'What this installation says of itself: country, danger number, whether its data is synthetic',
})
