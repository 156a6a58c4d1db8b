import { describe, expect, it, onTestFinished } from 'vitest';
import { acceptedCodecs } from './codecs';
import { acceptedExtensions } from './extensions';
import { parseOffer } from './parse-offer';
import type { AnswerSection, OfferSection } from './session-description';
import { writeAnswer } from './write-answer';

const FINGERPRINT = `sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`;

function answerOf(offered: OfferSection): AnswerSection {
  const { mid, direction, stopped } = offered;
  const base = {
    offered,
    codecs: acceptedCodecs(offered),
    extensions: acceptedExtensions(offered),
  };
  if (stopped) return { ...base, direction: 'stopped' };
  if (direction !== 'recvonly') return { ...base, direction };
  return { ...base, direction: 'sendonly', msid: `v_${mid}`, ssrc: 1_000 + Number(mid) };
}

/** Offers what there is, as the SDK does, and takes the answer. */
async function negotiate(client: RTCPeerConnection): Promise<void> {
  await client.setLocalDescription();
  const offer = parseOffer(client.localDescription?.sdp ?? '');
  const sdp = writeAnswer({
    ice: { ufrag: 'ours', password: 'a-password-of-our-own-22'.replaceAll('-', '/') },
    fingerprint: FINGERPRINT,
    // A port that nobody listens at: nothing is to connect here.
    candidates: [{ address: '127.0.0.1', port: 9 }],
    sections: offer.sections.map(answerOf),
  });
  await client.setRemoteDescription({ type: 'answer', sdp });
}

function openClient(): RTCPeerConnection {
  const client = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  onTestFinished(() => client.close());
  return client;
}

function paintedTrack(): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')?.fillRect(0, 0, 8, 8);
  const [track] = canvas.captureStream().getVideoTracks();
  if (!track) throw new Error('The canvas has no track.');
  return track;
}

const directionsOf = (client: RTCPeerConnection) =>
  client.getTransceivers().map(({ mid, currentDirection }) => [mid, currentDirection]);

describe('a browser that gets our answer', () => {
  it('takes it through a whole visit: join, camera, videos, one gone, its slot used anew', async () => {
    const client = openClient();
    const streams: string[] = [];
    client.addEventListener('track', ({ streams: [stream] }) => {
      streams.push(stream?.id ?? '');
    });
    client.addTransceiver('audio');
    const camera = client.addTransceiver('video', { direction: 'inactive' });
    await negotiate(client);
    expect(directionsOf(client)).toEqual([
      ['0', 'sendrecv'],
      ['1', 'inactive'],
    ]);
    camera.direction = 'sendrecv';
    await camera.sender.replaceTrack(paintedTrack());
    const first = client.addTransceiver('video', { direction: 'recvonly' });
    client.addTransceiver('video', { direction: 'recvonly' });
    await negotiate(client);
    expect(streams.filter((id) => id.startsWith('v_'))).toEqual(['v_2', 'v_3']);
    first.stop();
    await negotiate(client);
    client.addTransceiver('video', { direction: 'recvonly' });
    await negotiate(client);
    expect(streams).toContain('v_4');
    expect(directionsOf(client).sort()).toEqual([
      ['0', 'sendrecv'],
      ['1', 'sendrecv'],
      ['3', 'recvonly'],
      ['4', 'recvonly'],
    ]);
  });

  it('sends no mending and no congestion feedback that we would not understand', async () => {
    const client = openClient();
    const camera = client.addTransceiver(paintedTrack(), { direction: 'sendrecv' });
    await negotiate(client);
    const { codecs, headerExtensions } = camera.sender.getParameters();
    expect(codecs.map(({ mimeType }) => mimeType)).not.toContain('video/rtx');
    expect(headerExtensions.map(({ uri }) => uri).sort()).toEqual([
      'urn:3gpp:video-orientation',
      'urn:ietf:params:rtp-hdrext:sdes:mid',
      'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
    ]);
    expect(codecs[0]?.sdpFmtpLine).toContain('x-google-start-bitrate=1500');
  });

  it('goes on sending its three layers', async () => {
    const client = openClient();
    const sendEncodings = ['low', 'mid', 'hi'].map((rid) => ({ rid }));
    const camera = client.addTransceiver(paintedTrack(), { sendEncodings });
    await negotiate(client);
    const { encodings } = camera.sender.getParameters();
    expect(encodings.map(({ rid, active }) => [rid, active])).toEqual([
      ['low', true],
      ['mid', true],
      ['hi', true],
    ]);
  });
});
