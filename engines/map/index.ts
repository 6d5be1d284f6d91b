export { cellsOf, type MapCell } from './cells.ts'
export { draw, type DrawnArea, type Drawing } from './draw.ts'
export { longestStep, onSheet, type GeoPoint, type SheetPoint } from './points.ts'
