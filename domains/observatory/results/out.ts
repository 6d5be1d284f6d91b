import type { ReadScope } from '#platform/command/index.ts'
import { asOfDay } from '#domains/observatory/releases/content.ts'
import { present } from '#domains/observatory/releases/present.ts'
import * as releases from '#domains/observatory/releases/store.ts'
import type { Cube } from './cube.ts'

/** What is out, from the oldest. Whoever signs releases sees no more here than anybody. */
export const releasesOut = async ({ tx, now }: Pick<ReadScope, 'tx' | 'now'>): Promise<releases.ReleaseRecord[]> =>
  (await releases.signedReleases(tx)).filter(({ releasesAt }) => releasesAt <= now)

const toTheSecond = (moment: Date): string => `${moment.toISOString().slice(0, 19)}Z`

/** When it went out, what it knew, and what it changed of the one before. `measures` lends the names. */
export const vintageOf = ({ number, releasesAt, asOf, scheduled, frozen, manifest }: releases.ReleaseRecord, { measures }: Pick<Cube, 'measures'>) => {
  const { revision } = present(manifest ?? undefined, 'the manifest of what is out').release
  const name = (id: string) => measures.find((measure) => measure.id === id)?.label ?? { fa: id, en: id }
  return {
    number,
    releasedAt: toTheSecond(releasesAt),
    asOf: asOfDay(asOf, frozen.country),
    scheduled,
    revises:
      revision === null || frozen.revises === null
        ? null
        : {
            ...frozen.revises,
            reasonFa: revision.reason.fa,
            reasonEn: revision.reason.en,
            nowHidden: revision.nowHidden,
            size: revision.size.map(({ measure, ...changed }) => ({ indicator: measure, nameFa: name(measure).fa, nameEn: name(measure).en, ...changed })),
          },
  }
}

/** The newest release of each dataset, in the order in which the datasets first went out. */
export const newestOfEach = (out: readonly releases.ReleaseRecord[]): releases.ReleaseRecord[] =>
  [...new Map(out.map((record) => [record.dataset, record])).values()]
