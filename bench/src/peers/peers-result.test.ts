import { describe, expect, it } from 'vitest';
import type { PeerName } from './peer-names';
import { peersResult, type PeerReading, type PeerRuns } from './peers-result';

const reading = (frames: number, cpuMs: number): PeerReading => ({
  width: 1280,
  height: 720,
  frames,
  elapsedMs: 10_000,
  cpuMs,
  firstFrameMs: 100,
  firstFrameColdMs: 150,
  bytes: 3000,
  bytesGzip: 1000,
  screenshot: 'frame.png',
});

const runs = (name: PeerName, ...readings: PeerReading[]): PeerRuns => ({
  name,
  version: '1.0.0',
  readings,
  failures: [],
});

const PASSTHROUGH = runs('passthrough', reading(300, 900));
const OURS = runs('cyclorama', reading(300, 2100));

describe('peersResult', () => {
  it('tells rates, and CPU in that of ours, whole and above pass-through', () => {
    const { width, rows } = peersResult([PASSTHROUGH, OURS, runs('twilio', reading(30, 15_000))]);
    expect(width).toBe(1280);
    expect(rows.map(({ name }) => name)).toEqual(['passthrough', 'cyclorama', 'twilio']);
    expect(rows[2]).toMatchObject({ fps: 3, cpuMsPerFrame: 500, bytesGzip: 1000 });
    expect(rows[2]?.ratioToCyclorama).toBeCloseTo(500 / 7);
    // Ten frames of the camera, at 3 ms, with each that comes out.
    expect(rows[2]?.ratioAbovePassthrough).toBeCloseTo(470 / 4);
  });

  it('takes the median of the runs', () => {
    const stream = runs('stream', reading(10, 9000), reading(20, 30_000), reading(40, 80_000));
    expect(peersResult([PASSTHROUGH, OURS, stream]).rows[2]).toMatchObject({
      fps: 2,
      cpuMsPerFrame: 1500,
    });
  });

  it('gives no figures for a peer that never worked, and says why', () => {
    const livekit = { ...runs('livekit'), failures: ['Nothing came out.'] };
    expect(peersResult([PASSTHROUGH, OURS, livekit]).rows[2]).toMatchObject({
      fps: null,
      screenshot: null,
      ratioToCyclorama: null,
      failures: ['Nothing came out.'],
    });
  });

  it('refuses to compare with nothing', () => {
    expect(() => peersResult([OURS])).toThrow('Pass-through failed');
  });
});
