import type { ReactElement } from 'react';
import type { DeviceKind } from '../media/device-problem';
import { DEVICE } from '../texts';
import { Field } from '../ui/field';
import { useDevices } from './use-devices';

interface DeviceSelectProps {
  readonly kind: DeviceKind;
  /** Which one is used; undefined: whichever the browser chooses. */
  readonly deviceId: string | undefined;
  readonly onChoose: (deviceId: string) => void;
}

/** Chooses one of the devices of a kind. The browser's choice is shown while it is that. */
export function DeviceSelect({ kind, deviceId, onChoose }: DeviceSelectProps): ReactElement {
  const devices = useDevices(kind);
  const isListed = (id: string | undefined) => devices.some((each) => each.deviceId === id);
  // Some browsers list their own choice by this name.
  const chosen = [deviceId, 'default'].find(isListed);
  return (
    <Field label={DEVICE[kind]}>
      {(control) => (
        <select
          {...control}
          value={chosen ?? ''}
          disabled={devices.length === 0}
          onChange={({ target }) => onChoose(target.value)}
        >
          {chosen === undefined && <option value="">{DEVICE.usual}</option>}
          {devices.map(({ deviceId: id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
