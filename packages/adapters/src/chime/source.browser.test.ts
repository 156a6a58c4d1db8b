import { BackgroundProcessor } from 'cyclorama';
import { describe, expect, it } from 'vitest';
import { chimeFrameProcessor, chimeVideoInput, type ChimeVideoSource } from '.';

function canvasStream(): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d');
  return canvas.captureStream();
}

function endedStream(): MediaStream {
  const stream = canvasStream();
  for (const track of stream.getTracks()) track.stop();
  return stream;
}

describe('the source of a video input', () => {
  it.each([
    ['nothing', undefined, /camera's id.*got undefined/],
    ['null', null, /got null/],
    ['an empty id', '', /got ''/],
    ['a number', 3, /got 3/],
    ['a list', ['front'], /got front/],
    ['a function', () => 'front', /MediaTrackConstraints/],
    ['a track', canvasStream().getTracks()[0], /pass new MediaStream\(\[track\]\)/],
    ['an empty stream', new MediaStream(), /without a video track/],
    ['a stream that has ended', endedStream(), /video track has ended/],
    ['a processor that is not started', new BackgroundProcessor(), /is idle: await its start\(\)/],
  ])('is refused: %s', (_, source, said) => {
    const make = (): unknown => chimeVideoInput(source as ChimeVideoSource);
    expect(make).toThrow(TypeError);
    expect(make).toThrow(said);
    const device = chimeVideoInput('front');
    expect(() => device.chooseNewInnerDevice(source as string)).toThrow(TypeError);
  });

  it('is refused as a processor whose output the app has stopped', async () => {
    const processor = new BackgroundProcessor();
    const track = await processor.start(canvasStream());
    track.stop();
    expect(() => chimeVideoInput(processor)).toThrow(/output has ended: make another one/);
    processor.close();
    expect(() => chimeVideoInput(processor)).toThrow(/make another one/);
  });

  it('is refused as a MediaDeviceInfo, with what to pass', async () => {
    const [info] = await navigator.mediaDevices.enumerateDevices();
    expect(() => chimeVideoInput(info as MediaTrackConstraints)).toThrow(/pass its deviceId/);
  });

  it('is taken as an id, as constraints and as a stream, of which nothing is opened', () => {
    for (const source of ['front', { facingMode: 'user' }, canvasStream()]) {
      expect(chimeVideoInput(source).state).toBe('idle');
    }
  });
});

describe('options', () => {
  it('are refused where they are wrong, by both', () => {
    const options = { background: { type: 'colour' } } as never;
    expect(() => chimeVideoInput('front', options)).toThrow(/options.background.type must be/);
    expect(() => chimeFrameProcessor(options)).toThrow(/options.background.type must be/);
    expect(() => chimeVideoInput('front', null as never)).toThrow(/options must be an object/);
  });

  it('are refused with a bitmap that is closed, also where they come later', async () => {
    const image = await createImageBitmap(new ImageData(2, 2));
    const device = chimeVideoInput('front', { background: { type: 'image', image } });
    image.close();
    const late = device.update({ background: { type: 'image', image } });
    await expect(late).rejects.toThrow(/ImageBitmap that is not closed/);
    await expect(device.update(undefined as never)).rejects.toThrow(/options must be an object/);
  });

  it('are refused beside a processor, which has its own', async () => {
    const processor = new BackgroundProcessor();
    await processor.start(canvasStream());
    expect(() => chimeVideoInput(processor, {})).toThrow(/processor\.update\(\)/);
    const device = chimeVideoInput('front');
    const change = (): unknown => device.chooseNewInnerDevice(processor as never);
    expect(change).toThrow(/chimeVideoInput\(processor\)/);
    processor.close();
  });
});
