/** A section of an offer, as the SDK makes them: mid 0 is audio, mid 1 the camera. */
export interface Section {
  readonly kind?: 'audio' | 'video';
  readonly mid: string;
  readonly direction: 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';
  readonly stopped?: boolean;
  readonly rids?: readonly string[];
}

const AUDIO: Section = { kind: 'audio', mid: '0', direction: 'sendrecv' };

/** Of a client that joins, and maybe sends and receives video. */
export const offerOf = (...videos: readonly Section[]): string =>
  [...HEAD(['0', ...living(videos)]), ...[AUDIO, ...videos].flatMap(writeSection)]
    .map((line) => `${line}\r\n`)
    .join('');

const living = (sections: readonly Section[]): string[] =>
  sections.filter(({ stopped }) => !stopped).map(({ mid }) => mid);

const HEAD = (mids: readonly string[]): string[] => [
  'v=0',
  'o=- 1 1 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  `a=group:BUNDLE ${mids.join(' ')}`,
  'a=ice-ufrag:abcd',
  'a=ice-pwd:abcdefghijklmnopqrstuv',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`,
  'a=setup:actpass',
];

function writeSection({ kind = 'video', mid, direction, stopped, rids = [] }: Section): string[] {
  const audio = kind === 'audio';
  return [
    `m=${kind} ${stopped ? 0 : 9} UDP/TLS/RTP/SAVPF ${audio ? 111 : 96}`,
    'c=IN IP4 0.0.0.0',
    `a=mid:${mid}`,
    `a=${direction}`,
    'a=rtcp-mux',
    'a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid',
    audio ? 'a=rtpmap:111 opus/48000/2' : 'a=rtpmap:96 VP8/90000',
    ...rids.map((rid) => `a=rid:${rid} send`),
    ...(rids.length > 0 ? [`a=simulcast:send ${rids.join(';')}`] : []),
  ];
}
