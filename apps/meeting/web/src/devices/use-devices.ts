import { useEffect } from 'react';
import type { DeviceKind } from '../media/device-problem';
import { useStore } from '../state/use-store';
import { DEVICES, type Device } from './device-list';

/** The devices of a kind, kept up to date as they are plugged in and out. */
export function useDevices(kind: DeviceKind): readonly Device[] {
  useEffect(() => DEVICES.watch(), []);
  return useStore(DEVICES.state)[kind];
}
