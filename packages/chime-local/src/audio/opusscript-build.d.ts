/** What is inside opusscript (0.1.1): libopus 1.4, with an encoder and a decoder in each object. */
declare module 'opusscript/build/opusscript_native_wasm.js' {
  interface OpusHandler {
    /** `bytes` 0: the PCM is 16-bit samples already. Negative: libopus' error. */
    _encode(pcm: number, bytes: number, packet: number, samples: number): number;
    /** Writes the two bytes of each sample as two 16-bit numbers. Negative: libopus' error. */
    _decode(packet: number, bytes: number, pcm: number): number;
    _encoder_ctl(request: number, value: number): number;
  }

  interface OpusModule {
    /** Another array after each growth of the memory. */
    readonly HEAP16: Int16Array;
    readonly HEAPU8: Uint8Array;
    _malloc(bytes: number): number;
    readonly OpusScriptHandler: {
      new (sampleRate: number, channels: number, application: number): OpusHandler;
      destroy_handler(handler: OpusHandler): void;
    };
  }

  export default function createOpusModule(): OpusModule;
}
