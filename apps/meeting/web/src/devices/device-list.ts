import type { DeviceKind } from '../media/device-problem';
import { Store } from '../state/store';
import { DEVICE } from '../texts';

/** A device that can be chosen. */
export interface Device {
  readonly deviceId: string;
  readonly label: string;
}

/** What is plugged in, by kind; empty until the browser was allowed to tell. */
export type Devices = Readonly<Record<DeviceKind, readonly Device[]>>;

const KINDS: Readonly<Record<MediaDeviceKind, DeviceKind>> = {
  videoinput: 'camera',
  audioinput: 'microphone',
  audiooutput: 'speaker',
};

/** The devices that there are; follows what is plugged in and out while it is watched. */
export class DeviceList {
  readonly state = new Store<Devices>({ camera: [], microphone: [], speaker: [] });
  readonly #source = navigator.mediaDevices as MediaDevices | undefined;
  #watchers = 0;
  #looks = 0;

  /** Follows `devicechange` until the result is called. */
  watch(): () => void {
    if (this.#watchers++ === 0) this.#source?.addEventListener('devicechange', this.refresh);
    void this.refresh();
    return () => {
      if (--this.#watchers === 0) this.#source?.removeEventListener('devicechange', this.refresh);
    };
  }

  /** Looks anew: browsers tell names only once a device was allowed, and no event says so. */
  readonly refresh = async (): Promise<void> => {
    const look = ++this.#looks;
    const found = (await this.#source?.enumerateDevices().catch(() => [])) ?? [];
    // Answers may overtake each other.
    if (look !== this.#looks) return;
    const devices = listed(found);
    if (JSON.stringify(devices) !== JSON.stringify(this.state.get())) this.state.set(devices);
  };
}

/** Of this page. */
export const DEVICES = new DeviceList();

function listed(found: readonly MediaDeviceInfo[]): Devices {
  const devices: Record<DeviceKind, Device[]> = { camera: [], microphone: [], speaker: [] };
  for (const { kind, deviceId, label } of found) {
    if (!deviceId) continue;
    const name = KINDS[kind];
    const list = devices[name];
    list.push({ deviceId, label: label || `${DEVICE[name]} ${list.length + 1}` });
  }
  return devices;
}
