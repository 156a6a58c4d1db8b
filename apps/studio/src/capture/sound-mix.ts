/** One audio track that never changes, whatever is played into it; silent in between. */
export class SoundMix {
  readonly #context = new AudioContext();
  readonly #out = this.#context.createMediaStreamDestination();
  #playing: MediaStreamAudioSourceNode | undefined;

  constructor() {
    // Browsers let it begin on a press alone, and recording begins with one.
    void this.#context.resume();
    // Without anything that plays no sound comes at all, and what comes later would come too early.
    const silence = new ConstantSourceNode(this.#context, { offset: 0 });
    silence.connect(this.#out);
    silence.start();
  }

  get tracks(): readonly MediaStreamTrack[] {
    return this.#out.stream.getAudioTracks();
  }

  /** Plays these tracks from now on, in place of those before. They stay the caller's. */
  play(tracks: readonly MediaStreamTrack[]): void {
    this.#playing?.disconnect();
    this.#playing = undefined;
    if (tracks.length === 0) return;
    this.#playing = this.#context.createMediaStreamSource(new MediaStream([...tracks]));
    this.#playing.connect(this.#out);
  }

  /** Ends the track. */
  close(): void {
    for (const track of this.tracks) track.stop();
    void this.#context.close();
  }
}
