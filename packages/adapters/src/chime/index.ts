export { chimeVideoInput } from './chime-video-input';
export { chimeFrameProcessor } from './frame-processor';
export type { ChimeFrameProcessor } from './frame-processor-api';
export type { ChimeVideoSource } from './source';
export type { ChimeVideoInput } from './video-input-api';
