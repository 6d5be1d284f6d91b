import { lazy, Suspense, useRef } from 'react'
import { words } from '#domains/accounts/words.ts'
import { Button, Code, toast, useWords } from '#web/ui/index.ts'

// Only staff meet it, and once: nobody else loads it.
const QrPicture = lazy(async () => ({ default: (await import('./qr-picture.tsx')).QrPicture }))

export interface SetUp {
  readonly secret: string
  readonly address: string
}

/** The same key three ways: a picture for another phone's camera, letters to type or copy, a link for this device. */
export function HowToSetUp({ secret, address }: SetUp) {
  const t = useWords(words)
  const key = useRef<HTMLSpanElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret)
      toast(t.keyCopied)
    } catch {
      // Without https there is no clipboard: the key is chosen, and one's own keys copy it.
      if (key.current) getSelection()?.selectAllChildren(key.current)
      toast(t.keyChosen)
    }
  }
  return (
    <div className="sign-in-how flow">
      <p>{t.setUpWhy}</p>
      <p>{t.setUpScan}</p>
      <Suspense fallback={<div className="sign-in-qr" />}>
        <QrPicture text={address} says={t.setUpPicture} />
      </Suspense>
      <p>{t.setUpAdd}</p>
      <p className="sign-in-key">
        <span ref={key}>
          <Code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</Code>
        </span>
      </p>
      <p className="sign-in-key-ways">
        <Button icon="key" onClick={() => void copy()}>
          {t.copyKey}
        </Button>
        <a href={address}>{t.setUpOpen}</a>
      </p>
    </div>
  )
}
