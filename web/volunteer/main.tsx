import '#web/ui/foundation.css'
import { keepShell } from '#web/offline/shell.ts'
import { MissingPage, PhonePage, openDoor } from '#web/parts/index.ts'
import { Routed, Skeleton } from '#web/ui/index.ts'
import { routes } from './routes.tsx'

const waiting = (
  <PhonePage>
    <Skeleton />
  </PhonePage>
)

void keepShell()
openDoor(<Routed table={routes} missing={<MissingPage start="/v" />} waiting={waiting} />)
