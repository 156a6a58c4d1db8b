import {
  startLocalMeeting,
  type LocalMeetingOptions,
  type RunningMeeting,
} from '../local/start-local-meeting';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './local-credentials';
import { logLines } from './log-lines';

/** The whole app on this machine, with a folder of its own. */
export interface StartedMeeting extends RunningMeeting {
  readonly dataFolder: string;
  /** Where its one page lies. */
  readonly pageFolder: string;
  /** Ends it and leaves its folder, from which the next may start. */
  stop(): Promise<void>;
}

/** Starts the app with a page of a few words at `/` and another at `/meeting/`. */
export async function startMeeting(
  options: Partial<LocalMeetingOptions> = {},
): Promise<StartedMeeting> {
  const folder = await mkdtemp(join(tmpdir(), 'meeting-'));
  const [dataFolder, pageFolder] = [join(folder, 'data'), join(folder, 'pages')];
  await mkdir(pageFolder);
  await writeFile(join(pageFolder, 'index.html'), '<!doctype html><title>Page</title>');
  const pages = { '/': pageFolder, '/meeting/': pageFolder };
  const { log } = logLines();
  const meeting = await startLocalMeeting({ log, dataFolder, pages, ...options });
  const close = async () => {
    await meeting.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...meeting, dataFolder, pageFolder, stop: () => meeting.close(), close };
}
