/** A picture that can be drawn; whoever gets it closes it. */
export interface Decoded {
  readonly image: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  readonly close: () => void;
}

/** Fetches and decodes a picture, or I420 planes whose type tells their size. */
export async function decodeFrame(url: string): Promise<Decoded> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} cannot be fetched: HTTP status ${response.status}.`);
  const type = response.headers.get('Content-Type') ?? '';
  const [, width, height] = /^application\/x-i420;width=(\d+);height=(\d+)$/.exec(type) ?? [];
  if (width !== undefined && height !== undefined) {
    return decodePlanes(await response.arrayBuffer(), Number(width), Number(height));
  }
  const bitmap = await createImageBitmap(await response.blob());
  return { image: bitmap, width: bitmap.width, height: bitmap.height, close: () => bitmap.close() };
}

function decodePlanes(planes: ArrayBuffer, width: number, height: number): Decoded {
  const frame = new VideoFrame(planes, {
    format: 'I420',
    codedWidth: width,
    codedHeight: height,
    timestamp: 0,
    colorSpace: {
      matrix: 'smpte170m',
      primaries: 'smpte170m',
      transfer: 'smpte170m',
      fullRange: false,
    },
  });
  return { image: frame, width, height, close: () => frame.close() };
}
