import { chimeVideoInput } from '@cyclorama/adapters/chime';
import type { AudioVideoFacade } from 'amazon-chime-sdk-js';
import type { Camera } from '../media/camera';
import { CALL_LOGGER } from './call-logger';
import { Follower } from './follower';
import type { PublishedDevice } from './publisher';

/** What of a session a camera needs. */
type VideoCalls = Pick<
  AudioVideoFacade,
  | 'startVideoInput'
  | 'stopVideoInput'
  | 'startLocalVideoTile'
  | 'stopLocalVideoTile'
  | 'addObserver'
  | 'removeObserver'
>;

/** Sends what the camera's processor gives: never a frame that has not been through it. */
export class PublishedCamera implements PublishedDevice {
  constructor(private readonly camera: Camera) {}

  async follow(audioVideo: VideoCalls): Promise<() => void> {
    let isStarted = false;
    let sent: MediaStream | undefined;
    const follower = new Follower(async () => {
      const output = this.#wanted();
      if (output === sent || !isStarted) return;
      if (sent) await stop(audioVideo);
      sent = output;
      if (output) await this.#start(audioVideo);
    });
    // What is sent to a session that has not started is not sent when it does.
    const observer = {
      audioVideoDidStart: () => {
        isStarted = true;
        void follower.ask();
      },
    };
    audioVideo.addObserver(observer);
    const unfollow = await follower.follow(this.camera.state);
    return () => {
      unfollow();
      audioVideo.removeObserver(observer);
    };
  }

  #wanted(): MediaStream | undefined {
    const { status, output } = this.camera.state.get();
    return status === 'on' ? output : undefined;
  }

  async #start(audioVideo: VideoCalls): Promise<void> {
    const { processor } = this.camera.state.get();
    if (!processor) return;
    try {
      // A device of the SDK's cannot be used twice.
      await audioVideo.startVideoInput(chimeVideoInput(processor));
      // After the input: the SDK would send an empty picture otherwise.
      audioVideo.startLocalVideoTile();
    } catch (thrown) {
      CALL_LOGGER.error(`The camera could not be sent: ${String(thrown)}`);
      await stop(audioVideo);
      // What is not seen by the others is not shown as if it were.
      this.camera.close();
    }
  }
}

async function stop(audioVideo: VideoCalls): Promise<void> {
  audioVideo.stopLocalVideoTile();
  await audioVideo.stopVideoInput();
}
