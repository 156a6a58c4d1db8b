import { DeviceLabels, type MeetingManager } from 'amazon-chime-sdk-component-library-react';
import {
  AudioProfile,
  MeetingSessionConfiguration,
  type AudioVideoFacade,
} from 'amazon-chime-sdk-js';
import type { CallResponse } from '@cyclorama/meeting-contract';

/** Makes a session of the SDK's for what the API gave; it is not started yet. */
export async function openSession(
  manager: MeetingManager,
  { Meeting, Attendee }: CallResponse,
): Promise<AudioVideoFacade> {
  const configuration = new MeetingSessionConfiguration(Meeting, Attendee);
  // The lobby has chosen devices, and asked for them.
  await manager.join(configuration, { skipDeviceSelection: true, deviceLabels: DeviceLabels.None });
  const { audioVideo } = manager;
  if (!audioVideo) throw new Error('The session was closed while it was being opened.');
  // The worker for redundant audio comes from a blob, which the policy refuses.
  audioVideo.setAudioProfile(new AudioProfile(null, false));
  return audioVideo;
}
