import { anyone } from '#platform/actor/index.ts'
import { isNotModified, revalidated } from '#platform/http/caching.ts'
import type { DocumentAnswer, DocumentRequest } from '#platform/http/documents.ts'
import type { House } from '#platform/command/index.ts'
import { inTransaction, wallOf } from '#platform/db/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { catalogueOf, DCAT_TYPE, type CatalogueItem } from '#domains/observatory/formats/index.ts'
import { hashOf, sha256Of } from './manifest.ts'
import { AGENCY } from './publisher.ts'
import * as store from './store.ts'
import { datasetFrom } from './write.ts'

const TITLE = { fa: 'انتشارهای آماری همیار', en: 'Statistical releases of Hamyar' }
const DESCRIPTION = {
  fa: 'همهٔ آنچه منتشر شده است، با هر ویرایش و اثر انگشت هر پرونده. آنچه پیش‌تر منتشر شده سر جای خود می‌ماند.',
  en: 'Everything that was released, with every vintage and the fingerprint of every file. What was out stays where it is.',
}

const read = async (house: House): Promise<{ readonly items: CatalogueItem[]; readonly base: string; readonly at: string }> => {
  const { result } = await inTransaction(house.pool, { wall: wallOf(anyone, house.clock.now()), wait: false }, async (tx) => {
    const records = await store.signedReleases(tx)
    const items: CatalogueItem[] = []
    for (const { id, manifest, frozen } of records) {
      const [content, files] = await Promise.all([store.contentOfRelease(tx, id), store.filesOfRelease(tx, id)])
      if (content === undefined || manifest === null) throw new Error(`the release ${id} is out and has no content`)
      items.push({
        dataset: datasetFrom(content, manifest),
        distributions: files.map(({ name, title, mediaType, conformsTo, sha256, size }) => ({
          title, mediaType, sha256, bytes: size, url: `${frozen.base}${name}`, ...(conformsTo === null ? {} : { conformsTo }),
        })),
      })
    }
    const last = records.at(-1)
    return { result: { items, base: last?.frozen.base ?? '', at: last?.manifest?.release.releasedAt ?? '' } }
  })
  return result
}

/** The DCAT 3 catalogue of everything that is out. */
export const answerCatalogue = async (house: House, request: DocumentRequest): Promise<DocumentAnswer> => {
  const { items, base, at } = await read(house)
  if (items.length === 0) throw new Problem('record.not-found')
  const hash = hashOf(items.map(({ dataset }) => dataset.release.hash))
  const headers = revalidated({ tag: sha256Of(hash).slice(0, 32), at })
  if (isNotModified(request, headers)) return { status: 304, headers: { ...headers } }
  return { status: 200, headers: { ...headers, 'content-type': DCAT_TYPE }, body: JSON.stringify(catalogueOf({ base, title: TITLE, description: DESCRIPTION, publisher: AGENCY, items })) }
}
