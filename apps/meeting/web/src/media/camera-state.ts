import type { BackgroundProcessor, CycloramaError, ProcessorState } from 'cyclorama';
import type { DeviceProblem } from './device-problem';

/** How the camera stands. */
export interface CameraState {
  readonly status: 'off' | 'starting' | 'on';
  /** What others see, while it is on: the room is never in it. */
  readonly output?: MediaStream | undefined;
  /** Whose output that is. It stays the same when another camera is chosen. */
  readonly processor?: BackgroundProcessor | undefined;
  /** How that stands: until it runs, and when it fails, the background alone is seen. */
  readonly picture?: ProcessorState | undefined;
  /** Which camera it is. */
  readonly deviceId?: string | undefined;
  /** Why it went, or did not come, on; or, while it is on, what is wrong with the picture. */
  readonly problem?: DeviceProblem | undefined;
}

/** What becomes of the camera by itself. */
export interface CameraEvents {
  /** The one that was on, or asked for, is not there; another one took its place. */
  onReplaced(): void;
  /** The background cannot be shown; a flat colour stands in for it. */
  onBackgroundLost(error: CycloramaError): void;
}
