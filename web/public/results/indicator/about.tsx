import { periodOfCode } from '#engines/calendar/index.ts'
import { Copyable } from '#web/public/results/copyable.tsx'
import { longPeriod, type Result } from '#web/public/results/said.ts'
import { Facts, Icon, More, Share, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { resultWords } from './words.ts'

/** The first definitions hold for everything that was ever counted. */
const EVER = periodOfCode('P1300').start

/** What the numbers count, by the definition they were made by. */
export function Definition({ result: { definition, version, release } }: { result: Result }) {
  const t = useWords(resultWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const pick = (fa: string, en: string) => (language === 'fa' ? fa : en)
  const { share } = definition
  return (
    <section aria-labelledby="definition" className="flow flow--close">
      <h2 id="definition">{t.definition}</h2>
      <p>{pick(definition.explanationFa, definition.explanationEn)}</p>
      {share !== null && <p>{t.share({ part: pick(share.partFa, share.partEn), whole: pick(share.wholeFa, share.wholeEn) })}</p>}
      <More label={t.caveats} icon="info" note={definition.from > EVER ? t.version({ version, from: f.date(definition.from, { style: 'numeric' }) }) : t.versionOnly({ version })}>
        <div className="flow flow--close">
          <p>{pick(definition.caveatsFa, definition.caveatsEn)}</p>
          <p>{pick(release.protectionFa, release.protectionEn)}</p>
          <Facts rows={[{ term: t.source, value: pick(definition.sourceFa, definition.sourceEn) }]} />
        </div>
      </More>
    </section>
  )
}

/** Who reported of the period that is looked at; told of the whole nation only. */
export function Complete({ result }: { result: Result }) {
  const t = useWords(resultWords)
  const { language } = useLanguage()
  const found = result.periods.find(({ period }) => period === result.period)?.completeness
  if (found === null || found === undefined) return null
  const { expected, reported, late } = found
  return (
    <section aria-labelledby="complete" className="flow flow--close">
      <h2 id="complete">{t.completeness}</h2>
      <p>
        {longPeriod(result.period, language)}: <b>{t.reportedOf({ reported, expected })}</b>
      </p>
      <Share value={expected === 0 ? 0 : reported / expected} label={t.reported} />
      <p className="quiet small">{reported < expected ? t.missing({ missing: expected - reported }) : t.allReported}</p>
      {late > 0 && <p className="quiet small">{t.late({ late })}</p>}
    </section>
  )
}

const KILO = 1000

/** Every file of the release, and the same numbers as a call. */
export function Downloads({ result: { files, call, release } }: { result: Result }) {
  const t = useWords(resultWords)
  const { language } = useLanguage()
  return (
    <section aria-labelledby="downloads" className="flow flow--close">
      <h2 id="downloads">{t.downloads}</h2>
      <p className="quiet small">{t.downloadsNote}</p>
      <ul className="result-files">
        {files.map(({ address, titleFa, titleEn, size }) => (
          <li key={address}>
            <a href={address} download title={t.size({ kilobytes: Math.max(1, Math.round(size / KILO)) })}>
              <Icon name="download" size={18} />
              {language === 'fa' ? titleFa : titleEn}
            </a>
          </li>
        ))}
      </ul>
      <Copyable label={t.callTitle} text={`curl -g -H 'Accept: application/vnd.sdmx.data+csv;version=2.1.0' '${location.origin}${call}'`} />
      <p className="quiet small">
        {t.licence}: <a href={release.licencePage}>{language === 'fa' ? release.licenceFa : release.licenceEn}</a>
      </p>
      <p className="quiet small">{t.fingerprint}:</p>
      <p className="result-hash">{release.hash}</p>
    </section>
  )
}
