/** Plays a track in an element that is shown nowhere. */
export async function playTrack(
  track: MediaStreamTrack,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<HTMLVideoElement> {
  const video = document.createElement('video');
  video.muted = true;
  // Some libraries take the size from these.
  video.width = width;
  video.height = height;
  video.srcObject = new MediaStream([track]);
  await video.play();
  return video;
}

/** Draws each new picture of a video; the newest of those that come meanwhile is the next. */
export function onEachPicture(video: HTMLVideoElement, draw: () => Promise<void>): void {
  video.requestVideoFrameCallback(() => {
    void draw().then(() => onEachPicture(video, draw));
  });
}
