/** Numbers as WebAssembly writes them: seven bits a byte, the lowest first. */
export function leb(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >>> 7;
  return rest === 0 ? [low] : [low | 0x80, ...leb(rest)];
}

/** The same for numbers with a sign, whose sign is the last byte's second bit. */
export function signedLeb(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >> 7;
  const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
  return isLast ? [low] : [low | 0x80, ...signedLeb(rest)];
}

const sized = (bytes: readonly number[]): number[] => [...leb(bytes.length), ...bytes];
const section = (id: number, bytes: readonly number[]): number[] => [id, ...sized(bytes)];

/** A function of a module: types by their codes, locals of one type, instructions. */
export interface WasmFunction {
  readonly parameters: readonly number[];
  readonly result: number;
  readonly locals: { readonly count: number; readonly type: number };
  /** Without the closing `end`. */
  readonly instructions: readonly number[];
}

/** Types' codes. */
export const TYPE = { i32: 0x7f, f32: 0x7d, v128: 0x7b } as const;

/** The bytes of a module that exports one function as `run` and has nothing else. */
export function wasmModule(run: WasmFunction): Uint8Array<ArrayBuffer> {
  const type = [0x60, ...sized(run.parameters), 1, run.result];
  const locals = [1, ...leb(run.locals.count), run.locals.type];
  const name = new TextEncoder().encode('run');
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, ...type]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...sized([...name]), 0, 0]),
    ...section(10, [1, ...sized([...locals, ...run.instructions, 0x0b])]),
  ]);
}
