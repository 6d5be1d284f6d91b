import './sign-in.css'
import { roleWords, words } from '#domains/accounts/words.ts'
import { useRead, useWrite, type Answer } from '#web/api/index.ts'
import { Code, Go, Icon, useFormatter, useLanguage, useWords } from '#web/ui/index.ts'
import { ProblemNotice } from '#web/parts/problem-notice.tsx'
import { useForward } from './sign-in.tsx'

type Account = Answer<'accounts.demonstration'>['accounts'][number]
type Person = Answer<'accounts.demonstration'>['people'][number]

/** A quiet list under the sign-in: one synthetic person a role. Not there where people are real. */
export function Demonstration({ only }: { only?: Account['role'] }) {
  const t = useWords(words)
  const { data } = useRead('accounts.demonstration', {})
  const enter = useWrite('accounts.enterDemonstration')
  const forward = useForward()
  const accounts = data?.accounts.filter(({ role }) => only === undefined || role === only) ?? []
  if (accounts.length === 0) return null
  const open = async (account: Account['account']) => {
    const me = await enter.write({ params: { account } })
    if (me !== undefined) forward(me)
  }
  return (
    <section className="sign-in-roles" aria-labelledby="look-around">
      <h2 id="look-around">{t.demonstration}</h2>
      <p className="quiet">{t.demonstrationWhy}</p>
      <ProblemNotice problem={enter.problem} />
      <ul>
        {accounts.map((one) => (
          <li key={one.account}>
            <Role one={one} busy={enter.busy} onOpen={() => void open(one.account)} />
          </li>
        ))}
      </ul>
      {only === undefined && <People people={data?.people ?? []} />}
      <p className="sign-in-outbox">
        <Go to="/outbox">{t.outboxLink}</Go>
      </p>
    </section>
  )
}

/** Who asked has no account: a code and a second secret open their file. */
function People({ people }: { people: readonly Person[] }) {
  const t = useWords(words)
  const f = useFormatter()
  if (people.length === 0) return null
  return (
    <>
      <h3>{t.asPerson}</h3>
      <p className="quiet">
        {t.asPersonHow} <Go to="/follow">{t.toFollow}</Go>
      </p>
      <ul className="sign-in-people">
        {people.map(({ step, code, secret }) => (
          <li key={code}>
            {t[`person-${step}`]}
            <Code quiet>{code}</Code>
            <small>
              {t.secretWord} <b>{f.digits(secret)}</b>
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function Role({ one, busy, onOpen }: { one: Account; busy: boolean; onOpen: () => void }) {
  const t = useWords(words)
  const roles = useWords(roleWords)
  const { language } = useLanguage()
  const unit = language === 'fa' ? one.unitFa : one.unitEn
  return (
    <button type="button" className="sign-in-role" aria-busy={busy || undefined} onClick={() => busy || onOpen()}>
      <span>
        <b>{roles[one.role]}</b>: {t[`can-${one.role}`]}
      </span>
      <small>
        <bdi>{one.name}</bdi>
        {unit && t.inUnit({ unit })}
      </small>
      <Icon name="go" />
    </button>
  )
}
