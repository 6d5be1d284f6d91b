import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Answer } from '#web/api/index.ts'
import { useWrite } from '#web/api/query.tsx'
import { WhoCard } from '#web/parts/index.ts'
import { Button, Icon, useWords } from '#web/ui/index.ts'
import './account-menu.css'
import { useRoleIn } from './me.tsx'
import { words } from './words.ts'

type Me = Answer<'accounts.me'>

/** Takes up one of one's appointments; what was read under the other one is forgotten. */
export function useChangeOfAppointment() {
  const { write, problem, busy } = useWrite('accounts.useAppointment', [])
  const client = useQueryClient()
  const navigate = useNavigate()
  const change = async (appointment: string) => {
    const done = await write({ body: { appointment } })
    if (done === undefined) return
    // A volunteer's pages are on the phone's own door.
    if (done.role === 'volunteer') return location.assign('/v')
    client.clear()
    await navigate({ to: '/staff' })
  }
  return { change, problem, busy }
}

/** One's own name: as what one works here, what else one may work as, and the way out. */
export function AccountMenu({ me }: { me: Me }) {
  const t = useWords(words)
  const roleIn = useRoleIn()
  const { change } = useChangeOfAppointment()
  const signOut = useWrite('accounts.signOut', [])
  const details = useClosingDetails()
  const others = me.appointments.filter((one) => one.id !== me.appointment && one.role !== 'volunteer')
  const leave = async () => {
    if (await signOut.write({})) location.replace('/')
  }
  return (
    <details className="account-menu" ref={details}>
      <summary aria-label={`${t.account}: ${me.name}`}>
        <WhoCard name={me.name} note={me.role && roleIn({ ...me, role: me.role })} />
      </summary>
      <div className="account-menu-list">
        {others.map((one) => (
          <Button key={one.id} look="text" icon="swap" wide onClick={() => void change(one.id)}>
            {t.workAs({ role: roleIn(one) })}
          </Button>
        ))}
        <Link to="/staff/sessions" className="button button--text button--wide">
          <Icon name="phone" />
          {t.sessions}
        </Link>
        <Button look="text" icon="exit" wide busy={signOut.busy} onClick={() => void leave()}>
          {t.signOut}
        </Button>
      </div>
    </details>
  )
}

/** A `<details>` closes like a menu: with Escape, and when the focus or the pointer goes elsewhere. */
function useClosingDetails() {
  const element = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const elsewhere = (event: Event) => {
      const details = element.current
      if (details?.open && !details.contains(event.target as Node)) details.open = false
    }
    const escape = (event: KeyboardEvent) => {
      const details = element.current
      if (event.key !== 'Escape' || !details?.open) return
      details.open = false
      details.querySelector('summary')?.focus()
    }
    addEventListener('pointerdown', elsewhere)
    addEventListener('focusin', elsewhere)
    addEventListener('keydown', escape)
    return () => {
      removeEventListener('pointerdown', elsewhere)
      removeEventListener('focusin', elsewhere)
      removeEventListener('keydown', escape)
    }
  }, [])
  return element
}
