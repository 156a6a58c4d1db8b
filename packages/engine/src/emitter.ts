/** Typed events: who listens, and who is told. */
export class Emitter<Events extends object> {
  readonly #listeners = new Map<keyof Events, Set<(payload: never) => void>>();

  /** @returns A function that ends the listening. */
  on<T extends keyof Events>(type: T, listener: (payload: Events[T]) => void): () => void {
    const listeners = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Tells all listeners. What one of them throws is reported and does not stop the others. */
  emit<T extends keyof Events>(type: T, payload: Events[T]): void {
    for (const listener of this.#listeners.get(type) ?? []) {
      try {
        (listener as (payload: Events[T]) => void)(payload);
      } catch (thrown) {
        reportError(thrown);
      }
    }
  }
}
