import { eventually, Recorder } from '@cyclorama/testing/browser';
import { describe, expect, it } from 'vitest';
import { BackgroundProcessor } from './processor';
import { ROOM } from './testing/rig';

// Chromium's made-up camera gives its native size cut and scaled to what is asked for.
describe.each(['auto', 'canvas'] as const)('a constrained camera on path %s', (path) => {
  it.each([
    [640, 480],
    [640, 360],
    [360, 640],
  ])('comes out at %i×%i, as it was asked for', async (width, height) => {
    const video = { width: { exact: width }, height: { exact: height } };
    const camera = await navigator.mediaDevices.getUserMedia({ video });
    const processor = new BackgroundProcessor({ path });
    const output = await processor.start(camera);
    const recorder = new Recorder(output, ROOM);
    await eventually('composites come', () => processor.state === 'running');
    await eventually('frames come', () => recorder.sightings.length > 10);
    const last = recorder.sightings.at(-1);
    expect([last?.width, last?.height]).toEqual([width, height]);
    expect(output.getSettings()).toMatchObject({ width, height });
    processor.close();
    recorder.close();
    camera.getTracks().forEach((track) => track.stop());
  });
});
