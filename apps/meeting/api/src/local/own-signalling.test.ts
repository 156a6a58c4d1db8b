import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { ownSignalling } from './own-signalling';

const app = new Hono();
app.use('/call', ownSignalling());
app.get('/call', (context) =>
  context.json({
    Meeting: {
      MeetingId: '1',
      MediaPlacement: { SignalingUrl: 'ws://localhost/control/1', AudioHostUrl: 'kept' },
    },
    Attendee: { AttendeeId: '2' },
  }),
);
app.post('/call', (context) => context.json({ error: { code: 'waiting' } }, 403));

it.each([
  ['http://127.0.0.1:8080', 'ws://127.0.0.1:8080/control/1'],
  ['http://localhost:8080', 'ws://localhost:8080/control/1'],
  ['http://[::1]:8080', 'ws://[::1]:8080/control/1'],
  ['https://host.lan', 'wss://host.lan/control/1'],
])('a page of %s finds signalling at %s', async (origin, SignalingUrl) => {
  const answer: unknown = await (await app.request(`${origin}/call`)).json();
  expect(answer).toEqual({
    Meeting: { MeetingId: '1', MediaPlacement: { SignalingUrl, AudioHostUrl: 'kept' } },
    Attendee: { AttendeeId: '2' },
  });
});

it('leaves refusals as they are', async () => {
  const response = await app.request('/call', { method: 'POST' });
  expect(response.status).toBe(403);
  expect(await response.json()).toEqual({ error: { code: 'waiting' } });
});
