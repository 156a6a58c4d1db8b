import { expect, it } from 'vitest';
import { MediaStreamTrack, RTCPeerConnection, type RtpPacket } from 'werift';
import { parseRtcp } from '../rtp/parse-rtcp';
import { parseRtp } from '../rtp/rtp-header';
import { writeRtp } from '../rtp/write-rtp';
import { TransportRecorder } from '../testing/transport-recorder';
import { openTransportServer } from './transport-server';
import type { RemoteTransport, Transport, TransportServer } from './transport';

const SERVICE_SSRC = 77;

function attribute(sdp: string, name: string): string {
  const [, value] = new RegExp(`^a=${name}:(.*)$`, 'm').exec(sdp) ?? [];
  if (value === undefined) throw new Error(`The offer has no ${name}.`);
  return value.trim();
}

function readOffer(sdp: string): RemoteTransport {
  return {
    ice: { ufrag: attribute(sdp, 'ice-ufrag'), password: attribute(sdp, 'ice-pwd') },
    fingerprints: [attribute(sdp, 'fingerprint')],
  };
}

function writeAnswer(server: TransportServer, { credentials }: Transport): string {
  const [candidate] = server.candidates;
  return [
    'v=0',
    'o=- 0 0 IN IP4 0.0.0.0',
    's=-',
    't=0 0',
    'a=ice-lite',
    'a=group:BUNDLE 0',
    'm=audio 9 UDP/TLS/RTP/SAVPF 96',
    'c=IN IP4 0.0.0.0',
    'a=mid:0',
    'a=sendrecv',
    'a=rtcp-mux',
    'a=rtpmap:96 OPUS/48000/2',
    `a=ssrc:${SERVICE_SSRC} cname:service`,
    `a=ice-ufrag:${credentials.ufrag}`,
    `a=ice-pwd:${credentials.password}`,
    `a=fingerprint:${server.fingerprint}`,
    'a=setup:passive',
    `a=candidate:1 1 udp 2130706431 ${candidate?.address} ${candidate?.port} typ host`,
    'a=end-of-candidates',
    '',
  ].join('\r\n');
}

function rtp(sequenceNumber: number, ssrc: number): Buffer {
  const fields = { marker: true, payloadType: 96, sequenceNumber, timestamp: 960, ssrc };
  return writeRtp(fields, Buffer.from(`packet ${sequenceNumber}`));
}

function payload(packet: Buffer | undefined): string | undefined {
  const headerBytes = packet && parseRtp(packet)?.headerBytes;
  return packet?.toString('latin1', headerBytes);
}

it('talks to a peer connection whose ICE and SRTP are another’s', async () => {
  const server = await openTransportServer({ host: '127.0.0.1', port: 0, addresses: [] });
  const recorder = new TransportRecorder();
  const transport = server.open(recorder);
  const peer = new RTCPeerConnection({ iceServers: [] });
  const track = new MediaStreamTrack({ kind: 'audio' });
  peer.addTransceiver(track, { direction: 'sendrecv' });
  const heard = new Promise<RtpPacket>((resolve) => {
    peer.onTrack.subscribe((remote) => remote.onReceiveRtp.subscribe(resolve));
  });
  await peer.setLocalDescription(await peer.createOffer());
  transport.connect(readOffer(peer.localDescription?.sdp ?? ''));
  await peer.setRemoteDescription({ type: 'answer', sdp: writeAnswer(server, transport) });
  await recorder.until(({ connections }) => connections === 1);
  while (peer.connectionState !== 'connected') await peer.connectionStateChange.asPromise();
  track.writeRtp(rtp(3, 5));
  transport.sendRtp(rtp(4, SERVICE_SSRC));
  await recorder.until(({ rtpPackets }) => rtpPackets.length > 0);
  expect(payload(recorder.rtpPackets[0])).toBe('packet 3');
  expect((await heard).payload.toString()).toBe('packet 4');
  await recorder.until(({ rtcpPackets }) => rtcpPackets.length > 0);
  expect(parseRtcp(recorder.rtcpPackets[0] ?? Buffer.alloc(0)).length).toBeGreaterThan(0);
  await peer.close();
  await server.close();
});
