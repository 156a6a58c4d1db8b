/** The camera's track, and the size that it says it has. */
export interface OpenedCamera {
  readonly track: MediaStreamTrack;
  readonly width: number;
  readonly height: number;
}

/** Opens the camera, which is Chromium's fake one that plays the clip. */
export async function openCamera(): Promise<OpenedCamera> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: true });
  const [track] = stream.getVideoTracks();
  if (!track) throw new Error('The camera gave no track.');
  const { width = 0, height = 0 } = track.getSettings();
  return { track, width, height };
}
