import type { OpenCodec, OpusCodec } from './opus-codec';
import { FRAME_SAMPLES } from './opus-packet';
import type { Speaker } from './speaker';

/** An encoder unused for this long is given back. */
const ENCODER_TICKS = 100;

interface Mix {
  readonly encoder: OpusCodec;
  idleTicks: number;
  /** Undefined: not asked for in this tick. */
  encoded: { readonly packet: Buffer | undefined } | undefined;
}

interface Voice {
  readonly owner: string;
  readonly pcm: Int16Array;
}

/** Sums voices, and encodes each distinct sum once a tick. */
export class Mixer {
  /** By the owner that is left out; `undefined`: nobody is. */
  readonly #mixes = new Map<string | undefined, Mix>();
  readonly #sum = new Int32Array(FRAME_SAMPLES);
  readonly #pcm = new Int16Array(FRAME_SAMPLES);
  #talkers: readonly Speaker[] = [];
  #voices: readonly Voice[] | undefined;

  constructor(private readonly openCodec: OpenCodec) {}

  /** Begins another 20 ms. Nothing is decoded until somebody must hear a mix. */
  tick(talkers: readonly Speaker[]): void {
    this.#talkers = talkers;
    this.#voices = undefined;
    for (const [owner, mix] of this.#mixes) this.#advance(owner, mix);
  }

  /** All who talk but this owner; undefined: the codec refused. */
  mixWithout(owner: string): Buffer | undefined {
    const isTalking = this.#talkers.some((talker) => talker.owner === owner);
    const mix = this.#mix(isTalking ? owner : undefined);
    mix.encoded ??= { packet: mix.encoder.encode(this.#sumWithout(owner)) };
    mix.idleTicks = 0;
    return mix.encoded.packet;
  }

  close(): void {
    for (const { encoder } of this.#mixes.values()) encoder.close();
    this.#mixes.clear();
  }

  #advance(owner: string | undefined, mix: Mix): void {
    mix.encoded = undefined;
    mix.idleTicks += 1;
    if (mix.idleTicks <= ENCODER_TICKS) return;
    mix.encoder.close();
    this.#mixes.delete(owner);
  }

  #mix(owner: string | undefined): Mix {
    const found = this.#mixes.get(owner);
    if (found) return found;
    const mix: Mix = { encoder: this.openCodec(), idleTicks: 0, encoded: undefined };
    this.#mixes.set(owner, mix);
    return mix;
  }

  #sumWithout(owner: string): Int16Array {
    this.#voices ??= this.#talkers.map((talker) => ({ owner: talker.owner, pcm: talker.decode() }));
    this.#sum.fill(0);
    for (const voice of this.#voices) if (voice.owner !== owner) this.#add(voice.pcm);
    return this.#saturate();
  }

  #add(pcm: Int16Array): void {
    for (let i = 0; i < FRAME_SAMPLES; i += 1) this.#sum[i] = (this.#sum[i] ?? 0) + (pcm[i] ?? 0);
  }

  #saturate(): Int16Array {
    for (let i = 0; i < FRAME_SAMPLES; i += 1) {
      this.#pcm[i] = Math.max(-32768, Math.min(32767, this.#sum[i] ?? 0));
    }
    return this.#pcm;
  }
}
