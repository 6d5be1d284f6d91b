import { useState } from 'react'
import { useWrite } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Dialog, Facts, Select, toast, useFormatter, useWords } from '#web/ui/index.ts'
import { caseWords } from '#web/casework/words.ts'
import type { CaseFile } from './use-case.ts'

type Housemates = CaseFile['person']['household'][number]

const AGES = ['0-17', '18-34', '35-59', '60+'] as const
const SEXES = ['female', 'male'] as const
const MOST = 12

/** Whoever lives with the person and did not ask for anything: numbers by age and sex (design 8.3). */
export function Household({ file }: { file: CaseFile }) {
  const t = useWords(caseWords)
  const f = useFormatter()
  const [counting, setCounting] = useState(false)
  const { household } = file.person
  const said = household.map(({ ageGroup, sex, count }) => {
    const young = ageGroup === '0-17'
    const who = sex === 'female' ? (young ? t.girls : t.women) : young ? t.boys : t.men
    return `${who({ count })} ${t[`age-${ageGroup}`].toLowerCase()}`
  })
  return (
    <>
      <Facts rows={[{ term: t.housemates, value: said.length === 0 ? t.housematesNone : f.list(said) }]} />
      <Button look="text" icon="edit" onClick={() => setCounting(true)}>
        {t.housematesEdit}
      </Button>
      {counting && <Counting file={file} onClose={() => setCounting(false)} />}
    </>
  )
}

function Counting({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const t = useWords(caseWords)
  const f = useFormatter()
  const { person } = file
  const [household, setHousehold] = useState<readonly Housemates[]>(person.household)
  const { write, busy, problem } = useWrite('people.save-household', ['casework.'])
  const countOf = (ageGroup: Housemates['ageGroup'], sex: Housemates['sex']) => household.find((line) => line.ageGroup === ageGroup && line.sex === sex)?.count ?? 0
  const change = (ageGroup: Housemates['ageGroup'], sex: Housemates['sex'], count: number) => {
    const others = household.filter((line) => line.ageGroup !== ageGroup || line.sex !== sex)
    setHousehold(count === 0 ? others : [...others, { ageGroup, sex, count }])
  }
  const save = async () => {
    if ((await write({ params: { person: person.id as never }, body: { revision: person.revision, household: [...household] } })) === undefined) return
    toast(t.saved)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.housematesTitle}
      lead={t.housematesLead}
      footer={
        <>
          <Button look="primary" busy={busy} onClick={() => void save()}>
            {t.save}
          </Button>
          <Button look="text" onClick={onClose}>
            {t.cancel}
          </Button>
        </>
      }
    >
      <div className="case-housemates">
        {AGES.flatMap((age) =>
          SEXES.map((sex) => (
            <Select
              key={`${age} ${sex}`}
              name={`${sex}-${age}`}
              label={t[sex === 'female' ? 'womenOf' : 'menOf']({ age: t[`age-${age}`], young: age === '0-17' })}
              optional
              empty={t.nobodyThere}
              value={countOf(age, sex) === 0 ? '' : String(countOf(age, sex))}
              onChange={(value) => change(age, sex, Number(value))}
              options={Array.from({ length: MOST }, (_, at) => ({ value: String(at + 1), label: f.number(at + 1) }))}
            />
          )),
        )}
      </div>
      <ProblemNotice problem={problem} />
    </Dialog>
  )
}
