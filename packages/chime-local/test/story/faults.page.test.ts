import { describe, expect, it, onTestFinished } from 'vitest';
import { startChimeLocal } from '../../src';
import { Gathering } from './gathering';
import { LossyRelay } from './lossy-relay';
import type { Person } from './person';
import { GREEN, RED, VOICES, hears, sees } from './senses';
import { ServiceProcess } from './service-process';

/** Of each, over the bad network. */
const PICTURES = 90;

/** Two of a new meeting, who see and hear each other. */
async function meet(gathering: Gathering): Promise<[Person, Person]> {
  const { people } = await gathering.invite(2);
  const [a, b] = people as [Person, Person];
  await Promise.all([a.join({ toneHz: VOICES.a }), b.join({ toneHz: VOICES.b })]);
  await Promise.all([a.showColor(RED), b.showColor(GREEN)]);
  await Promise.all([sees(a, b.id, GREEN), sees(b, a.id, RED)]);
  return [a, b];
}

async function openGathering(endpoint: string): Promise<Gathering> {
  const gathering = await Gathering.open(endpoint);
  onTestFinished(() => gathering.close());
  return gathering;
}

const framesSeen = async (person: Person) =>
  (await person.videos('inbound')).reduce((sum, { frames }) => sum + frames, 0);

/** Until a person has got so many pictures more. */
async function seesPictures(person: Person, count: number): Promise<void> {
  const wanted = (await framesSeen(person)) + count;
  await expect.poll(() => framesSeen(person), { timeout: 60_000 }).toBeGreaterThan(wanted);
}

describe('a call with the real SDK', { timeout: 120_000 }, () => {
  // The relay needs a second loopback address, which other systems do not have without being told.
  it.runIf(process.platform === 'linux')('goes on over a network that loses a tenth', async () => {
    const chime = await startChimeLocal({ mediaAddresses: ['127.0.0.2'] });
    onTestFinished(() => chime.close());
    const relay = await LossyRelay.open('127.0.0.2', '127.0.0.1', chime.candidates[0]?.port ?? 0);
    onTestFinished(() => relay.close());
    const [a, b] = await meet(await openGathering(chime.endpoint));
    relay.loss = 0.1;
    await Promise.all([seesPictures(a, PICTURES), seesPictures(b, PICTURES)]);
    expect(relay.lost).toBeGreaterThan(100);
    await hears(a, 'b');
    await hears(b, 'a');
    for (const person of [a, b]) expect(await person.happened('reconnecting')).toBe(0);
  });

  it('ends at once for all when the service is killed and started again', async () => {
    const service = await ServiceProcess.build();
    onTestFinished(() => service.close());
    const people = await meet(await openGathering(await service.start()));
    await service.kill();
    await service.start();
    await Promise.all(people.map((person) => person.waitFor('stop:5')));
  });
});
