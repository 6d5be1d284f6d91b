import { nextActOf, type NextAct } from '#domains/observatory/releases/lifecycle.ts'
import type { Answer } from '#web/api/index.ts'
import { releaseWords } from '#web/observatory/release-words.ts'
import type { BadgeTone } from '#web/ui/index.ts'
import { useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { localTime, toJalali } from '#engines/calendar/index.ts'

export type Releases = Answer<'observatory.releases'>
export type Line = Releases['releases'][number]
export type Release = Answer<'observatory.release'>

export const TONES: Readonly<Record<NextAct, BadgeTone>> = {
  make: 'today', sign: 'today', mend: 'late', passed: 'late', wait: 'good', out: 'good', withdrawn: 'quiet',
}

export const actOf = (line: Pick<Line, 'state' | 'failed' | 'releasesAt'>, now = new Date()): NextAct => nextActOf({ ...line, releasesAt: new Date(line.releasesAt) }, now)

export const useReleaseName = () => {
  const t = useWords(releaseWords)
  const { language } = useLanguage()
  return ({ nameFa, nameEn, number }: Pick<Line, 'nameFa' | 'nameEn' | 'number'>) => t.name({ name: language === 'fa' ? nameFa : nameEn, number })
}

/** Who has to do what, until when. */
export const useTodo = () => {
  const t = useWords(releaseWords)
  const f = useFormatter()
  return (line: Line): string => {
    const act = actOf(line)
    const when = f.dateTime(line.releasesAt)
    if (act === 'sign') return line.mine ? t.todoSignOther({ until: when }) : t.todoSignYou({ until: when })
    return act === 'wait' ? t.todoWait({ at: when }) : t[`todo-${act}`]
  }
}

const two = (number: number) => String(number).padStart(2, '0')

/** The same day in the calendar that the reader's language does not write: the Persian one in English, the other in Persian. */
export const useOtherCalendar = () => {
  const { language } = useLanguage()
  const { timeZone } = useFormatter()
  return (instant: string): string => {
    const { date } = localTime(new Date(instant), timeZone)
    if (language === 'fa') return date
    const { year, month, day } = toJalali(date)
    return `${year}-${two(month)}-${two(day)}`
  }
}
