import type { Background } from 'cyclorama';
import { Backgrounds } from '../background/backgrounds';
import { DEVICES } from '../devices/device-list';
import { recallDevices, rememberDevices } from '../memory/device-choices';
import { Store } from '../state/store';
import { Camera } from './camera';
import type { CameraWish } from './camera-wish';
import type { DeviceNotice } from './device-notice';
import type { DeviceProblem } from './device-problem';

/** Which microphone, and whether it is open. */
export interface MicrophoneState {
  /** None: whichever the browser chooses. */
  readonly deviceId?: string | undefined;
  readonly isMuted: boolean;
  /** Why it cannot be had: one can listen all the same. */
  readonly problem?: DeviceProblem | undefined;
}

/** Through what one hears the others. */
export interface SpeakerState {
  /** None: whichever the browser chooses. */
  readonly deviceId?: string | undefined;
}

/** Stands behind one until the chosen background is there, which takes no longer than the camera. */
const AT_FIRST: Background = { type: 'color', color: '#2f6f5e' };

/**
 * One's own devices as they were chosen in the lobby; the call goes on with the same. What is chosen
 * by `chooseCamera` and the like is remembered; a device that is not there any more gives way to
 * another one, and `notice` tells of it.
 */
export class LocalMedia {
  readonly camera: Camera;
  readonly microphone: Store<MicrophoneState>;
  readonly speaker: Store<SpeakerState>;
  readonly backgrounds = new Backgrounds((background) => this.camera.setBackground(background));
  /** What was told of a device that gave way to another one; to be dismissed by `undefined`. */
  readonly notice = new Store<DeviceNotice | undefined>(undefined);

  constructor() {
    const { camera, microphone, speaker, resolution, isMuted } = recallDevices();
    this.camera = new Camera({ deviceId: camera, resolution }, AT_FIRST, {
      onReplaced: () => this.notice.set({ device: 'camera' }),
      onBackgroundLost: (error) => this.backgrounds.lose(error),
    });
    this.microphone = new Store<MicrophoneState>({ deviceId: microphone, isMuted });
    this.speaker = new Store<SpeakerState>({ deviceId: speaker });
  }

  /** Puts the remembered background behind one, and opens the camera unless one joined without. */
  start(): void {
    this.backgrounds.start();
    const isOff = this.camera.state.get().status === 'off';
    if (isOff && recallDevices().isCameraOn) void this.camera.open();
  }

  /** Another camera, or another size; what is switched off stays so. */
  async chooseCamera(wish: Partial<CameraWish>): Promise<void> {
    const whole = { ...this.camera.wish, ...wish };
    rememberDevices({ camera: whole.deviceId, resolution: whole.resolution });
    this.notice.set(undefined);
    await this.camera.choose(whole);
  }

  /** Switches the camera on or off, the next time too. */
  async setCameraOn(isOn: boolean): Promise<void> {
    rememberDevices({ isCameraOn: isOn });
    if (isOn) await this.camera.open();
    else this.camera.close();
  }

  chooseMicrophone(deviceId: string): void {
    rememberDevices({ microphone: deviceId });
    this.microphone.patch({ deviceId, problem: undefined });
  }

  /** Whoever uses it opens it anew where its problem is gone. */
  retryMicrophone(): void {
    this.microphone.patch({ problem: undefined });
  }

  chooseSpeaker(deviceId: string): void {
    rememberDevices({ speaker: deviceId });
    this.speaker.patch({ deviceId });
  }

  setMuted(isMuted: boolean): void {
    rememberDevices({ isMuted });
    this.microphone.patch({ isMuted });
  }

  /** Has devices that were unplugged give way to others, until the result is called. */
  watch(): () => void {
    const stopWatching = DEVICES.watch();
    const unsubscribe = DEVICES.state.subscribe(() => this.#giveWay());
    return () => {
      unsubscribe();
      stopWatching();
    };
  }

  /** Lets go of everything; it can be used again. */
  close(): void {
    this.camera.close();
  }

  #giveWay(): void {
    for (const device of ['microphone', 'speaker'] as const) {
      const { deviceId } = this[device].get();
      const listed = DEVICES.state.get()[device];
      const isThere = listed.length === 0 || listed.some((each) => each.deviceId === deviceId);
      if (deviceId !== undefined && !isThere) this.replace(device);
    }
  }

  /** The chosen one cannot be had: the browser's choice takes its place. */
  replace(device: 'microphone' | 'speaker'): void {
    if (device === 'microphone') this.microphone.patch({ deviceId: undefined });
    else this.speaker.patch({ deviceId: undefined });
    this.notice.set({ device });
  }
}
