// What only the staff door may import: it brings the router with it.
export { BackToList, ListLine, openIn, useOpenLine } from './staff-list.tsx'
export { NavSearch } from './nav-search.tsx'
export { StaffOverdue, useOverdue } from './staff-overdue.tsx'
export { StaffNav, type StaffTab } from './staff-nav.tsx'
export { StaffPage } from './staff-page.tsx'
