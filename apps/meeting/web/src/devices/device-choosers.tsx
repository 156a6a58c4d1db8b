import type { ReactElement } from 'react';
import { isResolution, RESOLUTIONS } from '../media/camera-wish';
import type { LocalMedia } from '../media/local-media';
import { useStore } from '../state/use-store';
import { DEVICE } from '../texts';
import { Field } from '../ui/field';
import { DeviceSelect } from './device-select';

interface ChooserProps {
  readonly media: LocalMedia;
}

/** Chooses the camera, in lobby and room. */
export function CameraChooser({ media }: ChooserProps): ReactElement {
  const { deviceId = media.camera.wish.deviceId } = useStore(media.camera.state);
  const choose = (id: string): void => void media.chooseCamera({ deviceId: id });
  return <DeviceSelect kind="camera" deviceId={deviceId} onChoose={choose} />;
}

/** Chooses how large one's picture is. */
export function ResolutionChooser({ media }: ChooserProps): ReactElement {
  // The wish changes with the state.
  useStore(media.camera.state);
  const choose = (value: string): void => {
    if (isResolution(value)) void media.chooseCamera({ resolution: value });
  };
  return (
    <Field label={DEVICE.resolution}>
      {(control) => (
        <select
          {...control}
          value={media.camera.wish.resolution}
          onChange={({ target }) => choose(target.value)}
        >
          {RESOLUTIONS.map((resolution) => (
            <option key={resolution} value={resolution}>
              {DEVICE.resolutions[resolution]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Chooses the microphone, in lobby and room. */
export function MicrophoneChooser({ media }: ChooserProps): ReactElement {
  const { deviceId } = useStore(media.microphone);
  const choose = (id: string): void => media.chooseMicrophone(id);
  return <DeviceSelect kind="microphone" deviceId={deviceId} onChoose={choose} />;
}

/** Whether the browser lets a page choose through what it is heard. */
export const CAN_CHOOSE_SPEAKER = 'setSinkId' in HTMLMediaElement.prototype;

/** Chooses the speaker, in lobby and room; nothing where the browser chooses. */
export function SpeakerChooser({ media }: ChooserProps): ReactElement | null {
  const { deviceId } = useStore(media.speaker);
  const choose = (id: string): void => media.chooseSpeaker(id);
  if (!CAN_CHOOSE_SPEAKER) return null;
  return <DeviceSelect kind="speaker" deviceId={deviceId} onChoose={choose} />;
}
