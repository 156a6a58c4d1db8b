/** Names that belong to one owner each: whoever claims last has it. */
export class Claims<Owner> {
  readonly #owners = new Map<string, Owner>();

  find(name: string): Owner | undefined {
    return this.#owners.get(name);
  }

  claim(name: string, owner: Owner): void {
    this.#owners.set(name, owner);
  }

  /** Nothing where another one has it by now. */
  release(name: string, owner: Owner): void {
    if (this.#owners.get(name) === owner) this.#owners.delete(name);
  }
}
