import type { Text } from '#domains/observatory/formats/index.ts'
import { AGE, SEX, unknown, type DimensionLabels } from '#domains/observatory/releases/labels.ts'

/** What anybody may build a table of: facts of one kind, by their own dimensions. It is shown with noise, always. */
export interface NoisedCube {
  /** Its name as a dataset: `REQUESTS`. */
  readonly id: string
  readonly version: string
  readonly name: Text
  readonly explanation: Text
  readonly caveats: Text
  readonly unit: { readonly id: string; readonly label: Text }
  readonly fact: { readonly kind: string; readonly version: number }
  /** By the facts' own names. */
  readonly dimensions: readonly { readonly fact: string; readonly labels: DimensionLabels }[]
}

const of = (value: string, id: string, fa: string, en: string) => ({ value, code: { id, label: { fa, en } } })
const labels = (id: string, fa: string, en: string, values: DimensionLabels['values']): DimensionLabels => ({ id, label: { fa, en }, values: [...values, unknown] })

const CHANNEL = labels('CHANNEL', 'راه رسیدن', 'Channel', [
  of('desk', 'DESK', 'حضوری', 'At the desk'),
  of('phone', 'PHONE', 'تلفن', 'Telephone'),
  of('web', 'WEB', 'وب', 'Web'),
  of('kiosk', 'KIOSK', 'کیوسک', 'Kiosk'),
  of('message', 'MESSAGE', 'پیامک', 'Message'),
])
const URGENCY = labels('URGENCY', 'فوریت', 'Urgency', [
  of('ordinary', 'ORDINARY', 'عادی', 'Ordinary'),
  of('soon', 'SOON', 'زودتر', 'Soon'),
  of('danger', 'DANGER', 'خطر', 'Danger'),
])
const DECISION = labels('DECISION', 'تصمیم', 'Decision', [
  of('open-case', 'CASE', 'پرونده باز شد', 'A case was opened'),
  of('answer', 'ANSWER', 'پاسخ داده شد', 'Answered'),
  of('pass-on', 'PASSED_ON', 'معرفی به دستگاه دیگر', 'Passed on'),
  of('duplicate', 'DUPLICATE', 'تکراری', 'Duplicate'),
  of('withdrawn', 'WITHDRAWN', 'پس گرفته شد', 'Withdrawn'),
])
const ON_TIME = labels('ON_TIME', 'در مهلت', 'On time', [of('yes', 'YES', 'بله', 'Yes'), of('no', 'NO', 'نه', 'No')])

const REQUEST = { id: 'REQUEST', label: { fa: 'درخواست', en: 'request' } }
const CASE = { id: 'CASE', label: { fa: 'پرونده', en: 'case' } }

/**
 * Facts that no plan of exact releases counts, nor anything that is nearly the same as what one counts: whoever had both
 * could take the noise away again (docs/decisions/0018). `servedWithNoise` finds it.
 */
export const cubes: readonly NoisedCube[] = [
  {
    id: 'REQUESTS',
    version: '1.0.0',
    name: { fa: 'درخواست‌های رسیده', en: 'Requests received' },
    explanation: { fa: 'هر درخواستی که از هر راهی به مرکزها رسید.', en: 'Every request that reached a centre, through any channel.' },
    caveats: { fa: 'درخواست تکراری هم شمرده می‌شود؛ تکراری بودنش بعد معلوم می‌شود.', en: 'A duplicate counts as well: it is known to be one only later.' },
    unit: REQUEST,
    fact: { kind: 'desk.request-received', version: 1 },
    dimensions: [
      { fact: 'channel', labels: CHANNEL },
      { fact: 'urgency', labels: URGENCY },
    ],
  },
  {
    id: 'DECISIONS',
    version: '1.0.0',
    name: { fa: 'درخواست‌های پاسخ‌گرفته', en: 'Requests decided' },
    explanation: { fa: 'هر درخواستی که مرکز تصمیمی دربارهٔ آن گرفت، با این‌که در مهلت بود یا نه.', en: 'Every request on which a centre decided, and whether it was within the due time.' },
    caveats: { fa: 'درخواستی که هنوز پاسخ نگرفته در آن نیست.', en: 'A request without an answer is not in it.' },
    unit: REQUEST,
    fact: { kind: 'desk.request-decided', version: 1 },
    dimensions: [
      { fact: 'decision', labels: DECISION },
      { fact: 'onTime', labels: ON_TIME },
    ],
  },
  {
    id: 'CASES',
    version: '1.0.0',
    name: { fa: 'پرونده‌های بازشده', en: 'Cases opened' },
    explanation: { fa: 'هر پرونده‌ای که برای کسی باز شد، در روز باز شدن.', en: 'Every case that was opened for somebody, on the day it was opened.' },
    caveats: { fa: 'یک نفر می‌تواند در سال بیش از یک پرونده داشته باشد.', en: 'One person may have more than one case in a year.' },
    unit: CASE,
    fact: { kind: 'casework.case-opened', version: 1 },
    dimensions: [
      { fact: 'sex', labels: { ...SEX, values: [...SEX.values, unknown] } },
      { fact: 'ageGroup', labels: { ...AGE, values: [...AGE.values, unknown] } },
    ],
  },
]

export const findCube = (id: string): NoisedCube | undefined => cubes.find((cube) => cube.id === id)
