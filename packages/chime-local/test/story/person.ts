import { openCallPage, type Stage } from '@cyclorama/testing/chime';
import type { JoinOptions, JoinTimes, Seat } from '@cyclorama/testing/chime-page';
import type { Browser, Page } from 'puppeteer-core';

declare const stage: Stage;

export type Color = readonly [red: number, green: number, blue: number];

const SMALL = { width: 320, height: 180 };

/** What the browser tells of one video, as far as it is looked at. */
export interface VideoFigures {
  readonly codec: string;
  readonly rid: string | undefined;
  readonly scalabilityMode: string | undefined;
  /** Encoded or decoded. */
  readonly frames: number;
}

/** Somebody of the story, in a window with the real SDK. */
export class Person {
  private constructor(
    private readonly page: Page,
    private readonly seat: Seat,
  ) {}

  static async open(browser: Browser, address: string, seat: Seat): Promise<Person> {
    return new Person(await openCallPage(browser, address), seat);
  }

  get id(): string {
    return this.seat.Attendee.AttendeeId ?? '';
  }

  join(options: JoinOptions): Promise<JoinTimes> {
    return this.page.evaluate(
      (seat, options) => stage.caller.join(seat, options),
      this.seat,
      options,
    );
  }

  /** Until something happened so often. */
  waitFor(entry: string, times = 1): Promise<void> {
    return this.page.evaluate(
      (entry, times) => stage.caller.log.waitFor(entry, times),
      entry,
      times,
    );
  }

  happened(entry: string): Promise<number> {
    return this.page.evaluate((entry) => stage.caller.log.count(entry), entry);
  }

  showColor(color: Color, size = SMALL): Promise<void> {
    return this.page.evaluate(
      (color, size) => stage.caller.startVideo(stage.paintedCamera(color, size)),
      `rgb(${color.join()})`,
      size,
    );
  }

  hideCamera(): Promise<void> {
    return this.page.evaluate(() => stage.caller.stopVideo());
  }

  shareColor(color: Color): Promise<void> {
    return this.page.evaluate(
      (color) => stage.caller.audioVideo.startContentShare(stage.paintedCamera(color)),
      `rgb(${color.join()})`,
    );
  }

  stopSharing(): Promise<void> {
    return this.page.evaluate(() => stage.caller.audioVideo.stopContentShare());
  }

  /** What the picture of somebody looks like here. */
  colorOf(attendeeId: string): Promise<Color> {
    return this.page.evaluate(
      async (id) => stage.pictureColor(await stage.caller.tileOf(id)),
      attendeeId,
    );
  }

  /** How loud these pitches are here, in dB of full scale. */
  hear(pitchesHz: readonly number[]): Promise<number[]> {
    return this.page.evaluate((pitches) => stage.caller.hear(pitches), pitchesHz);
  }

  /** Of the videos that it sends, or gets. */
  async videos(direction: 'outbound' | 'inbound'): Promise<VideoFigures[]> {
    const stats = await this.page.evaluate(() => stage.caller.stats());
    const codecs = new Map(stats.map((entry) => [entry['id'], String(entry['mimeType'])]));
    return stats
      .filter((entry) => entry['type'] === `${direction}-rtp` && entry['kind'] === 'video')
      .map((entry) => ({
        codec: codecs.get(entry['codecId']) ?? '',
        rid: entry['rid'] as string | undefined,
        scalabilityMode: entry['scalabilityMode'] as string | undefined,
        frames: Number(entry['framesEncoded'] ?? entry['framesDecoded'] ?? 0),
      }));
  }

  canEncode(codec: string): Promise<boolean> {
    return this.page.evaluate((codec) => {
      const capabilities = RTCRtpSender.getCapabilities('video')?.codecs ?? [];
      return capabilities.some(({ mimeType }) => mimeType === codec);
    }, codec);
  }

  setMuted(muted: boolean): Promise<void> {
    return this.page.evaluate((muted) => {
      const { audioVideo } = stage.caller;
      if (muted) audioVideo.realtimeMuteLocalAudio();
      else audioVideo.realtimeUnmuteLocalAudio();
    }, muted);
  }

  write(topic: string, text: string, lifetimeMs: number): Promise<void> {
    return this.page.evaluate(
      (topic, text, lifetimeMs) =>
        stage.caller.audioVideo.realtimeSendDataMessage(topic, text, lifetimeMs),
      topic,
      text,
      lifetimeMs,
    );
  }

  messages(): Promise<{ from: string; topic: string; text: string }[]> {
    return this.page.evaluate(() => stage.caller.messages);
  }

  loseConnection(): Promise<void> {
    return this.page.evaluate(() => stage.dropConnections());
  }

  leave(): Promise<void> {
    return this.page.evaluate(() => stage.caller.leave());
  }

  /** As a laptop that is closed: nothing is said any more. */
  vanish(): Promise<void> {
    return this.page.browserContext().close();
  }
}
