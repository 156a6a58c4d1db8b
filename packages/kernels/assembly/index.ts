export * from './image';
export * from './network';

/** First byte of the memory that the host may hand out; below it stand the module's own tables. */
export function heapBase(): usize {
  return __heap_base;
}
