export { evalOutcome } from './eval-outcome';
export { colorAt, difference, parseColor, type Color, type Spot } from './pixels';
