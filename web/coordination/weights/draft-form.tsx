import { bounds, weightNames, type WeightName } from '#domains/matching/weights/lifecycle.ts'
import { useWrite } from '#web/api/query.tsx'
import { weightsWords } from '#web/coordination/weights-words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, ErrorSummary, TextArea, TextField, toast, useDraft, useFormatter, useWords } from '#web/ui/index.ts'
import { typedOf, valuesOf, type Draft, type Values } from './use-weights.ts'

/** Every weight with what it does, its bounds and what it is now. Saving changes nothing but the draft. */
export function DraftForm({ draft, now, onChanged }: { draft: Draft | undefined; now: Values; onChanged: (changed: boolean) => void }) {
  const t = useWords(weightsWords)
  const kept = { weights: typedOf(draft?.weights ?? now), reason: draft?.reason ?? '' }
  const [typed, setTyped, clear] = useDraft(`weights:${draft?.id ?? 'new'}:${draft?.revision ?? 0}`, kept)
  const make = useWrite('matching.draft-weights', ['matching.'])
  const change = useWrite('matching.change-draft', ['matching.'])
  const { fields, problem, busy } = draft === undefined ? make : change
  const differs = JSON.stringify(typed) !== JSON.stringify(kept)
  const set = (next: typeof typed) => {
    setTyped(next)
    onChanged(JSON.stringify(next) !== JSON.stringify(kept))
  }
  const save = async () => {
    const body = { weights: valuesOf(typed.weights), reason: typed.reason }
    const done =
      draft === undefined
        ? await make.write({ body })
        : await change.write({ params: { draft: draft.id }, body: { ...body, revision: draft.revision } })
    if (done === undefined) return
    clear()
    onChanged(false)
    toast(t.saved)
  }
  return (
    <form
      className="weights-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <ErrorSummary fields={fields} />
      <div className="weights-fields">
        {weightNames.map((name) => (
          <Weight
            key={name}
            name={name}
            now={now[name]}
            value={typed.weights[name]}
            error={fields[`weights.${name}`]}
            onChange={(value) => set({ ...typed, weights: { ...typed.weights, [name]: value } })}
          />
        ))}
      </div>
      <TextArea name="reason" label={t.reason} hint={t.reasonHint} rows={2} value={typed.reason} error={fields['reason']} onChange={(reason) => set({ ...typed, reason })} />
      <ProblemNotice problem={Object.keys(fields).length > 0 ? undefined : problem} />
      <Button type="submit" look={draft === undefined || differs ? 'primary' : 'edged'} busy={busy}>
        {t.save}
      </Button>
    </form>
  )
}

interface WeightProps {
  readonly name: WeightName
  readonly now: number
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

function Weight({ name, now, value, error, onChange }: WeightProps) {
  const t = useWords(weightsWords)
  const f = useFormatter()
  return (
    <TextField
      name={`weights.${name}`}
      label={t[name]}
      hint={`${t[`${name}Hint`]} ${t.range({ ...bounds[name], value: now })}`}
      inputMode="numeric"
      dir="ltr"
      value={f.digits(value)}
      {...(error === undefined ? {} : { error })}
      onChange={onChange}
    />
  )
}
