import { useState } from 'react'
import { words as networkWords } from '#domains/network/words.ts'
import { useRead, useWrite } from '#web/api/query.tsx'
import { offerWords } from './words.ts'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Choice, Dialog, Skeleton, toast, useWords } from '#web/ui/index.ts'
import type { InMind, Offer } from './card-lines.tsx'

/** Another of the group instead: only those who could go are here, and nothing says why somebody is not. */
export function Suggest({ onClose, offer, inMind }: { onClose: () => void; offer: Offer; inMind: InMind }) {
  const t = useWords(offerWords)
  const of = useWords(networkWords)
  const { data, problem, reload } = useRead('matching.substitutes', { params: { referral: offer.id } })
  const [chosen, setChosen] = useState<string>()
  const suggest = useWrite('matching.suggest', ['matching.'])
  const volunteer = data?.volunteers.find(({ id }) => id === chosen)
  const send = async () => {
    if (volunteer === undefined) return
    const done = await suggest.write({
      params: { referral: offer.id },
      body: { revision: offer.revision, volunteer: volunteer.id },
    })
    if (done === undefined) return
    toast(t.suggested({ name: done.name }))
    onClose()
  }
  const nobody = data?.volunteers.length === 0
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.suggestTitle({ name: inMind.name })}
      lead={t.suggestLead}
      footer={
        <>
          {!nobody && (
            <Button
              look="primary"
              busy={suggest.busy}
              disabledReason={volunteer === undefined ? t.suggestChoose : undefined}
              onClick={() => void send()}
            >
              {t.suggestDo}
            </Button>
          )}
          <Button look="text" onClick={onClose}>
            {t.cancel}
          </Button>
        </>
      }
    >
      <ProblemNotice problem={problem} retry={reload} />
      {data === undefined && problem === undefined && <Skeleton lines={3} />}
      {nobody && <p>{t.suggestNobody}</p>}
      {data !== undefined && !nobody && (
        <Choice<string>
          name="substitute"
          label={t.suggestWho}
          look="plain"
          value={chosen}
          onChange={setChosen}
          options={data.volunteers.map(({ id, name, load, capacity }) => ({
            value: id,
            label: name,
            hint: of.load({ load, capacity }),
          }))}
        />
      )}
      <ProblemNotice problem={suggest.problem} />
    </Dialog>
  )
}
