import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { camera, section } from './testing/meeting';
import { makePair, shown, steps, type Pair } from './testing/pair';
import { VideoSource } from './testing/video-source';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

describe('layers', () => {
  const layers = [
    { streamId: 1, rid: 'low' },
    { streamId: 2, rid: 'hi' },
  ];

  function layer(ssrc: number, rid: string): VideoSource {
    const extensions = [
      { id: 1, value: Buffer.from('1') },
      { id: 2, value: Buffer.from(rid) },
    ];
    return new VideoSource({ ssrc, firstSequence: ssrc, extensions });
  }

  function makeSimulcast(): Pair & { readonly low: VideoSource; readonly high: VideoSource } {
    const pair = makePair();
    pair.sender.plan({ camera: camera({ layers, ssrcs: [] }) });
    const [low, high] = [layer(2000, 'low'), layer(3000, 'hi')];
    pair.sender.send([...low.deltaFrame(), ...high.deltaFrame()]);
    // Chrome names its layers no more after the first report.
    for (const source of [low, high]) source.extensions = [];
    return { ...pair, low, high };
  }

  it('remembers which source a layer is', () => {
    const { sender, viewer, low, high } = makeSimulcast();
    sender.send([...high.keyFrame(), ...low.keyFrame(), ...high.deltaFrame()]);
    expect(shown(viewer)).toEqual([2002, 2003]);
    viewer.plan({ receive: [section({ streamId: 2 })] });
    sender.send(high.keyFrame());
    expect(shown(viewer).slice(2)).toEqual([3006, 3007]);
  });

  it('goes on with the former layer until the other one has a key frame', () => {
    const { sender, viewer, low, high } = makeSimulcast();
    sender.send([...low.keyFrame()]);
    viewer.peer.select('2', 2);
    vi.advanceTimersByTime(100);
    expect(sender.transport.messages('pli').at(-1)).toMatchObject({ mediaSsrc: 3000 });
    sender.send([...low.deltaFrame(), ...high.deltaFrame()]);
    sender.send([...high.keyFrame(), ...low.deltaFrame(), ...high.deltaFrame()]);
    expect(shown(viewer)).toEqual([2002, 2003, 2004, 2005, 3004, 3005, 3006, 3007]);
    expect(steps(viewer)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('stays when it is asked for another layer and back', () => {
    const { sender, viewer, low, high } = makeSimulcast();
    sender.send(low.keyFrame());
    viewer.peer.select('2', 2);
    viewer.peer.select('2', 1);
    sender.send([...high.keyFrame(), ...low.deltaFrame()]);
    expect(shown(viewer)).toEqual([2002, 2003, 2004, 2005]);
  });

  it('keeps a pause of all layers when another one is chosen', () => {
    const { sender, viewer, low, high } = makeSimulcast();
    sender.send(low.keyFrame());
    viewer.peer.pause([1, 2]);
    viewer.peer.select('2', 2);
    sender.send(high.keyFrame());
    expect(shown(viewer)).toHaveLength(2);
    viewer.peer.resume([1, 2]);
    sender.send(high.keyFrame());
    expect(shown(viewer)).toHaveLength(4);
  });

  it('shows another layer as long as nothing comes of the one that was chosen', () => {
    const { sender, viewer } = makePair();
    sender.plan({ camera: camera({ layers, ssrcs: [] }) });
    viewer.peer.select('2', 2);
    const [low, high] = [layer(2000, 'low'), layer(3000, 'hi')];
    sender.send(low.keyFrame());
    expect(shown(viewer)).toEqual([2000, 2001]);
    sender.send([...high.keyFrame(), ...low.deltaFrame(), ...high.deltaFrame()]);
    expect(shown(viewer)).toEqual([2000, 2001, 3000, 3001, 3002, 3003]);
  });

  it('goes back to another layer when nothing more comes of the one that is shown', () => {
    const { sender, viewer, low, high } = makeSimulcast();
    viewer.peer.select('2', 2);
    sender.send(high.keyFrame());
    for (let n = 0; n < 25; n += 1) {
      sender.send(low.deltaFrame());
      vi.advanceTimersByTime(100);
    }
    expect(sender.transport.messages('pli').at(-1)).toMatchObject({ mediaSsrc: 2000 });
    const first = low.sequence;
    sender.send(low.keyFrame());
    expect(shown(viewer)).toEqual([3002, 3003, first, first + 1]);
    expect(steps(viewer)).toEqual([1, 1, 1]);
  });

  it('knows a layer again that was off meanwhile', () => {
    const { sender, viewer, high } = makeSimulcast();
    sender.plan({ camera: camera({ layers: layers.slice(0, 1), ssrcs: [] }) });
    sender.send(high.keyFrame());
    sender.plan({ camera: camera({ layers, ssrcs: [] }) });
    viewer.peer.select('2', 2);
    sender.send(high.keyFrame());
    expect(shown(viewer)).toHaveLength(2);
  });

  it('finds a source that was not announced by the section it names', () => {
    const { sender, viewer } = makePair();
    const named = new VideoSource({
      ssrc: 4711,
      extensions: [{ id: 1, value: Buffer.from('1') }],
    });
    sender.plan({ camera: camera({ ssrcs: [] }) });
    sender.send(named.keyFrame());
    expect(shown(viewer)).toHaveLength(2);
  });

  it('takes another source that the client announces for the same stream', () => {
    const { sender, viewer, source } = makePair();
    sender.send(source.keyFrame());
    sender.plan({ camera: camera({ ssrcs: [1001] }) });
    const other = new VideoSource({ ssrc: 1001, firstSequence: 100 });
    sender.send([...source.deltaFrame(), ...other.deltaFrame(), ...other.keyFrame()]);
    expect(shown(viewer)).toHaveLength(4);
    expect(steps(viewer)).toEqual([1, 1, 1]);
  });
});
