import type { Tab } from '#web/staff/tab.ts'

export const tabs: readonly Tab[] = []
