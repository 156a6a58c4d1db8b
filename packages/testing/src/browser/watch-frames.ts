/**
 * Notes every frame that the page, or the worker, in which it is called gets or makes from now on.
 * @returns How many of them are neither closed nor passed on.
 */
export function watchFrames(): () => number {
  const frames = new Set<VideoFrame>();
  const NativeFrame = globalThis.VideoFrame;
  const note = (value: unknown): void => {
    if (value instanceof NativeFrame) frames.add(value);
  };
  noteMade(note);
  noteRead(note);
  noteReceived(note);
  // One that was closed or transferred has no size any more.
  return () => [...frames].filter((frame) => frame.codedWidth > 0).length;
}

type Note = (value: unknown) => void;

function noteMade(note: Note): void {
  const NativeFrame = globalThis.VideoFrame;
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
}

function noteRead(note: Note): void {
  const { read } = ReadableStreamDefaultReader.prototype;
  ReadableStreamDefaultReader.prototype.read = async function noted(
    this: ReadableStreamDefaultReader,
  ) {
    const result = await read.call(this);
    note(result.value);
    return result;
  };
}

function noteReceived(note: Note): void {
  const getData = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')?.get;
  Object.defineProperty(MessageEvent.prototype, 'data', {
    get(this: MessageEvent) {
      const data: unknown = getData?.call(this);
      noteDeep(note, data);
      return data;
    },
  });
}

function noteDeep(note: Note, value: unknown): void {
  note(value);
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value as Record<string, unknown>)) {
    note(inner);
    if (inner?.constructor === Object) noteDeep(note, inner);
  }
}
