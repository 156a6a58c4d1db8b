import { JitterBuffer } from './jitter-buffer';
import { LevelMeter } from './level-meter';
import type { OpenCodec, OpusCodec } from './opus-codec';
import { isTwentyMs } from './opus-packet';

/** -dBov: a room with nobody speaking is mostly below, as browsers send it, noise taken out. */
const VOICE_LEVEL = 60;
/** A voice goes on this long after it was last loud: between words. */
const HANGOVER_TICKS = 30;
/** Without packets for longer nobody speaks there. */
const MAX_EMPTY_TICKS = 3;
/** A decoder unused for this long is given back. */
const DECODER_TICKS = 100;

/** One voice that comes in: what of it is played in this tick. */
export class Speaker {
  readonly #buffer = new JitterBuffer();
  readonly #meter = new LevelMeter();
  #frame: Buffer | undefined;
  #loudTicks = 0;
  #emptyTicks = MAX_EMPTY_TICKS;
  #decoder: OpusCodec | undefined;
  #decoderIdleTicks = 0;

  /** @param owner - Whose own voice this is: that owner does not hear it. */
  constructor(
    readonly owner: string,
    private readonly openCodec: OpenCodec,
  ) {}

  /** -dBov, lately. */
  get level(): number {
    return this.#meter.level;
  }

  get isTalking(): boolean {
    return this.#loudTicks > 0 && this.#emptyTicks < MAX_EMPTY_TICKS;
  }

  /** This tick's packet; undefined: it was lost. */
  get frame(): Buffer | undefined {
    return this.#frame;
  }

  /**
   * Takes a packet, whose bytes are copied.
   *
   * @param level - -dBov as the sender says.
   */
  receive(sequence: number, packet: Buffer, level: number): void {
    if (!isTwentyMs(packet)) return;
    this.#meter.note(level);
    if (level <= VOICE_LEVEL) this.#loudTicks = HANGOVER_TICKS;
    this.#buffer.push(sequence, Buffer.from(packet));
  }

  /** Goes on by 20 ms. */
  tick(): void {
    const played = this.#buffer.pop();
    this.#frame = typeof played === 'string' ? undefined : played;
    this.#emptyTicks = played === 'empty' ? this.#emptyTicks + 1 : 0;
    this.#loudTicks -= this.#loudTicks > 0 ? 1 : 0;
    this.#meter.tick();
    this.#releaseIdleDecoder();
  }

  /** This tick's sound, valid until the next call. Once a tick. */
  decode(): Int16Array {
    this.#decoder ??= this.openCodec();
    this.#decoderIdleTicks = 0;
    const decoded = this.#frame && this.#decoder.decode(this.#frame);
    return decoded ?? this.#decoder.conceal();
  }

  /** At once nobody speaks here, and what waited is not played later. */
  silence(): void {
    this.#buffer.clear();
    this.#meter.clear();
    this.#loudTicks = 0;
    this.#frame = undefined;
  }

  /** Leaves out what piled up while ticks were missed. */
  catchUp(): void {
    this.#buffer.catchUp();
  }

  close(): void {
    this.silence();
    this.#closeDecoder();
  }

  #releaseIdleDecoder(): void {
    this.#decoderIdleTicks += 1;
    if (this.#decoderIdleTicks > DECODER_TICKS) this.#closeDecoder();
  }

  #closeDecoder(): void {
    this.#decoder?.close();
    this.#decoder = undefined;
  }
}
