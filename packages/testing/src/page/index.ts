export { axeViolations, type AxeViolation } from './axe-violations';
export { evalOutcome } from './eval-outcome';
export { firstPaintMs } from './first-paint';
export { layoutShift } from './layout-shift';
export { colorAt, difference, parseColor, type Color, type Spot } from './pixels';
export { pageScripts, scriptBytesGzip } from './script-bytes';
export { settled } from './settled';
