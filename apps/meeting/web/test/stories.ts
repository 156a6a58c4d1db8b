import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sharedData, startMeetingProcess, type MeetingProcess } from '@cyclorama/testing/node';
import { chromium, type Browser } from 'playwright';
import { build } from 'vite';
import { BROWSER_FLAGS, findBrowser } from '../../../../scripts/find-browser.mjs';
import { IS_BUILT } from '../../../../scripts/is-built.mjs';
import { Person } from './person';
import { writeTone } from './tone-file';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A real person before a room; without it Chromium paints its own test picture. */
const CLIP = sharedData('clips/dancer-a.mjpeg');

/** What each one's microphone hears. */
export const PITCHES_HZ = { Ada: 440, Ben: 880, Cem: 1320 } as const;

/** Who takes part. */
export type Name = keyof typeof PITCHES_HZ;

/** The meeting app as `npm start` serves it, and the browsers of people who use it. */
export class Stories {
  readonly #browsers: Browser[] = [];

  private constructor(
    private service: MeetingProcess,
    private readonly folder: string,
  ) {}

  static async open(): Promise<Stories> {
    if (!IS_BUILT) await build({ root: ROOT, logLevel: 'error' });
    const folder = await mkdtemp(join(tmpdir(), 'cyclorama-stories-'));
    return new Stories(
      await startMeetingProcess('--port', '0', '--data', join(folder, 'data')),
      folder,
    );
  }

  /** The service dies as in a crash, and is started anew where it was. */
  async crashAndRestart(): Promise<void> {
    await this.service.end('SIGKILL');
    const { port } = this.service;
    this.service = await startMeetingProcess(
      '--port',
      String(port),
      '--data',
      join(this.folder, 'data'),
    );
  }

  /** Somebody with a browser, a camera and a microphone of their own. */
  async person(name: Name): Promise<Person> {
    const voice = join(this.folder, `${name}.wav`);
    await writeTone(voice, PITCHES_HZ[name]);
    const executablePath = findBrowser();
    const browser = await chromium.launch({
      args: [
        ...BROWSER_FLAGS,
        '--autoplay-policy=no-user-gesture-required',
        `--use-file-for-fake-audio-capture=${voice}`,
        ...(CLIP ? [`--use-file-for-fake-video-capture=${CLIP}`] : []),
      ],
      ...(executablePath && { executablePath }),
    });
    this.#browsers.push(browser);
    return Person.open(browser, name, `${this.service.url}/meeting/`);
  }

  async close(): Promise<void> {
    await Promise.all(this.#browsers.map((browser) => browser.close()));
    await this.service.end('SIGTERM');
    await rm(this.folder, { recursive: true, force: true });
  }
}
