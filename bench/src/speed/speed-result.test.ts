import { describe, expect, it } from 'vitest';
import type { SpeedReading } from '../../page/speed-run';
import type { Stretch } from './measure-stretch';
import { speedResult } from './speed-result';

const reading = (figures: Partial<SpeedReading>): SpeedReading => ({
  width: 1280,
  height: 720,
  elapsedMs: 10_000,
  sourceFrames: 300,
  framesOut: 300,
  droppedShare: 0,
  latenciesMs: [1, 1, 1],
  stats: undefined,
  ...figures,
});

const stretch = (figures: Partial<SpeedReading>, of: Omit<Stretch, 'reading'>): Stretch => ({
  reading: reading(figures),
  ...of,
});

const GROWTH = { growthBytesPerMinute: 1000, laterGrowthBytesPerMinute: 10 };
const PASSTHROUGH = stretch({}, { cpuMs: 900, peakBytes: 100_000, growth: GROWTH });
const OURS = {
  stretch: stretch(
    { framesOut: 240, droppedShare: 0.2, latenciesMs: [3, 4, 4] },
    {
      cpuMs: 2400,
      peakBytes: 160_000,
      growth: { growthBytesPerMinute: 3000, laterGrowthBytesPerMinute: -30 },
    },
  ),
  firstFrameMs: 80,
  firstFrameColdMs: 150,
  served: { bytes: 3000, bytesGzip: 1000 },
};

describe('speedResult', () => {
  const { passthrough, ours } = speedResult(PASSTHROUGH, OURS);

  it('tells rates by the frames that came out', () => {
    expect(passthrough).toMatchObject({ fps: 30, cpuMsPerFrame: 3 });
    expect(ours).toMatchObject({ fps: 24, cpuMsPerFrame: 10, droppedShare: 0.2 });
  });

  it('takes the latency of pass-through off', () => {
    expect(ours.latencyMs).toMatchObject({ median: 3, p95: 3 });
  });

  it('tells how much more memory there was, and how each grew', () => {
    expect(ours.memory).toEqual({
      peakBytes: 60_000,
      growthBytesPerMinute: 3000,
      laterGrowthBytesPerMinute: -30,
    });
    expect(passthrough).toMatchObject(GROWTH);
  });

  it('tells nothing of stages and masks where the processor has told nothing', () => {
    expect(ours).toMatchObject({ stagesMs: {}, maskShare: null, path: null });
  });
});
