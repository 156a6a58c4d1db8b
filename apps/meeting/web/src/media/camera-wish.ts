/** How large a picture the camera is asked for. */
export type Resolution = '360p' | '540p' | '720p';

/** From the smallest. */
export const RESOLUTIONS = ['360p', '540p', '720p'] as const satisfies readonly Resolution[];

/** Whether something that was kept is a resolution. */
export const isResolution = (kept: unknown): kept is Resolution =>
  RESOLUTIONS.some((each) => each === kept);

/** Which camera, and how. */
export interface CameraWish {
  /** None: whichever the browser chooses. */
  readonly deviceId?: string | undefined;
  readonly resolution: Resolution;
}

const SIZES: Readonly<Record<Resolution, readonly [number, number]>> = {
  '360p': [640, 360],
  '540p': [960, 540],
  '720p': [1280, 720],
};

/** Sizes as wishes: a camera that cannot do them gives the nearest. */
export function constraintsOf({ deviceId, resolution }: CameraWish): MediaTrackConstraints {
  const [width, height] = SIZES[resolution];
  return {
    width: { ideal: width },
    height: { ideal: height },
    frameRate: { ideal: 30 },
    ...(deviceId && { deviceId: { exact: deviceId } }),
  };
}
