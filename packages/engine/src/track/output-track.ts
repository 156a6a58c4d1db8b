/**
 * The output as its consumers have it: the track and every clone made of it. A generated or captured
 * track tells few settings of its own, and SDKs mirror and scale by them, so all tell the source's
 * (size, rate, `facingMode` …).
 */
export class OutputTrack {
  /** Those that lived when they were last looked at: an SDK may clone and stop for hours. */
  #tracks: MediaStreamTrack[] = [];

  /** @param source - Asked at each call, since sources change their size and are switched. */
  constructor(
    readonly track: MediaStreamTrack,
    private readonly source: () => MediaStreamTrack,
  ) {
    this.#dress(track);
  }

  /**
   * Whether every consumer has stopped what it had: the track and what `clone()` made of it. A clone
   * that the browser makes by itself (`MediaStream.clone`) is not seen.
   */
  get hasEnded(): boolean {
    return this.#live().length === 0;
  }

  /** Ends all as if their source had: `stop()` alone fires no event. */
  end(): void {
    for (const track of this.#live()) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  }

  #live(): readonly MediaStreamTrack[] {
    this.#tracks = this.#tracks.filter(({ readyState }) => readyState === 'live');
    return this.#tracks;
  }

  #dress(track: MediaStreamTrack): MediaStreamTrack {
    const clone = track.clone.bind(track);
    const ownSettings = track.getSettings.bind(track);
    track.getSettings = () => ({
      ...this.source().getSettings(),
      ...sizeAskedOf(track, ownSettings()),
    });
    track.clone = () => this.#dress(clone());
    track.addEventListener = hearingAll(track);
    this.#tracks.push(track);
    return track;
  }
}

/** The size that a track was scaled to by `applyConstraints`, as SDKs do above their limits. */
function sizeAskedOf(track: MediaStreamTrack, own: MediaTrackSettings): MediaTrackSettings {
  const { width, height, aspectRatio } = own;
  const isAsked = Object.keys(track.getConstraints()).length > 0;
  return isAsked && width && height ? { width, height, ...(aspectRatio && { aspectRatio }) } : {};
}

/**
 * Firefox passes the events that a page fires itself, as the end of the output is one, to the
 * listeners of a track only where they ask for it by a fourth argument (`wantsUntrusted`); `onended`
 * hears them anyway. Other browsers take no such argument.
 */
function hearingAll(track: MediaStreamTrack): MediaStreamTrack['addEventListener'] {
  const listen = track.addEventListener.bind(track) as (...args: unknown[]) => void;
  return (...[type, listener, options]: unknown[]) => listen(type, listener, options, true);
}
