import { useState } from 'react'
import { words as networkWords } from '#domains/network/words.ts'
import type { Args } from '#web/api/index.ts'
import { useRead, useWrite } from '#web/api/index.ts'
import { PhonePage, ProblemNotice } from '#web/parts/index.ts'
import { Button, Choice, Empty, PageTitle, Skeleton, go, toast, useLanguage, useWords } from '#web/ui/index.ts'
import { words } from './words.ts'

type Unit = Args<'network.choose-group'>['body']['unit']

/** Where one's own group was closed: the groups nearby, and one tap. */
export function Group() {
  const t = useWords(words)
  const n = useWords(networkWords)
  const { language } = useLanguage()
  const { data, problem, reload } = useRead('network.my-group', {})
  const choose = useWrite('network.choose-group')
  const [unit, setUnit] = useState<Unit>()
  const join = async () => {
    if (unit === undefined) return
    const done = await choose.write({ body: { unit } })
    if (done === undefined) return
    toast(t.groupChosen({ name: language === 'fa' ? done.nameFa : done.nameEn }))
    go('/v', { replace: true })
  }
  const name = data === undefined ? '' : language === 'fa' ? data.nameFa : data.nameEn
  const choices = data?.choices ?? null
  return (
    <PhonePage
      back="/v"
      bar={t.group}
      action={
        choices !== null && choices.length > 0 && (
          <Button look="primary" big busy={choose.busy} disabledReason={unit === undefined ? t.groupChoose : undefined} onClick={() => void join()}>
            {t.groupJoin}
          </Button>
        )
      }
    >
      <PageTitle tab={t.group}>{data === undefined ? t.group : choices === null ? t.groupIs({ name }) : t.groupTitle}</PageTitle>
      <ProblemNotice problem={problem} retry={reload} />
      {data === undefined && problem === undefined && <Skeleton />}
      {choices !== null && <p>{t.groupText({ name })}</p>}
      {data !== undefined && choices === null && <p>{t.groupStays}</p>}
      {choices?.length === 0 && <Empty title={t.groupNone}>{t.groupNoneText}</Empty>}
      {choices !== null && choices.length > 0 && (
        <Choice<Unit>
          name="unit"
          label={t.groupNear}
          value={unit}
          onChange={setUnit}
          error={choose.fields['unit']}
          options={choices.map((one) => ({
            value: one.id,
            label: language === 'fa' ? one.nameFa : one.nameEn,
            hint: [n[one.kind], one.membership !== null && n[one.membership], language === 'fa' ? one.placeFa : one.placeEn].filter(Boolean).join(' · '),
          }))}
        />
      )}
      {Object.keys(choose.fields).length === 0 && <ProblemNotice problem={choose.problem} />}
    </PhonePage>
  )
}
