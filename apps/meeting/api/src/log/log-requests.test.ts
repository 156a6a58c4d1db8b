import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../access/refusal';
import { logLines } from '../testing/log-lines';
import { logRequests } from './log-requests';

/** An app that logs into a list. */
function loggedApp(requestId?: string) {
  const { log, lines } = logLines();
  const app = new Hono();
  app.use(logRequests(log, () => requestId));
  app.get('/rooms/:roomId', (context) => context.text('here'));
  app.get('/broken', () => {
    throw new TypeError('Alice broke it');
  });
  app.get('/locked', () => {
    throw new Refusal('room-locked', 'Alice has locked the room');
  });
  app.onError((error, context) =>
    context.text('sorry', error instanceof Refusal ? error.status : 500),
  );
  return { app, lines, read: () => lines.map((line) => JSON.parse(line) as object) };
}

describe('logRequests', () => {
  it('writes one line of JSON for a request, by its route', async () => {
    const { app, lines, read } = loggedApp();
    const response = await app.request('/rooms/room-of-alice?token=secret', {
      headers: { authorization: 'Bearer secret' },
    });
    expect(read()).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
        requestId: response.headers.get('x-request-id'),
        durationMs: expect.any(Number) as number,
        method: 'GET',
        route: '/rooms/:roomId',
        status: 200,
        msg: 'request',
      },
    ]);
    expect(lines.join()).not.toMatch(/alice|secret/);
  });

  it('goes by the id that the platform gave', async () => {
    const { app, read } = loggedApp('from-the-platform');
    const response = await app.request('/rooms/1');
    expect(response.headers.get('x-request-id')).toBe('from-the-platform');
    expect(read()).toMatchObject([{ requestId: 'from-the-platform' }]);
  });

  it('takes no id from the client', async () => {
    const { app, lines } = loggedApp();
    await app.request('/rooms/1', { headers: { 'x-request-id': 'alice' } });
    expect(lines.join()).not.toContain('alice');
  });

  it('tells where an error came from, and not what it said', async () => {
    const { app, lines, read } = loggedApp();
    await app.request('/broken');
    expect(read()).toMatchObject([{ level: 'error', status: 500, fault: { name: 'TypeError' } }]);
    expect(lines.join()).not.toContain('Alice');
  });

  it('tells why a request was refused by its code alone', async () => {
    const { app, lines, read } = loggedApp();
    await app.request('/locked');
    expect(read()).toMatchObject([{ level: 'info', status: 403, code: 'room-locked' }]);
    expect(lines.join()).not.toContain('Alice');
  });

  it('writes neither a path nor a method that nobody knows', async () => {
    const { app, lines, read } = loggedApp();
    await app.request('/alice', { method: 'ALICE' });
    expect(read()).toMatchObject([{ method: 'other', route: '/*', status: 404 }]);
    expect(lines.join()).not.toMatch(/alice/i);
  });
});
