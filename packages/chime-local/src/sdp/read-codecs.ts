import { readPayloadType } from './media-line';
import { quote, SdpError } from './sdp-error';
import type { Attributes } from './sdp-lines';
import type { OfferedCodec } from './session-description';

/** The codecs of a section, in the order of its m-line; static ones without `a=rtpmap` are left out. */
export function readCodecs(
  attributes: Attributes,
  payloadTypes: readonly number[],
): readonly OfferedCodec[] {
  const names = byPayloadType(attributes.all('rtpmap'));
  const parameters = byPayloadType(attributes.all('fmtp'));
  const feedback = byPayloadType(attributes.all('rtcp-fb'));
  return payloadTypes.flatMap((payloadType) => {
    const name = names.get(payloadType)?.[0];
    if (name === undefined) return [];
    return {
      payloadType,
      ...readName(name),
      parameters: readParameters(parameters.get(payloadType)?.[0] ?? ''),
      feedback: [...(feedback.get(payloadType) ?? []), ...(feedback.get('*') ?? [])],
    };
  });
}

/** `111 opus/48000/2`: what follows the payload type, by that; `*` stands for all. */
function byPayloadType(lines: readonly string[]): Map<number | '*', string[]> {
  const found = new Map<number | '*', string[]>();
  for (const line of lines) {
    const [, type = line, rest = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
    const key = type === '*' ? type : readPayloadType(type);
    const values = found.get(key) ?? [];
    values.push(rest);
    found.set(key, values);
  }
  return found;
}

function readName(text: string): Pick<OfferedCodec, 'name' | 'clockRate' | 'channels'> {
  const [, name, clockRate, channels = '1'] =
    /^([^\s/]+)\/(\d{1,6})(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  if (name === undefined) throw new SdpError(`a=rtpmap does not name a codec: ${quote(text)}.`);
  return { name, clockRate: Number(clockRate), channels: Number(channels) };
}

function readParameters(text: string): ReadonlyMap<string, string> {
  const pairs = text.split(';').map((pair) => pair.trim());
  return new Map(pairs.filter((pair) => pair !== '').map(readPair));
}

function readPair(pair: string): [string, string] {
  const equals = pair.indexOf('=');
  return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
}
