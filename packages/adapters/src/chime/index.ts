export { chimeVideoInput } from './chime-video-input';
export { chimeFrameProcessor, type ChimeFrameProcessor } from './frame-processor';
export type { ChimeVideoSource } from './source';
export type { ChimeVideoInput } from './video-input-api';
