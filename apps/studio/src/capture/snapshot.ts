/**
 * The picture that a video shows, at its full size, as PNG.
 * @returns Undefined where the video shows nothing yet.
 */
export async function snapshotOf(video: HTMLVideoElement): Promise<Blob | undefined> {
  const { videoWidth: width, videoHeight: height, readyState } = video;
  if (width === 0 || readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return undefined;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return png ?? undefined;
}
