import { expect, it } from 'vitest';
import { meeting } from './meeting';
import { meetingFigures } from './meeting-result';
import { meetingTable } from './meeting-table';

it('nothing is lost or doubled when the server is killed in the middle', async () => {
  const load = { rooms: 4, messagesPerMinute: 1_200, seconds: 3 };
  const result = await meeting({ bench: 'meeting', json: true, ...load });
  expect(result).toMatchObject({ rooms: 4, requests: 60, lost: 0, doubled: 0 });
  // The kill came while people wrote.
  expect(result.errors).toBeGreaterThan(0);
}, 60_000);

it('the result says every figure', () => {
  const timesMs = Array.from({ length: 101 }, (_, index) => index);
  const reckonings = [
    { lost: 1, doubled: 0 },
    { lost: 2, doubled: 4 },
  ];
  const figures = meetingFigures({ timesMs, errors: 7 }, reckonings);
  expect(figures).toEqual({
    ...{ rooms: 2, requests: 101, errors: 7, p50Ms: 50, p95Ms: 95, p99Ms: 99 },
    ...{ lost: 3, doubled: 4 },
  });
  const table = meetingTable({
    ...figures,
    p95BeforeKillMs: 12,
    downMs: 1_500,
    serverCpuShare: 0.25,
  });
  for (const text of ['95.0 ms', '12.0 ms', '25.0 %', '1500.0 ms']) expect(table).toContain(text);
});
