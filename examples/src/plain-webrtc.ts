/** The output is an ordinary track: it goes into an RTCPeerConnection like a camera's. */
import { BackgroundProcessor } from 'cyclorama';

const WANTED = { width: { ideal: 1280 }, height: { ideal: 720 } };

/** What can be done with a camera that is being sent. */
export interface SentCamera {
  /** Goes on with another camera; the other side notices nothing. */
  switchTo(deviceId: string): Promise<void>;
  stop(): void;
}

/**
 * Adds camera and microphone to a connection, with the room behind the person blurred.
 * @param connection - Where the tracks go; the offer is made by the caller, as always.
 */
export async function sendCamera(connection: RTCPeerConnection): Promise<SentCamera> {
  let camera = await navigator.mediaDevices.getUserMedia({ video: WANTED, audio: true });
  const processor = new BackgroundProcessor({ background: { type: 'blur', strength: 0.7 } });

  // Usable at once: until the first composite it shows a plain colour, never the room.
  const video = await processor.start(camera);
  const stream = new MediaStream([video, ...camera.getAudioTracks()]);
  for (const track of stream.getTracks()) connection.addTrack(track, stream);

  return {
    async switchTo(deviceId) {
      const video = { ...WANTED, deviceId: { exact: deviceId } };
      const next = await navigator.mediaDevices.getUserMedia({ video });
      await processor.restart(next);
      for (const track of camera.getVideoTracks()) track.stop();
      camera = new MediaStream([...next.getVideoTracks(), ...camera.getAudioTracks()]);
    },
    stop() {
      processor.close();
      for (const track of camera.getTracks()) track.stop();
    },
  };
}
