import '#web/ui/foundation.css'
import { aboutKept } from '#web/offline/about-kept.ts'
import { forgetList } from '#web/offline/last-list.ts'
import { keepShell } from '#web/offline/shell.ts'
import { keepAbout } from '#web/parts/about.ts'
import { MissingPage, PhonePage, openDoor } from '#web/parts/index.ts'
import { Routed, Skeleton } from '#web/ui/index.ts'
import { routes } from './routes.tsx'

const waiting = (
  <PhonePage>
    <Skeleton />
  </PhonePage>
)

void keepShell()
keepAbout(aboutKept)
// Nobody is signed in here: the list of whoever was must not be read without a network.
if (location.pathname.startsWith('/v/sign-in')) void forgetList().catch(() => undefined)
openDoor(<Routed table={routes} missing={<MissingPage start="/v" />} waiting={waiting} />)
