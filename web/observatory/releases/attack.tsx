import { releaseWords } from '#web/observatory/release-words.ts'
import { useWords } from '#web/ui/index.ts'
import type { Release } from './use-release.ts'

type Attacked = NonNullable<Release['parts'][number]['attack']>

const narrowestOf = (attacks: readonly Attacked[]): number | undefined => attacks.flatMap(({ narrowest }) => narrowest ?? []).sort((a, b) => a - b)[0]

/** What separate code could find out from the files that go out. */
export function Attack({ parts }: { parts: Release['parts'] }) {
  const t = useWords(releaseWords)
  const attacks = parts.flatMap(({ attack }) => attack ?? [])
  const all = (of: (attack: Attacked) => number): number => attacks.reduce((sum, attack) => sum + of(attack), 0)
  const unsafe = all((attack) => attack.unsafe)
  const narrowest = narrowestOf(attacks)
  return (
    <section aria-labelledby="release-attack" className="flow flow--close">
      <h2 id="release-attack">{t.attack}</h2>
      {attacks.length === 0 && <p className="quiet">{t.attackNotYet}</p>}
      {attacks.length > 0 && (
        <>
          <p>
            <b>{unsafe === 0 ? t.attackHeld : t.attackUnsafe({ unsafe })}</b> {narrowest !== undefined && t.narrowest({ many: narrowest })}
          </p>
          <p className="quiet">{t.attackText({ targets: all((attack) => attack.targets), insiders: all((attack) => attack.insiders), pairs: all((attack) => attack.pairs) })}</p>
        </>
      )}
    </section>
  )
}
