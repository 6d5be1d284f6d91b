import { roleWords, words } from '#domains/accounts/words.ts'
import type { Answer } from '#web/api/index.ts'
import { useWrite } from '#web/api/query.tsx'
import { ProblemNotice } from '#web/parts/index.ts'
import { Button, Dialog, toast, useLanguage, useWords } from '#web/ui/index.ts'

type Account = Answer<'accounts.list'>['accounts'][number]
type Appointment = Account['appointments'][number]

/** One appointment that ends, or the whole account that is suspended. */
export type Leaving = { readonly one: Account; readonly appointment?: Appointment }

/** What will happen, and to whose work, before it happens. */
export function LeavingDialog({ leaving: { one, appointment }, onClose }: { leaving: Leaving; onClose: () => void }) {
  const t = useWords(words)
  const roles = useWords(roleWords)
  const { language } = useLanguage()
  const end = useWrite('accounts.endAppointment', ['accounts.'])
  const suspend = useWrite('accounts.suspend', ['accounts.'])
  const held = appointment === undefined ? one.appointments : [appointment]
  const leave = async () => {
    const done =
      appointment === undefined
        ? await suspend.write({ params: { account: one.account } })
        : await end.write({ params: { appointment: appointment.id } })
    if (done === undefined) return
    toast(appointment === undefined ? t.suspendedNow({ name: one.name }) : t.endedNow({ name: one.name }))
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={appointment === undefined ? t.suspendTitle({ name: one.name }) : t.endTitle({ name: one.name })}
      lead={appointment === undefined ? t.suspendLead : undefined}
      footer={
        <>
          <Button look="warn" busy={end.busy || suspend.busy} onClick={() => void leave()}>
            {appointment === undefined ? t.suspend : t.endAppointment}
          </Button>
          <Button look="text" onClick={onClose}>
            {t.stay}
          </Button>
        </>
      }
    >
      <ul className="admin-lines">
        {held.map(({ id, role, unitFa, unitEn }) => (
          <li key={id}>
            <b>{t.proposalAppointment({ role: roles[role], unit: language === 'fa' ? unitFa : unitEn })}</b>
            <p>{t[`leaves-${role}` as 'leaves-case-worker'] ?? t['leaves-nothing']}</p>
          </li>
        ))}
      </ul>
      <ProblemNotice problem={end.problem ?? suspend.problem} />
    </Dialog>
  )
}
