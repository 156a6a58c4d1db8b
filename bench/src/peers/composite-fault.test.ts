import { describe, expect, it } from 'vitest';
import { compositeFault, type Sample } from './composite-fault';

const [WIDTH, HEIGHT] = [80, 40];

/** Paints each pixel in one colour, by its place. */
function paint(colour: (x: number, y: number) => readonly [number, number, number]): Sample {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  for (let pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
    data.set([...colour(pixel % WIDTH, Math.floor(pixel / WIDTH)), 255], pixel * 4);
  }
  return { width: WIDTH, height: HEIGHT, data };
}

const STRIPES = (x: number) => (x % 2 === 0 ? ([90, 60, 30] as const) : ([130, 100, 70] as const));
const GREY = () => [110, 80, 50] as const;
const BLUE = () => [40, 90, 220] as const;
const isPerson = (x: number) => x >= 20 && x < 60;

const camera = paint(STRIPES);
const background = paint(BLUE);

describe('compositeFault', () => {
  it('finds none where the camera is in the middle and the background around it', () => {
    const output = paint((x) => (isPerson(x) ? STRIPES(x) : BLUE()));
    expect(compositeFault(output, camera, background)).toBeUndefined();
  });

  it('finds none where the room is blurred and the person is not', () => {
    const output = paint((x) => (isPerson(x) ? STRIPES(x) : GREY()));
    expect(compositeFault(output, camera, undefined)).toBeUndefined();
  });

  it('takes a blurred edge for blurred', () => {
    const edges = paint((x) => (x % 10 < 5 ? [0, 0, 0] : [200, 200, 200]));
    const ramps = paint((x) => {
      const level = Math.min(x % 10, 10 - (x % 10)) * 40;
      return [level, level, level];
    });
    expect(compositeFault(ramps, edges, undefined)).toContain('nobody');
  });

  it('forgives a shift of colours', () => {
    const shift = ([r, g, b]: readonly [number, number, number]) => [r + 17, g, b - 17] as const;
    const output = paint((x) => shift(isPerson(x) ? STRIPES(x) : BLUE()));
    expect(compositeFault(output, camera, background)).toBeUndefined();
  });

  it('says when the room is shown as it is', () => {
    expect(compositeFault(camera, camera, background)).toContain('nothing of the background');
    expect(compositeFault(camera, camera, undefined)).toContain('nothing of the background');
  });

  it('says when nobody is in front of the background', () => {
    expect(compositeFault(background, camera, background)).toContain('nobody');
    expect(compositeFault(paint(GREY), camera, undefined)).toContain('nobody');
  });

  it('says when the frame is black', () => {
    const black = paint(() => [0, 0, 0]);
    expect(compositeFault(black, camera, background)).toContain('neither');
  });
});
