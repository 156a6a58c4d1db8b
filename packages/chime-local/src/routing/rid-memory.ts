/** More layers than any browser sends. */
const MAX_RIDS = 8;
const MAX_RID_LENGTH = 16;

/** Which source a layer came under last: Chrome names the layer only until the first report. */
export class RidMemory {
  readonly #ssrcs = new Map<string, number>();

  note(rid: string, ssrc: number): void {
    const isNew = !this.#ssrcs.has(rid);
    if (rid.length > MAX_RID_LENGTH || (isNew && this.#ssrcs.size === MAX_RIDS)) return;
    this.#ssrcs.set(rid, ssrc);
  }

  ssrcOf(rid: string): number | undefined {
    return this.#ssrcs.get(rid);
  }
}
