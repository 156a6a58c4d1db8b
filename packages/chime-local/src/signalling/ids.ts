/** Ids of streams and groups: never given twice, since clients take the highest for the newest. */
export class Ids {
  #last = 0;

  next(): number {
    this.#last += 1;
    return this.#last;
  }
}
