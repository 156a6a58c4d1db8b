/** The first and the last byte. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Which part of a file is asked for by a `Range` header. Undefined: all of it, also where several parts
 * are asked for, which a server may leave. `'none'`: the file has no such part.
 */
export function byteRange(
  header: string | undefined,
  size: number,
): ByteRange | 'none' | undefined {
  const [all, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (all === undefined || from + to === '') return undefined;
  const range =
    from === '' ? lastBytes(Number(to), size) : { start: Number(from), end: Number(to || size) };
  if (range.start >= size || range.start > range.end) return 'none';
  return { start: range.start, end: Math.min(range.end, size - 1) };
}

/** None of them is no part. */
const lastBytes = (count: number, size: number): ByteRange => ({
  start: count === 0 ? size : Math.max(0, size - count),
  end: size - 1,
});
