import type { Source } from '../sources/source';
import type { RecordingFormat } from './recording-format';
import { fileName } from './saved-file';
import { SoundMix } from './sound-mix';
import { openSound, SILENCE, type SourceSound } from './source-sound';

/** Sharp at 1080 lines; the browsers' own choice smears hair. */
const BITS_PER_SECOND = { videoBitsPerSecond: 6_000_000, audioBitsPerSecond: 128_000 };
/** How often what was recorded is put by, so that a failure costs no more than this. */
const PART_MS = 1000;

/** A recording that is over. */
export interface Recorded {
  readonly content: Blob;
  readonly name: string;
  /** Who ended it: the visitor, the output that ended, or a failure. */
  readonly endedBy: 'visitor' | 'output' | 'failure';
  readonly failure?: unknown;
}

/** Records a track, with the sound of the source that is on. */
export class Recording {
  readonly #recorder: MediaRecorder;
  readonly #parts: Blob[] = [];
  readonly #mix = new SoundMix();
  readonly #begunAt = new Date();
  #sound: SourceSound = SILENCE;
  #source: Source | undefined;
  #end: Pick<Recorded, 'endedBy' | 'failure'> | undefined;
  /** Settles when it is over, for whatever reason. */
  readonly recorded: Promise<Recorded>;

  /**
   * Begins at once.
   * @throws DOMException where the browser cannot record this track.
   */
  constructor(track: MediaStreamTrack, { mimeType, extension }: RecordingFormat) {
    const stream = new MediaStream([track, ...this.#mix.tracks]);
    this.#recorder = this.#begin(stream, mimeType);
    track.addEventListener('ended', () => this.stop('output'));
    this.#recorder.addEventListener('dataavailable', ({ data }) => this.#parts.push(data));
    this.#recorder.addEventListener('error', ({ error }) => this.stop('failure', error));
    this.recorded = new Promise((resolve) => {
      this.#recorder.addEventListener('stop', () => {
        this.#close();
        const content = new Blob(this.#parts, { type: mimeType });
        const name = fileName(extension, this.#begunAt);
        resolve({ content, name, ...(this.#end ?? { endedBy: 'failure' }) });
      });
    });
  }

  /** Seconds since it began. */
  get elapsedS(): number {
    return (Date.now() - this.#begunAt.getTime()) / 1000;
  }

  /**
   * Records this source's sound from now on.
   * @throws DOMException where the microphone is refused; it goes on without sound.
   */
  async hear(source: Source): Promise<void> {
    this.#source = source;
    this.#play(SILENCE);
    const sound = await openSound(source);
    if (this.#source === source) this.#play(sound);
    else sound.stop();
  }

  /** Ends it; what was recorded is in `recorded`. */
  stop(endedBy: Recorded['endedBy'] = 'visitor', failure?: unknown): void {
    this.#end ??= { endedBy, failure };
    if (this.#recorder.state !== 'inactive') this.#recorder.stop();
  }

  #begin(stream: MediaStream, mimeType: string): MediaRecorder {
    try {
      const recorder = new MediaRecorder(stream, { mimeType, ...BITS_PER_SECOND });
      recorder.start(PART_MS);
      return recorder;
    } catch (thrown) {
      this.#close();
      throw thrown;
    }
  }

  #play(sound: SourceSound): void {
    this.#mix.play(sound.tracks);
    this.#sound.stop();
    this.#sound = sound;
  }

  #close(): void {
    this.#source = undefined;
    this.#play(SILENCE);
    this.#mix.close();
  }
}
