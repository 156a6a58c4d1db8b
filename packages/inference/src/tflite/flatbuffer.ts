import { refuse } from '../model-load-error';

const MAX_STRING_BYTES = 256;

/**
 * Reads little-endian numbers out of untrusted bytes. Every read is checked, so a wrong offset ends
 * in a ModelLoadError that names the byte.
 */
export class CheckedBytes {
  readonly #view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  uint8(at: number): number {
    return this.#view.getUint8(this.#checked(at, 1));
  }

  uint16(at: number): number {
    return this.#view.getUint16(this.#checked(at, 2), true);
  }

  int32(at: number): number {
    return this.#view.getInt32(this.#checked(at, 4), true);
  }

  uint32(at: number): number {
    return this.#view.getUint32(this.#checked(at, 4), true);
  }

  /** A view of `count` bytes; nothing is copied. */
  slice(at: number, count: number): Uint8Array {
    return this.bytes.subarray(this.#checked(at, count), at + count);
  }

  #checked(at: number, count: number): number {
    if (at < 0 || at + count > this.bytes.length) {
      refuse(`byte ${at}`, `${count} bytes wanted, but the file has only ${this.bytes.length}`);
    }
    return at;
  }
}

/**
 * A flatbuffer table: a signed offset back to a vtable, which says where each field stands.
 * See https://flatbuffers.dev/internals/.
 */
export class Table {
  readonly #vtable: number;
  readonly #vtableBytes: number;

  constructor(
    readonly source: CheckedBytes,
    readonly at: number,
  ) {
    this.#vtable = at - source.int32(at);
    this.#vtableBytes = source.uint16(this.#vtable);
    if (this.#vtableBytes < 4) refuse(`byte ${this.#vtable}`, 'a vtable has at least 4 bytes');
  }

  /** Where the table stands, for messages. */
  get place(): string {
    return `byte ${this.at}`;
  }

  uint8(field: number, otherwise: number): number {
    const at = this.#position(field);
    return at === undefined ? otherwise : this.source.uint8(at);
  }

  int32(field: number, otherwise: number): number {
    const at = this.#position(field);
    return at === undefined ? otherwise : this.source.int32(at);
  }

  uint32(field: number, otherwise: number): number {
    const at = this.#position(field);
    return at === undefined ? otherwise : this.source.uint32(at);
  }

  table(field: number): Table | undefined {
    const at = this.#position(field);
    return at === undefined ? undefined : new Table(this.source, at + this.source.uint32(at));
  }

  /** The bytes of a `[ubyte]`, as a view; undefined when the field is absent. */
  bytes(field: number): Uint8Array | undefined {
    const vector = this.#vector(field, 1, this.source.bytes.length);
    return vector && this.source.slice(vector.at, vector.length);
  }

  string(field: number): string {
    const vector = this.#vector(field, 1, this.source.bytes.length);
    if (!vector) return '';
    const length = Math.min(vector.length, MAX_STRING_BYTES);
    return new TextDecoder().decode(this.source.slice(vector.at, length));
  }

  /** A `[int]` of at most `most` entries; empty when the field is absent. */
  int32s(field: number, most: number): readonly number[] {
    const vector = this.#vector(field, 4, most);
    const { at, length } = vector ?? { at: 0, length: 0 };
    return Array.from({ length }, (_, index) => this.source.int32(at + 4 * index));
  }

  /** A vector of at most `most` tables; empty when the field is absent. */
  tables(field: number, most: number): readonly Table[] {
    const vector = this.#vector(field, 4, most);
    const { at, length } = vector ?? { at: 0, length: 0 };
    return Array.from({ length }, (_, index) => {
      const entry = at + 4 * index;
      return new Table(this.source, entry + this.source.uint32(entry));
    });
  }

  #position(field: number): number | undefined {
    const slot = 4 + 2 * field;
    if (slot + 2 > this.#vtableBytes) return undefined;
    const offset = this.source.uint16(this.#vtable + slot);
    return offset === 0 ? undefined : this.at + offset;
  }

  /** `most` stops small files that claim much: many tables may share one long vector. */
  #vector(
    field: number,
    entryBytes: number,
    most: number,
  ): { at: number; length: number } | undefined {
    const position = this.#position(field);
    if (position === undefined) return undefined;
    const start = position + this.source.uint32(position);
    const length = this.source.uint32(start);
    if (length > most) refuse(`byte ${start}`, `${length} entries, at most ${most} are taken`);
    this.source.slice(start + 4, length * entryBytes);
    return { at: start + 4, length };
  }
}
