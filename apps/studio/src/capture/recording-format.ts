/** How a recording is written. */
export interface RecordingFormat {
  readonly mimeType: string;
  readonly extension: 'mp4' | 'webm';
}

/**
 * Best first. A switch of source may change the picture's size in the middle: avc3 and WebM write
 * that down, while after it no player shows anything of avc1, which is for browsers with nothing
 * else.
 */
const FORMATS: readonly RecordingFormat[] = [
  { mimeType: 'video/mp4;codecs=avc3.640028,mp4a.40.2', extension: 'mp4' },
  { mimeType: 'video/mp4;codecs=avc3.640028,opus', extension: 'mp4' },
  { mimeType: 'video/webm;codecs=vp8,opus', extension: 'webm' },
  { mimeType: 'video/mp4', extension: 'mp4' },
];

/** The best that this browser writes; undefined where it does not record at all. */
export function recordingFormat(): RecordingFormat | undefined {
  if (!('MediaRecorder' in globalThis)) return undefined;
  return FORMATS.find(({ mimeType }) => MediaRecorder.isTypeSupported(mimeType));
}
