import { Component, StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { Button, LanguageProvider, Notice, useWords } from '#web/ui/index.ts'
import { words as uiWords } from '#web/ui/words.ts'
import { useAbout } from './about.ts'
import { words } from './words.ts'

/** Draws a door into its document, in the reader's language, with a last word for a page that breaks. */
export function openDoor(door: ReactNode) {
  const root = document.getElementById('root')
  if (root === null) throw new Error('the door has no #root')
  createRoot(root).render(
    <StrictMode>
      <Spoken>
        <Guard>{door}</Guard>
      </Spoken>
    </StrictMode>,
  )
}

function Spoken({ children }: { children: ReactNode }) {
  const about = useAbout()
  return (
    <LanguageProvider timeZone={about?.timeZone} home={about?.languages[0]}>
      {children}
    </LanguageProvider>
  )
}

/** React still knows no other way to catch a page that throws while it is drawn. */
class Guard extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError = () => ({ broken: true })
  override render() {
    return this.state.broken ? <Broken /> : this.props.children
  }
}

function Broken() {
  const t = useWords(words)
  const ui = useWords(uiWords)
  return (
    <main>
      <Notice tone="wrong" action={<Button onClick={() => location.reload()}>{ui.tryAgain}</Button>}>
        <h1>{t.failed}</h1>
        <p>{t.failedDetail}</p>
      </Notice>
    </main>
  )
}
