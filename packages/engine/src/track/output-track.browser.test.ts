import { describe, expect, it } from 'vitest';
import { OutputTrack } from './output-track';

function canvasTrack(): MediaStreamTrack {
  const [track] = document.createElement('canvas').captureStream().getVideoTracks();
  if (!track) throw new Error('A canvas without a captured track.');
  return track;
}

/** Counts how often a track is asked whether it lives. */
function asked(track: MediaStreamTrack): () => number {
  let count = 0;
  const { readyState } = track;
  Object.defineProperty(track, 'readyState', { get: () => (count++, readyState) });
  return () => count;
}

describe('OutputTrack', () => {
  it('lives as long as one of its clones, and clones of clones, does', () => {
    const track = canvasTrack();
    const output = new OutputTrack(track, () => track);
    const clone = track.clone();
    const inner = clone.clone();
    track.stop();
    clone.stop();
    expect(output.hasEnded).toBe(false);
    inner.stop();
    expect(output.hasEnded).toBe(true);
  });

  it('keeps no clone that was stopped', () => {
    const track = canvasTrack();
    const output = new OutputTrack(track, () => track);
    const clone = track.clone();
    clone.stop();
    expect(output.hasEnded).toBe(false);
    const count = asked(clone);
    output.end();
    expect([output.hasEnded, count()]).toEqual([true, 0]);
  });

  it('fires the end of each once', () => {
    const track = canvasTrack();
    const output = new OutputTrack(track, () => track);
    const heard: string[] = [];
    track.addEventListener('ended', () => heard.push('track'));
    track.clone().addEventListener('ended', () => heard.push('clone'));
    output.end();
    output.end();
    expect(heard).toEqual(['track', 'clone']);
  });
});
