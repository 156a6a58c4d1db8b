import { paths, RATES } from '@cyclorama/meeting-contract';
import { Agent, request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { rawRequest } from '../testing/raw-request';
import { startMeeting } from '../testing/start-meeting';
import type { LocalMeetingOptions } from '../local/start-local-meeting';

async function start(options: Partial<LocalMeetingOptions> = {}) {
  const meeting = await startMeeting(options);
  onTestFinished(() => meeting.close());
  return meeting;
}

describe('a thousand requests at once from one address', () => {
  it('are refused beyond its share, while all are served that another sends meanwhile', async () => {
    // Time stands still: nothing is given back meanwhile.
    const nowMs = Date.now();
    const { port } = await start({ now: () => nowMs });
    const agent = new Agent({ keepAlive: true, maxSockets: 32 });
    onTestFinished(() => agent.destroy());
    const flood = Array.from({ length: 1_000 }, () => answerOf(port, agent));
    const others: number[] = [];
    const isOver = Promise.all(flood).then(() => 'over' as const);
    while ((await Promise.race([isOver, ask(port, '127.0.0.2')])) !== 'over') others.push(1);
    const answers = await Promise.all(flood);
    const statuses = answers.map(({ statusCode }) => statusCode);
    const served = statuses.filter((one) => one === 200).length;
    // The sum of its shares may be rounded up.
    expect([RATES.address.most, RATES.address.most - 1]).toContain(served);
    expect(statuses.filter((one) => one === 429)).toHaveLength(1_000 - served);
    expect(others.length).toBeGreaterThan(0);
    const waits = new Set(answers.flatMap(({ headers }) => headers['retry-after'] ?? []));
    expect([...waits]).toEqual(['1']);
  });
});

/** @throws Error unless it is served. */
async function ask(port: number, from: string): Promise<void> {
  const { status } = await rawRequest({ port, path: paths.health(), from });
  if (status !== 200) throw new Error(`${from} got ${status}.`);
}

async function answerOf(port: number, agent: Agent): Promise<IncomingMessage> {
  const asked = request({ host: '127.0.0.1', port, path: paths.health(), agent }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return response.resume();
}

describe('connections that say nothing', () => {
  it('are so many from one address, and no hindrance for others', async () => {
    const { port } = await start({ patience: { maxConnectionsPerAddress: 5 } });
    const silent = await Promise.all(Array.from({ length: 5 }, () => open(port)));
    const sixth = await open(port);
    await closed(sixth);
    expect(silent.filter(({ destroyed }) => destroyed)).toEqual([]);
    await ask(port, '127.0.0.2');
    silent[0]?.destroy();
  });

  it.each([
    ['no request', ''],
    ['half of its headers', 'GET /api/health HTTP/1.1\r\nHost: local'],
    [
      'half of its body',
      'POST /api/rooms HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    ],
  ])('are given up that bring %s', async (_, beginning) => {
    const patience = { requestTimeout: 100, headersTimeout: 50, connectionsCheckingInterval: 25 };
    const { port } = await start({ patience });
    const socket = await open(port);
    socket.write(beginning);
    await closed(socket);
    await ask(port, '127.0.0.1');
  });
});

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  socket.resume();
  await once(socket, 'connect');
  return socket;
}

const closed = (socket: Socket) => (socket.closed ? undefined : once(socket, 'close'));
