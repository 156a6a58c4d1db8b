import { Store } from '../state/store';
import { Camera } from './camera';

/** Which microphone, and whether it is open. */
export interface MicrophoneState {
  /** None: whichever the browser chooses. */
  readonly deviceId?: string | undefined;
  readonly isMuted: boolean;
  /** Why it cannot be had. */
  readonly problem?: unknown;
}

/** Through what one hears the others. */
export interface SpeakerState {
  /** None: whichever the browser chooses. */
  readonly deviceId?: string | undefined;
}

/** One's own devices as they were chosen in the lobby; the call goes on with the same. */
export class LocalMedia {
  readonly camera = new Camera({ type: 'blur' });
  readonly microphone = new Store<MicrophoneState>({ isMuted: false });
  readonly speaker = new Store<SpeakerState>({});

  /** Lets go of everything. */
  close(): void {
    this.camera.close();
  }
}
