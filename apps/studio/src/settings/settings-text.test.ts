import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { readSettings, writeSettings } from './settings-text';

const OTHER: Settings = {
  background: 'blur',
  fit: 'contain',
  strength: 0.7,
  color: '#ff8800',
  view: 'mask',
  divider: 62,
  camera: 'a&b=c #1',
  resolution: 1080,
  rate: 60,
  path: 'canvas',
  preset: 'custom',
  segmenter: 'bodypix',
  model: 'general',
  multiplier: 0.5,
  outputStride: 8,
  internalResolution: 'full',
  segmentationThreshold: 0.35,
  people: 'nearest-to-middle',
  parts: 'keep-hands',
  runtime: 'tfjs',
};

describe('settings as text', () => {
  it('come back as they were, every one of them', () => {
    const written = writeSettings(OTHER).toString();
    expect(readSettings(new URLSearchParams(written))).toEqual(OTHER);
  });

  it('say only what differs from the defaults', () => {
    expect(writeSettings(DEFAULT_SETTINGS).toString()).toBe('');
    expect(writeSettings({ ...DEFAULT_SETTINGS, view: 'mask' }).toString()).toBe('view=mask');
  });

  it('are rounded to what the sliders can say, lest the link be left on arrival', () => {
    const params = new URLSearchParams({ strength: '0.72', divider: '62.5' });
    params.set('segmentationThreshold', '0.62');
    const rounded = { strength: 0.7, divider: 63, segmentationThreshold: 0.6 };
    expect(readSettings(params)).toEqual(rounded);
  });

  it.each([
    ['background', 'beach'],
    ['background', ''],
    ['fit', 'Cover'],
    ['strength', ''],
    ['strength', '1.01'],
    ['strength', '-0.5'],
    ['strength', 'NaN'],
    ['color', 'red'],
    ['color', '#12345'],
    ['color', '#11223344'],
    ['view', 'before'],
    ['divider', '101'],
    ['divider', '1e1'],
    ['divider', 'Infinity'],
    ['resolution', '721'],
    ['rate', '0'],
    ['path', 'native'],
    ['preset', 'fastest'],
    ['segmenter', 'mediapipe'],
    ['model', 'portrait'],
    ['multiplier', '0.6'],
    ['outputStride', '32'],
    ['internalResolution', '0.5'],
    ['segmentationThreshold', '0'],
    ['segmentationThreshold', '1'],
    ['people', 'all'],
    ['parts', 'hide-hands'],
    ['runtime', 'own'],
    ['toString', 'blur'],
    ['__proto__', 'blur'],
  ])('leave out a %s of ‘%s’ and keep the rest', (name, value) => {
    const params = new URLSearchParams({ [name]: value });
    params.append(name === 'rate' ? 'resolution' : 'rate', name === 'rate' ? '360' : '15');
    expect(readSettings(params)).toEqual(name === 'rate' ? { resolution: 360 } : { rate: 15 });
  });
});
