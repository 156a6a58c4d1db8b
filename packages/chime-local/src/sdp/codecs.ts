import type { CodecKey, OfferedCodec, OfferSection } from './session-description';

/** What a codec is forwarded as; undefined: it is not. */
export function codecKey(codec: OfferedCodec): CodecKey | undefined {
  const { name, parameters } = codec;
  switch (name.toUpperCase()) {
    case 'OPUS':
      return codec.clockRate === 48_000 && codec.channels === 2 ? 'opus' : undefined;
    case 'VP8':
      return 'VP8';
    case 'VP9':
      return (parameters.get('profile-id') ?? '0') === '0' ? 'VP9/0' : undefined;
    case 'AV1':
      return (parameters.get('profile') ?? '0') === '0' ? 'AV1' : undefined;
    case 'H264':
      return h264Key(parameters);
    default:
      return undefined;
  }
}

/** Profile matters and level does not: all offers allow that the two ends differ in it. */
function h264Key(parameters: OfferedCodec['parameters']): CodecKey | undefined {
  if (parameters.get('packetization-mode') !== '1') return undefined;
  const profile = parameters.get('profile-level-id')?.toLowerCase().slice(0, 4);
  if (profile === '42e0') return 'H264/42e01f';
  return profile === '4200' ? 'H264/42001f' : undefined;
}

/** What of a section's codecs is forwarded, one of a kind, in the client's order. */
export function acceptedCodecs(section: OfferSection): OfferedCodec[] {
  return [...codecsByKey(section).values()];
}

/** How the client numbers what is forwarded. */
export function payloadTypes(section: OfferSection): Map<CodecKey, number> {
  return new Map([...codecsByKey(section)].map(([key, codec]) => [key, codec.payloadType]));
}

function codecsByKey({ codecs, kind }: OfferSection): ReadonlyMap<CodecKey, OfferedCodec> {
  const found = new Map<CodecKey, OfferedCodec>();
  for (const codec of codecs) {
    const key = codecKey(codec);
    const belongs = (key === 'opus') === (kind === 'audio');
    if (key && belongs && !found.has(key)) found.set(key, codec);
  }
  return found;
}
