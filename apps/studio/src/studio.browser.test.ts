import type { Background } from 'cyclorama';
import { eventually, FrameFeed, sleep } from '@cyclorama/testing/browser';
import { afterEach, describe, expect, it } from 'vitest';
import { sourceOver } from './sources/source';
import { Studio } from './studio';

const ROOM = '#00c800';
const NONE: Background = { type: 'none' };
const BLUE: Background = { type: 'color', color: '#0000ff' };

/** A studio before a green room, and a video that shows what comes out of it. */
class StudioRig {
  readonly errors: unknown[] = [];
  /** That is at work. */
  model: string | undefined;
  readonly studio = new Studio(NONE, {
    onSource: () => undefined,
    onOutput: (track) => (this.#video.srcObject = new MediaStream([track])),
    onEnded: () => undefined,
    onState: () => undefined,
    onStats: ({ model }) => (this.model = model),
    onError: (error) => this.errors.push(error),
  });
  readonly #video = Object.assign(document.createElement('video'), { muted: true, autoplay: true });
  readonly #feed = new FrameFeed({
    width: 320,
    height: 180,
    paint: (context) => {
      context.fillStyle = ROOM;
      context.fillRect(0, 0, 320, 180);
    },
  });

  async open(): Promise<void> {
    const source = sourceOver('camera', 'feed', new MediaStream([this.#feed.track]));
    if (source) await this.studio.show(() => Promise.resolve(source));
    await eventually('the room is shown', () => this.#isGreen());
  }

  /** Whether blue comes out, and goes on coming out. */
  async staysBlue(): Promise<boolean> {
    await eventually('the colour is shown', () => this.#isBlue());
    await sleep(300);
    return this.#isBlue();
  }

  close(): void {
    this.studio.close();
    this.#feed.unplug();
  }

  readonly #isGreen = (): boolean => (this.#pixel()[1] ?? 0) > 150;
  readonly #isBlue = (): boolean => (this.#pixel()[2] ?? 0) > 240 && (this.#pixel()[1] ?? 255) < 20;

  #pixel(): Uint8ClampedArray {
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context?.drawImage(this.#video, 0, 0, 1, 1);
    return context?.getImageData(0, 0, 1, 1).data ?? new Uint8ClampedArray(4);
  }
}

describe('Studio', () => {
  let rig: StudioRig;
  afterEach(() => rig.close());

  it.each([0, 1, 5, 20, 60])(
    'hides the room when the path is changed %i ms after the background',
    async (gapMs) => {
      rig = new StudioRig();
      await rig.open();
      const changed = rig.studio.setBackground(BLUE);
      if (gapMs > 0) await sleep(gapMs);
      await rig.studio.setPath('canvas');
      await changed;
      expect(await rig.staysBlue()).toBe(true);
    },
  );

  it('keeps the background that was on when a picture is none', async () => {
    rig = new StudioRig();
    await rig.open();
    await rig.studio.setBackground(BLUE);
    const image = new Blob(['no picture']);
    await expect(rig.studio.setBackground({ type: 'image', image })).rejects.toThrow();
    await rig.studio.setPath('canvas');
    expect(await rig.staysBlue()).toBe(true);
  });

  it('keeps the model over a change of path, and changes it while it runs', async () => {
    rig = new StudioRig();
    await rig.studio.setModel({ segmenter: 'selfie', model: 'general' });
    await rig.open();
    await rig.studio.setBackground(BLUE);
    await eventually('the model is at work', () => rig.model === 'general');
    await rig.studio.setPath('canvas');
    rig.model = undefined;
    await eventually('it is at work again', () => rig.model === 'general');
    await rig.studio.setModel({ segmenter: 'selfie', model: 'landscape' });
    await eventually('the other one is at work', () => rig.model === 'landscape');
    expect(await rig.staysBlue()).toBe(true);
    expect(rig.errors).toEqual([]);
  });

  it('says nothing of processors whose place was taken while they started', async () => {
    rig = new StudioRig();
    await rig.open();
    const paths = ['canvas', 'auto', 'canvas', 'auto'] as const;
    await Promise.all([
      rig.studio.setBackground(BLUE),
      ...paths.map((path) => rig.studio.setPath(path)),
    ]);
    expect(await rig.staysBlue()).toBe(true);
    expect(rig.errors).toEqual([]);
  });
});
