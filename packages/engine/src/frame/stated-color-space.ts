let keepsNulls: boolean | undefined;

/**
 * The colour space to make a frame of planes with. A camera's frames carry nulls, which every browser
 * draws as BT.601. Firefox 153 takes a null matrix for BT.709 in a frame that is made, so there it is
 * said; others are told what the source told.
 */
export function statedColorSpace(space: VideoColorSpaceInit): VideoColorSpaceInit {
  keepsNulls ??= triesNulls();
  return keepsNulls ? space : { ...space, matrix: space.matrix ?? 'smpte170m' };
}

function triesNulls(): boolean {
  const frame = new VideoFrame(new Uint8Array(6), {
    format: 'I420',
    codedWidth: 2,
    codedHeight: 2,
    timestamp: 0,
    colorSpace: { matrix: null },
  });
  const { matrix } = frame.colorSpace;
  frame.close();
  return matrix === null;
}
