import { isResolution, type Resolution } from '../media/camera-wish';
import { lasting, recall, remember } from './stored';

/** What one chose of one's devices, for the next meeting. */
export interface DeviceChoices {
  readonly camera?: string | undefined;
  readonly microphone?: string | undefined;
  readonly speaker?: string | undefined;
  readonly resolution: Resolution;
  /** Whether one joins seen. */
  readonly isCameraOn: boolean;
  /** Whether one joins unheard. */
  readonly isMuted: boolean;
}

const NAME = 'cyclorama-meeting:devices';

const FIRST: DeviceChoices = { resolution: '720p', isCameraOn: true, isMuted: false };

/** What was chosen last; of what cannot be read, what a first visitor has. */
export function recallDevices(): DeviceChoices {
  const kept = readObject(recall(lasting, NAME));
  return {
    camera: textIn(kept.camera),
    microphone: textIn(kept.microphone),
    speaker: textIn(kept.speaker),
    resolution: isResolution(kept.resolution) ? kept.resolution : FIRST.resolution,
    isCameraOn: kept.isCameraOn !== false,
    isMuted: kept.isMuted === true,
  };
}

/** Remembers what has changed. */
export const rememberDevices = (changed: Partial<DeviceChoices>): void =>
  remember(lasting, NAME, JSON.stringify({ ...recallDevices(), ...changed }));

const textIn = (kept: unknown): string | undefined => (typeof kept === 'string' ? kept : undefined);

function readObject(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    return { ...(JSON.parse(text ?? '') as object) };
  } catch {
    return {};
  }
}
