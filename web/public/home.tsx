import './home.css'
import { PublicPage } from '#web/parts/index.ts'
import { Arch, Go, Icon, PageTitle, useWords, type PictogramName } from '#web/ui/index.ts'
import { words } from './words.ts'

/** Three sentences and three doors. */
export function Home() {
  const t = useWords(words)
  return (
    <PublicPage>
      <PageTitle>{t.homeTitle}</PageTitle>
      <p className="quiet">{t.homeLead}</p>
      <nav className="home-doors">
        <Door to="/ask" look="first" picture="ask" title={t.need} note={t.needNote} />
        <Door to="/join" look="second" picture="give" title={t.help} note={t.helpNote} />
        <Door to="/results" look="third" picture="count" title={t.results} note={t.resultsNote} />
      </nav>
      <p className="home-follow">
        <Icon name="search" />
        <span>
          {t.asked} <Go to="/follow">{t.followByCode}</Go>
        </span>
      </p>
      <p className="home-staff">
        <a href="/sign-in">{t.staff}</a>
      </p>
    </PublicPage>
  )
}

interface DoorProps {
  readonly to: string
  readonly look: 'first' | 'second' | 'third'
  readonly picture: PictogramName
  readonly title: string
  readonly note: string
}

function Door({ to, look, picture, title, note }: DoorProps) {
  return (
    <Go to={to} className={`home-door home-door--${look}`}>
      <Arch picture={picture} filled={look === 'first'} />
      <span className="home-door-words">
        <b>{title}</b>
        <span>{note}</span>
      </span>
      {look !== 'first' && <Icon name="forward" />}
    </Go>
  )
}
