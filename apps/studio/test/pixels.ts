export { colorAt, difference, parseColor, type Color, type Spot } from '@cyclorama/testing/page';
