import type { Answer } from '#web/api/index.ts'
import { useLanguageName } from '#web/coordination/language-name.ts'
import { offerWords } from './words.ts'
import { IconLine, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'

export type Offer = Answer<'referrals.offers'>['offers'][number]
export type InMind = Answer<'matching.proposed-volunteers'>['offers'][number]
type Card = Offer['card']

/** What the card says, and no more: when, roughly where, and what is required of the helper. */
export function CardLines({ card }: { card: Card }) {
  const t = useWords(offerWords)
  const f = useFormatter()
  const { language } = useLanguage()
  const languageName = useLanguageName()
  const helper = helperOf(t, card)
  return (
    <div className="offer-lines">
      <IconLine icon="clock">
        {t.when({ day: f.date(card.from, { style: 'day' }), time: f.timeRange(card.from, card.to) })}
        <span className="quiet"> · {t.minutes({ minutes: card.minutes })}</span>
      </IconLine>
      <IconLine icon="place">{t.area({ area: language === 'fa' ? card.areaFa : card.areaEn })}</IconLine>
      {card.pair && <IconLine icon="people">{t.two}</IconLine>}
      {helper && <IconLine icon="person">{helper}</IconLine>}
      {card.languages.length > 0 && (
        <IconLine icon="sound">{t.speaks({ languages: f.list(card.languages.map(languageName)) })}</IconLine>
      )}
    </div>
  )
}

function helperOf(t: Speaker, { helper, sameSex }: Card): string | undefined {
  if (helper === null || sameSex === 'none') return undefined
  if (sameSex === 'required') return helper === 'female' ? t.womanRequired : t.manRequired
  return helper === 'female' ? t.womanPreferred : t.manPreferred
}
type Speaker = ReturnType<typeof useWords<typeof offerWords>>
