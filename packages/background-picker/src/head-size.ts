/** Width and height in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Sizes stand near the beginning; before it may lie a preview and the camera's notes. */
const HEAD_BYTES = 256 * 1024;
const PNG_BEGIN = 0x89504e47;
const JPEG_BEGIN = 0xffd8;

/**
 * The size that a PNG or JPEG file says it has, read without decoding it: a picture that is too
 * large to be decoded still tells its size. Undefined for everything else.
 */
export async function headSize(file: Blob): Promise<PictureSize | undefined> {
  const head = new DataView(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (head.byteLength < 24) return undefined;
  if (head.getUint32(0) === PNG_BEGIN) {
    return { width: head.getUint32(16), height: head.getUint32(20) };
  }
  return head.getUint16(0) === JPEG_BEGIN ? jpegSize(head) : undefined;
}

/** Goes from segment to segment until one begins a frame. */
function jpegSize(head: DataView): PictureSize | undefined {
  for (let at = 2; at + 9 <= head.byteLength; at += 2 + head.getUint16(at + 2)) {
    if (isFrameBegin(head.getUint16(at))) {
      return { width: head.getUint16(at + 7), height: head.getUint16(at + 5) };
    }
  }
  return undefined;
}

/** SOF0 to SOF15, but for the three of that range that mean something else (DHT, JPG, DAC). */
const isFrameBegin = (marker: number): boolean =>
  marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
