/** What the TensorFlow Lite module of `@twilio/video-processors` exports that is used here. */
interface TfliteModule {
  readonly HEAPU8: Uint8Array;
  readonly HEAPF32: Float32Array;
  _getModelBufferMemoryOffset(): number;
  /** @returns 0 where the model can be run. */
  _loadModel(bytes: number): number;
  _getInputMemoryOffset(): number;
  _getInputHeight(): number;
  _getInputWidth(): number;
  _getInputChannelCount(): number;
  _getOutputMemoryOffset(): number;
  _getOutputHeight(): number;
  _getOutputWidth(): number;
  _getOutputChannelCount(): number;
  /** @returns 0 where all went well. */
  _runInference(): number;
}

/** The module's factory, as its script defines it. */
export type CreateTflite = (options: {
  readonly wasmBinary: Uint8Array;
  readonly print: () => void;
  readonly printErr: () => void;
}) => Promise<TfliteModule>;

/** A model in an instance of the module: XNNPACK, WASM SIMD, one thread. */
export class TfliteModel {
  constructor(private readonly module: TfliteModule) {}

  /** The input; fetched anew each time, since the memory may have grown. */
  input(): Float32Array {
    const { module } = this;
    const count =
      module._getInputHeight() * module._getInputWidth() * module._getInputChannelCount();
    return this.#view(module._getInputMemoryOffset(), count);
  }

  output(): Float32Array {
    const { module } = this;
    const count =
      module._getOutputHeight() * module._getOutputWidth() * module._getOutputChannelCount();
    return this.#view(module._getOutputMemoryOffset(), count);
  }

  run(): void {
    const code = this.module._runInference();
    if (code !== 0) throw new Error(`TensorFlow Lite's _runInference gave ${code}.`);
  }

  #view(pointer: number, count: number): Float32Array {
    return this.module.HEAPF32.subarray(pointer / 4, pointer / 4 + count);
  }
}

/**
 * Loads a model into an instance of its own.
 * @throws Error when the module cannot run the model.
 */
export async function loadTflite(
  create: CreateTflite,
  wasmBinary: Uint8Array,
  model: Uint8Array,
): Promise<TfliteModel> {
  // It tells of itself on standard output, which is for the result alone.
  const silent = (): void => undefined;
  const module = await create({ wasmBinary, print: silent, printErr: silent });
  module.HEAPU8.set(model, module._getModelBufferMemoryOffset());
  const code = module._loadModel(model.byteLength);
  if (code !== 0) throw new Error(`TensorFlow Lite's _loadModel gave ${code}.`);
  return new TfliteModel(module);
}
