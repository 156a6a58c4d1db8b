import {
  AudioProfile,
  ConsoleLogger,
  DefaultDeviceController,
  DefaultMeetingSession,
  LogLevel,
  MeetingSessionConfiguration,
  VideoCodecCapability,
  type AudioVideoFacade,
  type MeetingSession,
  type VideoInputDevice,
  type VideoTileState,
} from 'amazon-chime-sdk-js';
import { CallLog } from './call-log';
import { listen } from './ear';
import { playTone } from './tone';

/** What the control API answered. */
export interface Seat {
  readonly Meeting: unknown;
  readonly Attendee: { readonly AttendeeId?: string | undefined };
}

export interface JoinOptions {
  /** Pitch of the made-up voice; absent: it says nothing. */
  readonly toneHz?: number;
  /** Whose messages are noted, those from before the join too. */
  readonly topics?: readonly string[];
  readonly simulcast?: boolean;
  readonly svc?: boolean;
  /** Of what it sends; absent: as the SDK chooses. */
  readonly codec?: keyof typeof CODECS;
}

/** From `start()`, in milliseconds. */
export interface JoinTimes {
  readonly joinMs: number;
  /** Until the first packet of audio came. */
  readonly mediaMs: number;
}

const CODECS = {
  'video/VP8': VideoCodecCapability.vp8(),
  'video/H264': VideoCodecCapability.h264(),
};

/** Somebody in a meeting, by the unmodified SDK. */
export class Caller {
  readonly log = new CallLog();
  /** Videos of the others, by the SDK's number. */
  readonly tiles = new Map<number, { attendeeId: string; video: HTMLVideoElement }>();
  readonly messages: { readonly from: string; readonly topic: string; readonly text: string }[] =
    [];
  /** Called with each new video of somebody else, before its first frame. */
  onVideo: ((track: MediaStreamVideoTrack, attendeeId: string) => void) | undefined;
  readonly audio = document.body.appendChild(new Audio());
  #session: MeetingSession | undefined;

  /** The SDK's own object. */
  get audioVideo(): AudioVideoFacade {
    if (!this.#session) throw new Error('Not in a meeting: join() first.');
    return this.#session.audioVideo;
  }

  /** Joins and waits until audio flows. */
  async join(seat: Seat, options: JoinOptions = {}): Promise<JoinTimes> {
    this.#open(seat, options);
    if (options.toneHz !== undefined) {
      await this.audioVideo.startAudioInput(playTone(options.toneHz));
    }
    await this.audioVideo.bindAudioElement(this.audio);
    const beganMs = performance.now();
    this.audioVideo.start();
    await this.log.waitFor('start');
    const joinMs = performance.now() - beganMs;
    await this.#firstAudio();
    return { joinMs, mediaMs: performance.now() - beganMs };
  }

  #open(seat: Seat, { topics = [], simulcast, svc, codec }: JoinOptions): void {
    const logger = new ConsoleLogger('caller', LogLevel.OFF);
    const configuration = new MeetingSessionConfiguration(seat.Meeting, seat.Attendee);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- apps still use it
    configuration.enableSimulcastForUnifiedPlanChromiumBasedBrowsers = simulcast ?? false;
    configuration.enableSVC = svc ?? false;
    const devices = new DefaultDeviceController(logger);
    this.#session = new DefaultMeetingSession(configuration, logger, devices);
    // The SDK's worker for redundant audio comes from a blob, which the policy refuses.
    this.audioVideo.setAudioProfile(new AudioProfile(null, false));
    if (codec) this.audioVideo.setVideoCodecSendPreferences?.([CODECS[codec]]);
    this.#observe(seat.Attendee.AttendeeId ?? '');
    for (const topic of topics) this.#noteMessages(topic);
  }

  #observe(self: string): void {
    const { audioVideo, log } = this;
    audioVideo.addObserver({
      audioVideoDidStartConnecting: (again) => log.add(again ? 'reconnecting' : 'connecting'),
      audioVideoDidStart: () => log.add('start'),
      audioVideoDidStop: (status) => log.add(`stop:${status.statusCode()}`),
      connectionDidBecomePoor: () => log.add('poor'),
      videoTileDidUpdate: (tile) => this.#bind(tile),
      videoTileWasRemoved: (tileId) => {
        // The SDK numbers tiles of one's own too.
        if (this.tiles.delete(tileId)) log.add('tile-removed');
      },
    });
    audioVideo.addContentShareObserver({
      contentShareDidStart: () => log.add('content-start'),
      contentShareDidStop: () => log.add('content-stop'),
    });
    audioVideo.realtimeSubscribeToAttendeeIdPresence((attendeeId, present) => {
      log.add(`${present ? 'came' : 'left'}:${attendeeId}`);
      if (!present || attendeeId === self) return;
      audioVideo.realtimeSubscribeToVolumeIndicator(attendeeId, (_, _volume, muted) => {
        if (muted !== null) log.add(`${muted ? 'muted' : 'unmuted'}:${attendeeId}`);
      });
    });
  }

  /** A tile may be there before its track and its sender are. */
  #bind({ tileId, localTile, boundAttendeeId, boundVideoStream }: VideoTileState): void {
    const [track] = boundVideoStream?.getVideoTracks() ?? [];
    if (tileId === null || localTile || boundAttendeeId === null || !track) return;
    if (this.tiles.has(tileId)) return;
    const video = document.body.appendChild(document.createElement('video'));
    // Before it is bound, which brings the next update.
    this.tiles.set(tileId, { attendeeId: boundAttendeeId, video });
    this.audioVideo.bindVideoElement(tileId, video);
    this.onVideo?.(track, boundAttendeeId);
  }

  #noteMessages(topic: string): void {
    this.audioVideo.realtimeSubscribeToReceiveDataMessage(topic, (message) => {
      this.messages.push({ from: message.senderAttendeeId, topic, text: message.text() });
    });
  }

  /** Sends this video as the camera's. */
  async startVideo(device: VideoInputDevice): Promise<void> {
    await this.audioVideo.startVideoInput(device);
    this.audioVideo.startLocalVideoTile();
  }

  async stopVideo(): Promise<void> {
    this.audioVideo.stopLocalVideoTile();
    await this.audioVideo.stopVideoInput();
  }

  /** The tile of somebody else's camera or content, once its picture moves. */
  async tileOf(attendeeId: string): Promise<HTMLVideoElement> {
    for (;;) {
      const tile = [...this.tiles.values()].find((each) => each.attendeeId === attendeeId);
      if (tile && tile.video.videoWidth > 0) return tile.video;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Which of these pitches is heard now, in dB of full scale each. */
  hear(pitchesHz: readonly number[]): Promise<number[]> {
    return listen(this.audio.srcObject as MediaStream, pitchesHz);
  }

  /** All statistics of the connection, as the browser has them. */
  async stats(): Promise<Record<string, unknown>[]> {
    const report = await this.audioVideo.getRTCPeerConnectionStats();
    return [...report.values()].map((entry: object) => ({ ...entry }));
  }

  async #firstAudio(): Promise<void> {
    for (;;) {
      const inbound = (await this.stats()).filter((entry) => entry['type'] === 'inbound-rtp');
      if (inbound.some((entry) => Number(entry['packetsReceived']) > 0)) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async leave(): Promise<void> {
    this.audioVideo.stop();
    await this.log.waitFor('stop:1');
  }
}
