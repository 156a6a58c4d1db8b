import { DeviceLabels, type MeetingManager } from 'amazon-chime-sdk-component-library-react';
import {
  AudioProfile,
  DefaultEncodedTransformWorkerManager,
  MeetingSessionConfiguration,
  type AudioVideoFacade,
} from 'amazon-chime-sdk-js';
import type { CallResponse } from '@cyclorama/meeting-contract';

/** A step of the SDK's that gets no answer fails after so long: a service that is away gives none. */
const STEP_MS = 6000;

/** The SDK tries again after at most so long. */
const BACK_OFF_MS = 1500;

// Its worker comes from a blob, which the policy refuses. The SDK starts it for its own figures even
// where redundant audio is off, and connects anew when it fails.
DefaultEncodedTransformWorkerManager.prototype.isEnabled = () => false;

/** Makes a session of the SDK's for what the API gave; it is not started yet. */
export async function openSession(
  manager: MeetingManager,
  { Meeting, Attendee }: CallResponse,
): Promise<AudioVideoFacade> {
  const configuration = new MeetingSessionConfiguration(Meeting, Attendee);
  configuration.reconnectLongBackOffMs = BACK_OFF_MS;
  configuration.connectionTimeoutMs = STEP_MS;
  // What people do in a meeting is reported to nobody.
  if (configuration.urls) configuration.urls.eventIngestionURL = null;
  // The lobby has chosen devices, and asked for them.
  await manager.join(configuration, { skipDeviceSelection: true, deviceLabels: DeviceLabels.None });
  const { audioVideo } = manager;
  if (!audioVideo) throw new Error('The session was closed while it was being opened.');
  for (const part of ['setAudioProfile', 'setContentAudioProfile'] as const) {
    audioVideo[part](new AudioProfile(null, false));
  }
  return audioVideo;
}

/** Ends the session, where there is one. */
export async function closeSession(manager: MeetingManager): Promise<void> {
  // The manager would take the end of this session for that of the next one.
  manager.audioVideo?.removeObserver(manager.audioVideoObservers);
  if (manager.audioVideo) await manager.leave();
}
