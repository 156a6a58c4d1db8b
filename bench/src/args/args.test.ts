import { describe, expect, it } from 'vitest';
import { parseBenchArgs } from './args';

const parse = (line: string) => parseBenchArgs(line.split(' '));

describe('parseBenchArgs', () => {
  it('reads the options of speed and fills in the others', () => {
    expect(parse('speed --clip a.mjpeg --width 1280 --height 720 --seconds 5 --json')).toEqual({
      bench: 'speed',
      json: true,
      clip: 'a.mjpeg',
      width: 1280,
      height: 720,
      seconds: 5,
      background: 'image',
      path: 'auto',
      runs: 1,
    });
  });

  it('reads the options of peers', () => {
    expect(parse('peers --clip a --only twilio,stream --runs 3')).toEqual({
      bench: 'peers',
      json: false,
      clip: 'a',
      seconds: 10,
      background: 'image',
      only: ['twilio', 'stream'],
      runs: 3,
    });
  });

  it('takes medians of five where others are compared', () => {
    expect(parse('peers --clip a')).toMatchObject({ runs: 5 });
  });

  it('leaves the size out when none is asked for', () => {
    expect(parse('speed --clip a.mjpeg')).not.toHaveProperty('width');
  });

  it('reads page, which has no options of its own', () => {
    expect(parse('page --json')).toEqual({ bench: 'page', json: true });
  });

  it('reads the options of bodypix', () => {
    const models = '../shared/data/bodypix';
    expect(parse('bodypix')).toEqual({ bench: 'bodypix', json: false, runs: 7, models });
    expect(parse('bodypix --runs 3 --models m --json')).toEqual({
      ...{ bench: 'bodypix', json: true, runs: 3, models: 'm' },
    });
  });

  it('reads the options of kernels', () => {
    expect(parse('kernels')).toEqual({ bench: 'kernels', json: false, runs: 7 });
    expect(parse('kernels --runs 5 --picture a.svg --json')).toEqual({
      bench: 'kernels',
      json: true,
      runs: 5,
      picture: 'a.svg',
    });
  });

  it('reads the options of quality', () => {
    expect(parse('quality --images i --masks m --sequence')).toEqual({
      bench: 'quality',
      json: false,
      images: 'i',
      masks: 'm',
      sequence: true,
      models: '../shared/data/bodypix',
    });
  });

  it('reads the options of tradeoff', () => {
    expect(parse('tradeoff --clip c')).toEqual({
      bench: 'tradeoff',
      json: false,
      clip: 'c',
      models: '../shared/data/bodypix',
    });
    expect(
      parse('tradeoff --clip c --truth t --models m --only selfie --frames 9 --picture a.svg'),
    ).toMatchObject({ truth: 't', models: 'm', only: ['selfie'], frames: 9, picture: 'a.svg' });
    expect(parse('tradeoff --clip c --width 1280 --height 720')).toMatchObject({
      size: { width: 1280, height: 720 },
    });
  });

  it('reads the options of chime', () => {
    expect(parse('chime --clients 4 --width 640 --height 360 --json')).toEqual({
      ...{ bench: 'chime', json: true, clients: 4, width: 640, height: 360, fps: 15, seconds: 30 },
    });
  });

  it('reads the options of meeting', () => {
    expect(parse('meeting')).toEqual({
      ...{ bench: 'meeting', json: false, rooms: 200, messagesPerMinute: 2_000, seconds: 60 },
    });
    expect(parse('meeting --rooms 5 --messagesPerMinute 60 --seconds 2 --json')).toEqual({
      ...{ bench: 'meeting', json: true, rooms: 5, messagesPerMinute: 60, seconds: 2 },
    });
  });

  it.each([
    ['meeting --rooms 0', '--rooms must be a whole number from 1 to 10000, got 0'],
    ['nothing', 'There is no bench nothing'],
    ['speed', '--clip is missing'],
    ['speed --clip a --width 640', '--height must be a whole number'],
    ['speed --clip a --width 641 --height 360', '--width must be even'],
    ['speed --clip a --background room', 'image, blur, color'],
    ['speed --clip a --seconds none', '--seconds must be a whole number from 1 to 3600, got none'],
    ['speed --clip a --loud', '--loud'],
    ['peers --clip a --only twilio,zoom', '--only must be one of passthrough, cyclorama, twilio'],
    ['bodypix --runs 0', '--runs must be a whole number from 1 to 100'],
    ['chime --clients 1', '--clients must be a whole number from 2 to 25, got 1'],
    ['kernels --runs 0', '--runs must be a whole number from 1 to 100'],
    ['kernels --picture a.png', '--picture must be the path of an .svg, got a.png'],
    ['quality --images i', '--masks is missing'],
    ['tradeoff', '--clip is missing'],
    ['tradeoff --clip c --height 720', '--width must be a whole number from 2 to 7680'],
    ['tradeoff --clip c --frames 0', '--frames must be a whole number from 1 to 100000, got 0'],
    ['tradeoff --clip c --only resnet', '--only must be parts of these names, got resnet: selfie'],
  ])('refuses "%s" and says why', (line, message) => {
    expect(() => parse(line)).toThrow(message);
  });
});
