import type { DeviceKind } from './device-problem';

/** A device that was chosen is not there any more, and another one serves in its place. */
export interface DeviceNotice {
  readonly device: DeviceKind;
}
