import type { Browser, Locator, Page } from 'playwright';
import { CHAT, FRONT, LOBBY, PEOPLE, ROOM } from '../src/texts';

/** How long anything may take on a busy machine until it shows. */
export const PATIENCE_MS = 60_000;

/** The policy refuses, and says so in the console; a page that keeps to it says nothing. */
const REFUSED = /Content Security Policy|violates/i;

/** Several people share the cores of one machine. */
function chooseSmallPictures(): void {
  localStorage.setItem('cyclorama-meeting:devices', '{"resolution":"360p"}');
}

/** Somebody who uses the page as people do: by what they read on it. */
export class Person {
  /** What broke in the page, or was refused to it. */
  readonly complaints: string[] = [];

  #asked: { readonly url: string; readonly token: string } | undefined;

  private constructor(
    readonly name: string,
    readonly page: Page,
    readonly home: string,
  ) {
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('request', (request) => {
      const token = request.headers()['authorization'];
      if (token && /rooms\/[^/]+$/.test(request.url())) this.#asked = { url: request.url(), token };
    });
    page.on('console', (message) => {
      if (REFUSED.test(message.text())) this.complaints.push(message.text());
    });
  }

  static async open(browser: Browser, name: string, home: string): Promise<Person> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.addInitScript(chooseSmallPictures);
    return new Person(name, await context.newPage(), home);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Makes a room, and stands in its lobby. @returns the invite link. */
  async createRoom(name: string): Promise<string> {
    await this.page.goto(this.home);
    await this.page.getByLabel(FRONT.roomName).fill(name);
    await this.button(FRONT.create).click();
    await this.page.waitForURL(/#\/r\//);
    return this.page.url();
  }

  /** Opens an invite link, and stands in the lobby. */
  async follow(link: string): Promise<void> {
    await this.page.goto(link);
  }

  /** In the lobby: has nothing but blue behind them. */
  async chooseBlue(): Promise<void> {
    await this.button('Colour').click();
    await this.page.locator('input[type=color]').fill('#0000ff');
  }

  /** From the lobby, once one sees oneself, into the room, or before its door. */
  async knock(): Promise<void> {
    await this.page.getByLabel(LOBBY.name, { exact: true }).fill(this.name);
    await this.page.locator('video').first().waitFor();
    await this.button(LOBBY.join).click();
  }

  /** From the lobby into the room, until one is in the call. */
  async join(): Promise<void> {
    await this.knock();
    await this.page.getByRole('group', { name: ROOM.bar }).waitFor();
  }

  /** Somebody's tile, or one's own. */
  tile(name: string): Locator {
    const shown = name === this.name ? `${name} (${PEOPLE.you})` : name;
    return this.page
      .locator('[data-kind=camera]')
      .and(this.page.getByLabel(shown, { exact: true }));
  }

  /** What is shared. */
  get share(): Locator {
    return this.page.locator('[data-kind=content]');
  }

  async openChat(): Promise<void> {
    await this.button(/^Chat/).click();
    await this.page.getByLabel(CHAT.write).waitFor();
  }

  async say(text: string): Promise<void> {
    await this.page.getByLabel(CHAT.write).fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Waits until a message stands in the chat. */
  async reads(text: string): Promise<void> {
    await this.page.getByRole('log', { name: CHAT.log }).getByText(text).waitFor();
  }

  /** What their page last asked about the room, to be asked again by somebody who kept it. */
  roomRequest(): { repeat: () => Promise<unknown> } {
    const asked = this.#asked;
    if (!asked) throw new Error(`${this.name}'s page has asked nothing yet.`);
    const repeat = async (): Promise<unknown> =>
      (await fetch(asked.url, { headers: { authorization: asked.token } })).json();
    return { repeat };
  }

  /** Waits until a stamp stands in the chat. */
  async receives(stamp: string): Promise<void> {
    await this.page
      .getByRole('log', { name: CHAT.log })
      .getByRole('img', { name: stamp })
      .waitFor();
  }
}
