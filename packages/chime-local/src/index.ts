export type { ChimeLocalFigures } from './figures';
export { ListenError } from './listen-error';
export type { ChimeLocalOptions, StartOptions } from './options';
export { createChimeLocal, type ChimeLocal } from './service';
export { startChimeLocal, type RunningChimeLocal } from './start';
