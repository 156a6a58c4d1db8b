import {
  DeleteAttendeeCommand,
  DeleteMeetingCommand,
  type ChimeSDKMeetingsClient,
} from '@aws-sdk/client-chime-sdk-meetings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChimeLocal, type RunningChimeLocal } from '../../src';
import { Gathering } from './gathering';
import type { Person } from './person';
import { BLUE, GREEN, RED, VOICES, hears, sees } from './senses';

let chime: RunningChimeLocal;
let gathering: Gathering;
let client: ChimeSDKMeetingsClient;
let meetingId: string;
let a: Person;
let b: Person;
let c: Person;

const join = (person: Person, toneHz: number) => person.join({ toneHz, topics: ['chat'] });

beforeAll(async () => {
  chime = await startChimeLocal();
  gathering = await Gathering.open(chime.endpoint);
  const invited = await gathering.invite(3);
  client = gathering.client;
  meetingId = invited.meetingId;
  [a, b, c] = invited.people as [Person, Person, Person];
}, 90_000);

afterAll(async () => {
  await gathering.close();
  await chime.close();
});

describe('people with the real SDK', () => {
  it('join, and each is in the other’s roster', async () => {
    const joins = [join(a, VOICES.a), join(b, VOICES.b)];
    console.log('joined:', JSON.stringify(await Promise.all(joins)));
    await Promise.all([a.waitFor(`came:${b.id}`), b.waitFor(`came:${a.id}`)]);
  });

  it('hear each other and not themselves', async () => {
    await hears(a, 'b');
    await hears(b, 'a');
  });

  it('see each other', async () => {
    await Promise.all([a.showColor(RED), b.showColor(GREEN)]);
    await sees(b, a.id, RED);
    await sees(a, b.id, GREEN);
  });

  it('write to each other', async () => {
    await a.write('chat', 'hello', 60_000);
    await expect.poll(() => b.messages()).toEqual([{ from: a.id, topic: 'chat', text: 'hello' }]);
  });

  it('mute and unmute', async () => {
    await a.setMuted(true);
    await b.waitFor(`muted:${a.id}`);
    await hears(b);
    await a.setMuted(false);
    await b.waitFor(`unmuted:${a.id}`);
    await hears(b, 'a');
  });

  it('are seen, heard and read by who comes later', async () => {
    await join(c, VOICES.c);
    await sees(c, a.id, RED);
    await sees(c, b.id, GREEN);
    await expect.poll(() => c.messages()).toHaveLength(1);
    await hears(c, 'a', 'b');
    await hears(a, 'b', 'c');
  });

  it('share content, which they do not hear or get themselves', async () => {
    await a.shareColor(BLUE);
    await b.waitFor(`came:${a.id}#content`);
    await sees(b, `${a.id}#content`, BLUE);
    await a.stopSharing();
    await b.waitFor(`left:${a.id}#content`);
  });

  it('come back after a lost connection, and nobody sees a leave', async () => {
    await a.loseConnection();
    await a.waitFor('start', 2);
    await sees(b, a.id, RED);
    await hears(b, 'a', 'c');
    expect(await b.happened(`left:${a.id}`)).toBe(0);
  });

  it('switch the camera off and on', async () => {
    const before = await b.happened('tile-removed');
    await a.hideCamera();
    await b.waitFor('tile-removed', before + 1);
    await a.showColor(RED);
    await sees(b, a.id, RED);
  });

  it('are gone for the others when they leave, vanish or are removed', async () => {
    await c.vanish();
    await b.waitFor(`left:${c.id}`);
    await client.send(new DeleteAttendeeCommand({ MeetingId: meetingId, AttendeeId: a.id }));
    await b.waitFor(`left:${a.id}`);
    await a.waitFor('stop:22');
  });

  it('see the end of the meeting', async () => {
    await client.send(new DeleteMeetingCommand({ MeetingId: meetingId }));
    await b.waitFor('stop:5');
  });
});
