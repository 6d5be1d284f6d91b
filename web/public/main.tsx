import '#web/ui/foundation.css'
import { MissingPage, PublicPage, openDoor } from '#web/parts/index.ts'
import { Routed, Skeleton } from '#web/ui/index.ts'
import { routes } from './routes.tsx'

const waiting = (
  <PublicPage>
    <Skeleton />
  </PublicPage>
)

openDoor(<Routed table={routes} missing={<MissingPage />} waiting={waiting} />)
