import { useState } from 'react'
import type { Answer } from '#web/api/index.ts'
import { useWrite } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Checks, Dialog, toast, useWords } from '#web/ui/index.ts'
import { offerWords } from './words.ts'

export type Volunteer = Answer<'network.volunteers'>['volunteers'][number]

const nameOf = ({ givenName, familyName }: Volunteer) => `${givenName} ${familyName}`

/** Only their own group knows who is whose sister; two of them are never sent together. */
export function Related({ volunteer, group, onClose }: { volunteer: Volunteer; group: readonly Volunteer[]; onClose: () => void }) {
  const t = useWords(offerWords)
  const [related, setRelated] = useState<string[]>([...volunteer.related])
  const { write, problem, busy } = useWrite('network.declare-related', ['network.', 'matching.'])
  const save = async () => {
    const body = { revision: volunteer.revision, related: related as Volunteer['related'] }
    if ((await write({ params: { volunteer: volunteer.id }, body })) === undefined) return
    toast(t.relatedSaved({ name: nameOf(volunteer) }))
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.relatedTitle({ name: nameOf(volunteer) })}
      lead={t.relatedLead}
      footer={
        <>
          <Button look="primary" busy={busy} onClick={() => void save()}>
            {t.relatedSave}
          </Button>
          <Button look="text" onClick={onClose}>
            {t.cancel}
          </Button>
        </>
      }
    >
      <Checks
        name="related"
        label={t.relatedWho}
        look="rows"
        value={related}
        onChange={setRelated}
        options={group.filter(({ id }) => id !== volunteer.id).map((one) => ({ value: one.id as string, label: nameOf(one) }))}
      />
      <ProblemNotice problem={problem} />
    </Dialog>
  )
}
