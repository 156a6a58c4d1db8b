/** Runs in a worker before its own script: takes a test's orders and counts open frames. */
interface Order {
  readonly order?: 'hang' | 'count';
  readonly port?: MessagePort;
}

const frames = new Set<VideoFrame>();
const NativeFrame = globalThis.VideoFrame;

const note = (value: unknown): void => {
  if (value instanceof NativeFrame) frames.add(value);
};

globalThis.VideoFrame = new Proxy(NativeFrame, {
  construct: (target, args) => {
    const frame: unknown = Reflect.construct(target, args);
    note(frame);
    return frame as VideoFrame;
  },
});

const { clone } = NativeFrame.prototype;
NativeFrame.prototype.clone = function cloned(this: VideoFrame) {
  const frame = clone.call(this);
  note(frame);
  return frame;
};

const { read } = ReadableStreamDefaultReader.prototype;
ReadableStreamDefaultReader.prototype.read = async function noted(
  this: ReadableStreamDefaultReader,
) {
  const result = await read.call(this);
  note(result.value);
  return result;
};

const getData = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')?.get;
Object.defineProperty(MessageEvent.prototype, 'data', {
  get(this: MessageEvent) {
    const data: unknown = getData?.call(this);
    noteDeep(data);
    return data;
  },
});

function noteDeep(value: unknown): void {
  note(value);
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value as Record<string, unknown>)) {
    note(inner);
    if (inner?.constructor === Object) noteDeep(inner);
  }
}

// A frame that was closed or transferred has no format any more.
const openFrames = (): number => [...frames].filter((frame) => frame.format !== null).length;

globalThis.addEventListener('message', ({ data }: MessageEvent<Order>) => {
  if (data.order === 'hang') for (;;);
  if (data.order !== 'count') return;
  data.port?.postMessage(openFrames());
});

export {};
