import '#web/ui/foundation.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { newQueryClient } from '#web/api/query.tsx'
import { openDoor } from '#web/parts/index.ts'
import { router } from './router.ts'

openDoor(
  <QueryClientProvider client={newQueryClient()}>
    <RouterProvider router={router} />
  </QueryClientProvider>,
)
