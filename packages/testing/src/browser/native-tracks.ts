/** Chromium's own, also while a test hides them from the code that it tests. */
export const NativeProcessor = globalThis.MediaStreamTrackProcessor;
/** See `NativeProcessor`. */
export const NativeGenerator = globalThis.MediaStreamTrackGenerator;
