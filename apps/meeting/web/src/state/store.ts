/** A value that can be watched; each one is new, never changed in place. */
export class Store<Value> {
  readonly #listeners = new Set<() => void>();
  #value: Value;

  constructor(value: Value) {
    this.#value = value;
  }

  /** What it is now. */
  readonly get = (): Value => this.#value;

  /** Calls the listener after each change. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  set(value: Value): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Changes some of its fields. */
  patch(fields: Partial<Value>): void {
    this.set({ ...this.#value, ...fields });
  }
}
