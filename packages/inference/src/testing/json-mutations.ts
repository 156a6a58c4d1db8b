type Container = Record<string, unknown>;

/** What a place of a file may suddenly hold. */
const INTERESTING: readonly unknown[] = [
  ...[null, true, 0, -1, 1, 2, 3, 8, 0.5, 4097, 1e9, 2 ** 53, 1e308, NaN],
  ...['', '0', '1', '2', '-1', '3', '8', '4096', '1e9', 'U0FNRQ==', 'VkFMSUQ=', '%'],
  ...['stem', 'sum', 'image', 'stem/weights', 'Conv2D', 'Relu', 'uint8', 'float16', 'float32'],
  ...[[], {}, [1, 1], ['1', '2', '2', '1']],
];

/** Breaks parsed JSON, in the same way for the same seed. */
export class JsonMutator {
  readonly #text: string;
  readonly #random: () => number;

  constructor(value: unknown, random: () => number) {
    this.#text = JSON.stringify(value);
    this.#random = random;
  }

  /** The next broken copy. */
  next(): unknown {
    const root: unknown = JSON.parse(this.#text);
    const places = [...placesIn(root)];
    const count = 1 + this.#below(3);
    for (let turn = 0; turn < count; turn++) this.#damage(this.#one(places), places);
    return root;
  }

  #damage([container, key]: Place, places: readonly Place[]): void {
    const kind = this.#random();
    const [other, otherKey] = this.#one(places);
    const value = container[key];
    if (kind < 0.15) Reflect.deleteProperty(container, key);
    else if (kind < 0.3) container[key] = structuredClone(other[otherKey]);
    else if (kind < 0.4 && Array.isArray(value)) value.reverse();
    else if (kind < 0.5 && Array.isArray(value)) value.push(structuredClone(value[0]));
    else container[key] = this.#one(INTERESTING);
  }

  #one<T>(items: readonly T[]): T {
    const item = items[this.#below(items.length)];
    if (item === undefined) throw new RangeError('There is nothing to take one of.');
    return item;
  }

  #below(end: number): number {
    return Math.floor(this.#random() * end);
  }
}

type Place = readonly [container: Container, key: string];

/** Every member of every object and list, the inner ones too. */
function* placesIn(value: unknown): Generator<Place> {
  if (typeof value !== 'object' || value === null) return;
  const container = value as Container;
  for (const key of Object.keys(container)) {
    yield [container, key];
    yield* placesIn(container[key]);
  }
}
