import type { Dataset, Text } from '#domains/observatory/formats/dataset.ts'
import type { JsonStatOptions } from './dataset.ts'

/** A JSON-stat 2.0 collection: what there is, and where. */
export const jsonStatCollectionOf = (
  name: Text,
  items: readonly { readonly dataset: Dataset; readonly href: string }[],
  { language, href }: JsonStatOptions,
) => ({
  version: '2.0',
  class: 'collection',
  href,
  label: name[language],
  updated: items.map(({ dataset }) => dataset.release.releasedAt).sort().at(-1),
  link: {
    item: items.map((item) => ({
      class: 'dataset',
      href: item.href,
      label: item.dataset.name[language],
      updated: item.dataset.release.releasedAt,
      extension: { id: item.dataset.id, release: item.dataset.release.number, hash: item.dataset.release.hash },
    })),
  },
})
