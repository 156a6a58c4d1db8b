import { setTimeout as sleep } from 'node:timers/promises';
import { CALL_PAGE, openCallSite } from '@cyclorama/testing/chime';
import type { JoinTimes } from '@cyclorama/testing/chime-page';
import { build } from '../../../scripts/build.mjs';
import type { ChimeOptions } from '../args/options';
import { sampleMemory } from '../system/memory-growth';
import { requireProc } from '../system/process-tree';
import {
  join,
  launchFor,
  leave,
  received,
  seatsFor,
  startCamera,
  waitForTiles,
  type Attendee,
  type Call,
} from './attendees';
import { joinFigures, stretchFigures, type CallStretch, type ChimeResult } from './chime-result';
import { startService, type ServiceProcess } from './service-process';

const JOINS = 20;
/** Bit rates rise for some seconds. */
const SETTLE_MS = 5000;

/** Real SDK clients in a browser meet in a service of its own process. */
export async function chime(options: ChimeOptions): Promise<ChimeResult> {
  requireProc();
  await build({ stdio: ['ignore', 2, 2] });
  const service = await startService();
  const { endpoint } = service;
  const site = await openCallSite(CALL_PAGE, endpoint);
  const browser = await launchFor(options);
  try {
    const call = { browser, address: site.address, endpoint };
    const joins = joinFigures(await joinOften(call));
    const { clients, width, height } = options;
    const stretch = await holdMeeting(call, service, options);
    return { clients, width, height, ...joins, ...stretchFigures(stretch) };
  } finally {
    await browser.close();
    await site.close();
    await service.stop();
  }
}

/** One after the other joins somebody who waits, and leaves again. */
async function joinOften(call: Call): Promise<JoinTimes[]> {
  const [host, guest] = await seatsFor(call, 2);
  if (!host || !guest) throw new Error('No seats.');
  const waiting = await join(call, host);
  const times: JoinTimes[] = [];
  for (let count = 0; count < JOINS; count++) {
    const attendee = await join(call, guest);
    times.push(attendee.times);
    await leave(attendee);
  }
  await leave(waiting);
  return times;
}

async function holdMeeting(
  call: Call,
  service: ServiceProcess,
  options: ChimeOptions,
): Promise<CallStretch> {
  const attendees: Attendee[] = [];
  for (const [index, seat] of (await seatsFor(call, options.clients)).entries()) {
    attendees.push(await join(call, seat, 300 + 100 * index));
  }
  const all = <T>(step: (attendee: Attendee) => Promise<T>) => Promise.all(attendees.map(step));
  await all((attendee) => startCamera(attendee, options));
  await all((attendee) => waitForTiles(attendee, options.clients - 1));
  await sleep(SETTLE_MS);
  const before = await all(received);
  const [beganMs, cpuBeforeMs] = [performance.now(), service.tree.cpuMs()];
  const memory = await sampleMemory(service.tree, options.seconds * 1000);
  const serverCpuMs = service.tree.cpuMs() - cpuBeforeMs;
  const seconds = (performance.now() - beganMs) / 1000;
  return { seconds, serverCpuMs, memory, before, after: await all(received) };
}
