import createOpusModule, {
  type OpusHandler,
  type OpusModule,
} from 'opusscript/build/opusscript_native_wasm.js';
import type { OpusCodec } from './opus-codec';
import { FRAME_SAMPLES } from './opus-packet';

const SAMPLE_RATE = 48_000;

/** `OPUS_APPLICATION_AUDIO`: what is mixed was coded for speech or music once already. */
const APPLICATION = 2049;

const SET_BITRATE = 4002;
const SET_COMPLEXITY = 4010;

const BITRATE_BPS = 48_000;
/** Of 10: a quarter cheaper than the default 9. */
const COMPLEXITY = 5;

const MAX_PACKET_BYTES = 3828;
/** `_decode` always has room for 120 ms, each sample in 4 bytes. */
const DECODED_BYTES = 5760 * 4;

/**
 * The WebAssembly inside opusscript, without its JavaScript. That writes at twice the address that it
 * allocated, into other codecs' state, and breaks when the memory has grown.
 */
class LibOpus {
  readonly #module: OpusModule = createOpusModule();
  // Between calls nothing is kept there, so that all codecs share it.
  readonly #pcm = this.#module._malloc(FRAME_SAMPLES * 2);
  readonly #packet = this.#module._malloc(MAX_PACKET_BYTES);
  readonly #decoded = this.#module._malloc(DECODED_BYTES);

  createHandler(): OpusHandler {
    const handler = new this.#module.OpusScriptHandler(SAMPLE_RATE, 1, APPLICATION);
    handler._encoder_ctl(SET_BITRATE, BITRATE_BPS);
    handler._encoder_ctl(SET_COMPLEXITY, COMPLEXITY);
    return handler;
  }

  destroyHandler(handler: OpusHandler): void {
    this.#module.OpusScriptHandler.destroy_handler(handler);
  }

  encode(handler: OpusHandler, pcm: Int16Array): Buffer | undefined {
    this.#module.HEAP16.set(pcm, this.#pcm >> 1);
    const bytes = handler._encode(this.#pcm, 0, this.#packet, FRAME_SAMPLES);
    if (bytes <= 0) return undefined;
    return Buffer.from(this.#module.HEAPU8.subarray(this.#packet, this.#packet + bytes));
  }

  /** @returns the samples that it holds; more than the target takes are left out. */
  decode(handler: OpusHandler, packet: Buffer, target: Int16Array): number {
    this.#module.HEAPU8.set(packet, this.#packet);
    const samples = handler._decode(this.#packet, packet.length, this.#decoded);
    const halves = this.#module.HEAP16;
    const from = this.#decoded >> 1;
    for (let i = 0; i < Math.min(samples, target.length); i += 1) {
      target[i] = (halves[from + 2 * i] ?? 0) | ((halves[from + 2 * i + 1] ?? 0) << 8);
    }
    return samples;
  }
}

const NOTHING = Buffer.alloc(0);

class LibOpusCodec implements OpusCodec {
  readonly #handler: OpusHandler;
  readonly #decoded = new Int16Array(FRAME_SAMPLES);
  #closed = false;

  constructor(private readonly library: LibOpus) {
    this.#handler = library.createHandler();
  }

  encode(pcm: Int16Array): Buffer | undefined {
    return this.library.encode(this.#handler, pcm);
  }

  decode(packet: Buffer): Int16Array | undefined {
    if (packet.length === 0 || packet.length > MAX_PACKET_BYTES) return undefined;
    const samples = this.library.decode(this.#handler, packet, this.#decoded);
    return samples === FRAME_SAMPLES ? this.#decoded : undefined;
  }

  conceal(): Int16Array {
    // libopus makes 120 ms of it, of which the first 20 are taken.
    this.library.decode(this.#handler, NOTHING, this.#decoded);
    return this.#decoded;
  }

  close(): void {
    if (!this.#closed) this.library.destroyHandler(this.#handler);
    this.#closed = true;
  }
}

let library: LibOpus | undefined;

/** A codec of libopus; the first call takes some milliseconds, for its compilation. */
export function openLibopus(): OpusCodec {
  library ??= new LibOpus();
  return new LibOpusCodec(library);
}
