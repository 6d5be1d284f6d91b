import '#web/ui/foundation.css'
import { MissingPage, PhonePage, openDoor } from '#web/parts/index.ts'
import { Routed, Skeleton } from '#web/ui/index.ts'
import { routes } from './routes.tsx'

const waiting = (
  <PhonePage>
    <Skeleton />
  </PhonePage>
)

openDoor(<Routed table={routes} missing={MissingPage} waiting={waiting} />)
