import { describe, expect, it } from 'vitest';
import { acceptedCodecs, codecKey, payloadTypes } from './codecs';
import { acceptedExtensions, extensionIds } from './extensions';
import { parseOffer } from './parse-offer';
import { recordedOffer } from './recorded/recorded-offer';
import type { OfferedCodec, OfferSection } from './session-description';

function sectionOf(name: Parameters<typeof recordedOffer>[0], index: number): OfferSection {
  const section = parseOffer(recordedOffer(name)).sections[index];
  if (!section) throw new Error(`${name} has no section ${index}.`);
  return section;
}

const codec = (name: string, parameters: Record<string, string> = {}): OfferedCodec => ({
  payloadType: 96,
  name,
  clockRate: 90_000,
  channels: 1,
  parameters: new Map(Object.entries(parameters)),
  feedback: [],
});

describe('codecs', () => {
  it('are numbered as each browser likes', () => {
    expect([...payloadTypes(sectionOf('chromium-stopped', 1))]).toEqual([
      ['VP8', 96],
      ['H264/42001f', 102],
      ['H264/42e01f', 108],
      ['AV1', 45],
      ['VP9/0', 98],
    ]);
    expect([...payloadTypes(sectionOf('firefox-stopped', 1))]).toEqual([
      ['VP8', 120],
      ['VP9/0', 121],
      ['AV1', 99],
    ]);
  });

  it('of a voice are Opus alone', () => {
    const audio = sectionOf('chromium-joining', 0);
    expect(acceptedCodecs(audio).map(({ payloadType }) => payloadType)).toEqual([111]);
    expect([...payloadTypes(audio)]).toEqual([['opus', 111]]);
  });

  it('are taken in the order of the client', () => {
    const section = sectionOf('chromium-stopped', 1);
    const turned = { ...section, codecs: [...section.codecs].reverse() };
    expect(acceptedCodecs(turned).map(codecKey)).toEqual([
      'VP9/0',
      'AV1',
      'H264/42e01f',
      'H264/42001f',
      'VP8',
    ]);
  });

  it('do not stand in a section of another kind', () => {
    const audio = sectionOf('chromium-joining', 0);
    expect(acceptedCodecs({ ...audio, kind: 'video' })).toEqual([]);
    expect(acceptedCodecs({ ...sectionOf('chromium-stopped', 1), kind: 'audio' })).toEqual([]);
  });

  it.each([
    ['VP8', {}, 'VP8'],
    ['vp8', {}, 'VP8'],
    ['VP9', {}, 'VP9/0'],
    ['VP9', { 'profile-id': '2' }, undefined],
    ['AV1', { profile: '0' }, 'AV1'],
    ['AV1', { profile: '1' }, undefined],
    ['H264', { 'packetization-mode': '1', 'profile-level-id': '42e01f' }, 'H264/42e01f'],
    ['H264', { 'packetization-mode': '1', 'profile-level-id': '42E034' }, 'H264/42e01f'],
    ['H264', { 'packetization-mode': '1', 'profile-level-id': '42001f' }, 'H264/42001f'],
    ['H264', { 'packetization-mode': '0', 'profile-level-id': '42e01f' }, undefined],
    ['H264', { 'packetization-mode': '1', 'profile-level-id': '640c1f' }, undefined],
    ['H264', {}, undefined],
    ['rtx', { apt: '96' }, undefined],
    ['opus', {}, undefined],
  ])('%s with %o is %s', (name, parameters, key) => {
    expect(codecKey(codec(name, parameters))).toBe(key);
  });
});

describe('header extensions', () => {
  it('are numbered as the client likes', () => {
    expect(extensionIds(sectionOf('chromium-simulcast', 0))).toEqual({ audioLevel: 1, mid: 4 });
    expect(extensionIds(sectionOf('chromium-simulcast', 1))).toEqual({
      mid: 4,
      rid: 10,
      orientation: 13,
    });
  });

  it('that nobody here reads are not accepted', () => {
    expect(acceptedExtensions(sectionOf('chromium-simulcast', 1)).map(({ uri }) => uri)).toEqual([
      'urn:ietf:params:rtp-hdrext:sdes:mid',
      'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
      'urn:3gpp:video-orientation',
    ]);
  });
});
