// What only the staff door may import: it brings the router with it.
export { BackToList, useFocusOnReturn, useStepBack } from './staff-back.tsx'
export { NavSearch } from './nav-search.tsx'
export { StaffOverdue, useOverdue } from './staff-overdue.tsx'
export { StaffNav, type StaffTab } from './staff-nav.tsx'
export { StaffPage, useStacked } from './staff-page.tsx'
