import type { ChimeSDKMeetingsClient } from '@aws-sdk/client-chime-sdk-meetings';
import {
  CALL_PAGE,
  createSeats,
  launchCallBrowser,
  localClient,
  openCallSite,
  type CallSite,
} from '@cyclorama/testing/chime';
import type { Browser } from 'puppeteer-core';
import { Person } from './person';

/** A browser, and a page with the real SDK, for meetings at one service. */
export class Gathering {
  private constructor(
    readonly client: ChimeSDKMeetingsClient,
    private readonly site: CallSite,
    private readonly browser: Browser,
  ) {}

  static async open(endpoint: string): Promise<Gathering> {
    const [site, browser] = await Promise.all([
      openCallSite(CALL_PAGE, endpoint),
      launchCallBrowser(),
    ]);
    return new Gathering(localClient(endpoint), site, browser);
  }

  /** People with seats in a new meeting, each in a window; nobody has joined. */
  async invite(count: number): Promise<{ meetingId: string; people: Person[] }> {
    const seats = await createSeats(this.client, count);
    const { MeetingId: meetingId } = seats[0]?.Meeting as { MeetingId: string };
    const { browser, site } = this;
    const people = await Promise.all(seats.map((seat) => Person.open(browser, site.address, seat)));
    return { meetingId, people };
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.site.close();
    this.client.destroy();
  }
}
