import { words } from '#domains/accounts/words.ts'
import { Button, Code, useWords } from '#web/ui/index.ts'

/** Shown once. There is no way past them but saying that they are written down. */
export function RecoveryCodes({ codes, onWritten }: { codes: readonly string[]; onWritten: () => void }) {
  const t = useWords(words)
  return (
    <>
      <p>{t.recoveryCodesWhy}</p>
      <ol className="sign-in-codes">
        {codes.map((code) => (
          <li key={code}>
            <Code>{code}</Code>
          </li>
        ))}
      </ol>
      <Button look="primary" big onClick={onWritten}>
        {t.written}
      </Button>
    </>
  )
}
