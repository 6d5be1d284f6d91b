import type { VettingRules } from './pack.ts'

/** The same in every country so far: what each purpose asks for, and how long it holds at the most. */
export const vetting: VettingRules = {
  mostYears: 2,
  soonDays: 60,
  asks: {
    home: ['identity', 'interview'],
    children: ['identity', 'interview', 'certificate'],
  },
}
