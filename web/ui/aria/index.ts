// React Aria's part of the controls: staff door only.
export { DateField } from './date-field.tsx'
export { Menu, type MenuEntry } from './menu.tsx'
