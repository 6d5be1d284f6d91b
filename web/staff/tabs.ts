import { tabs as admin } from '#web/admin/tabs.ts'
import { tabs as casework } from '#web/casework/tabs.ts'
import { tabs as coordination } from '#web/coordination/tabs.ts'
import { tabs as observatory } from '#web/observatory/tabs.ts'
import type { Role } from './me.tsx'

const all = [...casework, ...coordination, ...observatory, ...admin]

export const tabsOf = (role: Role | null | undefined) =>
  role ? all.filter((tab) => tab.roles.includes(role)) : []
