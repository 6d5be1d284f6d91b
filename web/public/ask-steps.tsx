import './home.css'
import { PlacePicker, useAbout } from '#web/parts/index.ts'
import {
  Check,
  Checks,
  Choice,
  More,
  Notice,
  Segmented,
  Skeleton,
  TextArea,
  TextField,
  useLanguage,
  useWords,
  type PictogramName,
} from '#web/ui/index.ts'
import type { AskDraft } from './ask-draft.ts'
import { words } from './words.ts'

interface StepProps {
  readonly draft: AskDraft
  readonly change: (part: Partial<AskDraft>) => void
  readonly fields: Readonly<Record<string, string>>
}

const CALL_ME = 'call-me'

export function KindsStep({ draft, change, fields }: StepProps) {
  const t = useWords(words)
  const { language } = useLanguage()
  const about = useAbout()
  if (about === undefined) return <Skeleton lines={6} />
  const kinds = about.needKinds.map(({ code, nameFa, nameEn, pictogram }) => ({
    value: code,
    label: language === 'fa' ? nameFa : nameEn,
    pictogram: pictogram as PictogramName,
  }))
  const options = [
    ...kinds,
    { value: CALL_ME, label: t.dontKnow, hint: t.dontKnowNote, pictogram: 'call' as PictogramName, wide: true },
  ]
  const pick = (picked: readonly string[]) => {
    const callMe = picked.includes(CALL_ME)
    // "I don't know" and a list of kinds are two different answers: the later one counts.
    if (callMe && !draft.callMe) return change({ callMe: true, kinds: [] })
    return change({ callMe: callMe && picked.length === 1, kinds: picked.filter((kind) => kind !== CALL_ME).slice(0, 6) })
  }
  return (
    <Checks<string>
      name="kinds"
      label={t.kindsHint}
      error={fields['kinds']}
      value={draft.callMe ? [CALL_ME] : draft.kinds}
      onChange={pick}
      options={options}
    />
  )
}

export function WordsStep({ draft, change, fields }: StepProps) {
  const t = useWords(words)
  return (
    <>
      <TextArea
        name="words"
        label={t.wordsLabel}
        hint={t.wordsHint}
        error={fields['words']}
        optional
        maxLength={2000}
        value={draft.words}
        onChange={(text) => change({ words: text })}
      />
      <Choice<AskDraft['urgency']>
        name="urgency"
        label={t.urgency}
        error={fields['urgency']}
        value={draft.urgency}
        onChange={(urgency) => change({ urgency })}
        options={[
          { value: 'ordinary', label: t.ordinary },
          { value: 'soon', label: t.soon },
          { value: 'danger', label: t.danger },
        ]}
      />
      {draft.urgency === 'danger' && <Notice tone="wrong">{t.dangerNote}</Notice>}
    </>
  )
}

export function WhoStep({ draft, change, fields }: StepProps) {
  const t = useWords(words)
  const { onBehalf } = draft
  return (
    <>
      <Segmented<'me' | 'other'>
        name="onBehalf"
        label={t.forWhom}
        value={onBehalf ? 'other' : 'me'}
        onChange={(whom) => change({ onBehalf: whom === 'other' })}
        options={[
          { value: 'me', label: t.forMe },
          { value: 'other', label: t.forOther },
        ]}
      />
      {onBehalf && <Notice icon="people">{t.onBehalfNote}</Notice>}
      <div className="public-pair">
        <TextField name="givenName" label={onBehalf ? t.theirGivenName : t.givenName} error={fields['givenName']} maxLength={60} value={draft.givenName} onChange={(givenName) => change({ givenName })} />
        <TextField name="familyName" label={onBehalf ? t.theirFamilyName : t.familyName} error={fields['familyName']} maxLength={60} value={draft.familyName} onChange={(familyName) => change({ familyName })} />
      </div>
      <TextField name="phone" label={onBehalf ? t.theirPhone : t.phone} example={t.phoneExample} error={fields['phone']} dir="ltr" inputMode="tel" value={draft.phone} onChange={(phone) => change({ phone })} />
      <PlacePicker name="place" error={fields['place']} value={draft.place ?? undefined} onChange={(place) => change({ place: place ?? null })} />
      <TextField name="quarter" label={t.quarter} hint={t.quarterHint} optional maxLength={60} error={fields['quarter']} value={draft.quarter} onChange={(quarter) => change({ quarter })} />
      <More label={t.safe} note={t.safeNote} icon="clock">
        <div className="public-pair">
          <TextField name="safeFrom" label={t.from} optional type="time" dir="ltr" error={fields['safeFrom']} value={draft.safeFrom} onChange={(safeFrom) => change({ safeFrom })} />
          <TextField name="safeTo" label={t.to} optional type="time" dir="ltr" error={fields['safeTo']} value={draft.safeTo} onChange={(safeTo) => change({ safeTo })} />
        </div>
        <Check name="onlyThemselves" label={onBehalf ? t.onlyThem : t.onlyMe} value={draft.onlyThemselves} onChange={(onlyThemselves) => change({ onlyThemselves })} />
        <TextField name="callName" label={t.callName} optional maxLength={60} error={fields['callName']} value={draft.callName} onChange={(callName) => change({ callName })} />
      </More>
      <More label={onBehalf ? t.aboutThem : t.about} icon="person">
        <Segmented<'female' | 'male'>
          name="sex"
          label={t.sex}
          optional
          value={draft.sex === '' ? undefined : draft.sex}
          onChange={(sex) => change({ sex })}
          options={[
            { value: 'female', label: t.female },
            { value: 'male', label: t.male },
          ]}
        />
        <TextField name="birthYear" label={t.birthYear} optional inputMode="numeric" maxLength={4} error={fields['birthYear']} value={draft.birthYear} onChange={(birthYear) => change({ birthYear })} />
      </More>
    </>
  )
}

export function SafetyStep({ draft, change, fields }: StepProps) {
  const t = useWords(words)
  return (
    <>
      {draft.onBehalf ? (
        <Notice icon="lock">{t.secretTheirs}</Notice>
      ) : (
        <TextField name="secret" label={t.secret} hint={t.secretHint} optional maxLength={60} error={fields['secret']} value={draft.secret} onChange={(secret) => change({ secret })} />
      )}
      <More label={t.unwanted} icon="shield">
        <p className="quiet">{t.unwantedHint}</p>
        <TextField name="unwanted.0.name" label={t.unwantedName} optional maxLength={60} error={fields['unwanted.0.name']} value={draft.unwantedName} onChange={(unwantedName) => change({ unwantedName })} />
        <TextField name="unwanted.0.phone" label={t.unwantedPhone} optional dir="ltr" inputMode="tel" error={fields['unwanted.0.phone']} value={draft.unwantedPhone} onChange={(unwantedPhone) => change({ unwantedPhone })} />
      </More>
      <Notice icon="lock">{t.dataNote}</Notice>
    </>
  )
}
