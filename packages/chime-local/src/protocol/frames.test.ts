import protocol from 'amazon-chime-sdk-js/build/signalingprotocol/SignalingProtocol.js';
import { describe, expect, it } from 'vitest';
import type { ClientFrame } from './client-frame';
import { MAX_FRAME_BYTES } from './frame-bytes';
import { FrameError } from './frame-error';
import { readClientFrame } from './read-client-frame';
import {
  audioMetadata,
  audioStatus,
  audioStreams,
  bitrates,
  dataMessages,
  index,
  joinAck,
  leaveAck,
  notification,
  pong,
  primaryMeetingRefused,
  subscribeAck,
  subscribeRefused,
  writeServerFrame,
  type ServerFrame,
} from './server-frame';

const { SdkSignalFrame } = protocol;
const { Type } = SdkSignalFrame;
type SdkFrame = Partial<protocol.ISdkSignalFrame>;

/** As the SDK's client sends it. */
function fromClient(frame: SdkFrame & Pick<protocol.ISdkSignalFrame, 'type'>): ClientFrame {
  const message = SdkSignalFrame.encode({ timestampMs: 1, ...frame }).finish();
  return readClientFrame(Buffer.concat([Buffer.of(5), message]));
}

/** As the SDK's client reads it. */
function toClient(frame: ServerFrame): Record<string, unknown> {
  const bytes = writeServerFrame(frame, 1_700_000_000_123);
  expect(bytes[0]).toBe(5);
  const options = { longs: Number, enums: String };
  return SdkSignalFrame.toObject(SdkSignalFrame.decode(bytes.subarray(1)), options);
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('frames of clients', () => {
  it('takes what a join is judged by', () => {
    const join = { protocolVersion: 2, flags: 2, audioSessionId: 4_000_000_000 };
    const asked = { ...join, serverSideNetworkAdaption: 4, wantsCompressedSdp: true };
    expect(fromClient({ type: Type.JOIN, join: asked })).toEqual({
      kind: 'join',
      audioSessionId: 4_000_000_000,
      networkAdaption: 4,
    });
  });

  it('takes offer, audio, camera layers and wanted videos of a subscribe', () => {
    const audio = { mediaType: 1, streamId: 1, trackLabel: 'AmazonChimeExpressAudio' };
    const layer = { mediaType: 2, streamId: 2, trackLabel: 'AmazonChimeExpressVideo' };
    const sub = {
      sdpOffer: 'v=0',
      audioHost: 'here',
      audioMuted: true,
      duplex: 3,
      sendStreams: [audio, { ...layer, maxBitrateKbps: 1400, framerate: 15 }, layer],
      receiveStreamIds: [0, 7, 0, 300],
      videoSubscriptionConfiguration: [{ mid: '3', groupId: 2, targetBitrateKbps: 600 }],
    };
    const camera = { trackLabel: 'AmazonChimeExpressVideo' };
    expect(fromClient({ type: Type.SUBSCRIBE, sub })).toEqual({
      kind: 'subscribe',
      sdpOffer: 'v=0',
      audio: true,
      muted: true,
      video: [
        { ...camera, maxBitrateKbps: 1400, framerate: 15 },
        { ...camera, maxBitrateKbps: 0, framerate: 0 },
      ],
      receiveStreamIds: [0, 7, 0, 300],
      videoSubscriptions: [{ mid: '3', streamId: 0, targetBitrateKbps: 600 }],
    });
  });

  it('sees no camera in a subscribe that receives only', () => {
    const sub = { duplex: 1, sendStreams: [{ mediaType: 2 }], sdpOffer: 'v=0' };
    const frame = fromClient({ type: Type.SUBSCRIBE, sub });
    expect(frame).toMatchObject({ video: [], audio: false, muted: false, receiveStreamIds: [] });
  });

  it('takes the small ones', () => {
    expect(fromClient({ type: Type.LEAVE, leave: {} })).toEqual({ kind: 'leave' });
    const pingPong = { type: 1, pingId: 9 };
    expect(fromClient({ type: Type.PING_PONG, pingPong })).toEqual({ kind: 'ping', pingId: 9 });
    const answer = { type: 2, pingId: 9 };
    expect(fromClient({ type: Type.PING_PONG, pingPong: answer })).toMatchObject({ kind: 'pong' });
    const audioControl = { muted: true };
    expect(fromClient({ type: Type.AUDIO_CONTROL, audioControl })).toEqual({
      kind: 'mute',
      muted: true,
    });
    const pause = { streamIds: [3, 4] };
    expect(fromClient({ type: Type.PAUSE, pause })).toEqual({ kind: 'pause', streamIds: [3, 4] });
    expect(fromClient({ type: Type.RESUME, pause })).toEqual({ kind: 'resume', streamIds: [3, 4] });
    const primaryMeetingJoin = { credentials: { attendeeId: 'a' } };
    expect(fromClient({ type: Type.PRIMARY_MEETING_JOIN, primaryMeetingJoin })).toEqual({
      kind: 'primaryMeetingJoin',
    });
  });

  it('takes data messages as their sender made them', () => {
    const message = { topic: 'chat', data: Uint8Array.of(1, 2), lifetimeMs: 5000 };
    const forged = { ...message, senderAttendeeId: 'another', ingestTimeNs: 7 };
    const frame = fromClient({ type: Type.DATA_MESSAGE, dataMessage: { messages: [forged] } });
    expect(frame).toEqual({
      kind: 'dataMessages',
      messages: [{ ...message, data: Buffer.of(1, 2) }],
    });
  });

  it('takes a change of layers', () => {
    const wanted = { mid: '3', streamId: 8, targetBitrateKbps: 600, groupId: 2 };
    const remoteVideoUpdate = {
      addedOrUpdatedVideoSubscriptions: [wanted, { mid: '4', priority: 2 ** 32 - 1 }],
      removedVideoSubscriptionMids: ['5'],
    };
    expect(fromClient({ type: Type.REMOTE_VIDEO_UPDATE, remoteVideoUpdate })).toEqual({
      kind: 'videoUpdate',
      updated: [
        { mid: '3', streamId: 8, targetBitrateKbps: 600 },
        { mid: '4', streamId: 0, targetBitrateKbps: 0 },
      ],
      removedMids: ['5'],
    });
  });

  it('passes over metrics, timings and types that it does not know', () => {
    const clientMetric = { globalMetrics: [{ type: 1, value: 2.5 }] };
    expect(fromClient({ type: Type.CLIENT_METRIC, clientMetric })).toEqual({
      kind: 'other',
      type: 21,
    });
    expect(readClientFrame(Buffer.from('0508011063', 'hex'))).toEqual({ kind: 'other', type: 99 });
  });

  it('takes the older prefix too', () => {
    expect(readClientFrame(Buffer.from('02080110095a00', 'hex'))).toEqual({ kind: 'leave' });
  });

  it('says what is wrong with bytes that are no frame', () => {
    const read = (text: string) => () => readClientFrame(Buffer.from(text, 'hex'));
    expect(read('')).toThrow(new FrameError('A frame begins with the byte 5, not nothing.'));
    expect(read('7b')).toThrow('A frame begins with the byte 5, not 123.');
    expect(read('05')).toThrow("This is no protobuf frame: missing required 'timestampMs'.");
    expect(read('0508ff')).toThrow(/This is no protobuf frame: index out of range/);
    expect(read('0508011001')).toThrow('The frame lacks its part "join".');
    const huge = new Uint8Array(MAX_FRAME_BYTES + 1).fill(5);
    expect(() => readClientFrame(huge)).toThrow('A frame has at most 524288 bytes, not 524289.');
    const receiveStreamIds = Array.from({ length: 513 }, () => 1);
    expect(() => fromClient({ type: Type.SUBSCRIBE, sub: { receiveStreamIds } })).toThrow(
      new FrameError('A frame has at most 512 of receiveStreamIds, not 513.'),
    );
  });
});

describe('frames for clients', () => {
  it('have these very bytes', () => {
    const at = (frame: ServerFrame): string => hex(writeServerFrame(frame, 1));
    expect(at(pong(300))).toBe('0508011013a20105080210ac02');
    expect(at(leaveAck())).toBe('050801100a6200');
    expect(at(audioStatus(411))).toBe('0508011014aa0103089b03');
    expect(at(joinAck(25, 4))).toBe('05080110022a0e0a060a0012001800101918002004');
  });

  it('tell a joiner that there is no TURN and no compression', () => {
    expect(toClient(joinAck(25, 4))).toEqual({
      timestampMs: 1_700_000_000_123,
      type: 'JOIN_ACK',
      joinack: {
        turnCredentials: { username: '', password: '', ttl: 0 },
        videoSubscriptionLimit: 25,
        wantsCompressedSdp: false,
        defaultServerSideNetworkAdaption: 'BANDWIDTH_PROBING_AND_VIDEO_QUALITY_ADAPTION',
      },
    });
  });

  it('list the videos', () => {
    const source = {
      streamId: 3,
      groupId: 2,
      attendeeId: 'a',
      externalUserId: 'anna',
      trackLabel: 'AmazonChimeExpressVideo',
      maxBitrateKbps: 1400,
      framerate: 15,
    };
    const options = { atCapacity: true, pausedAtSourceIds: [3], numParticipants: 2 };
    const videoCodecs = ['VP8', 'H264/42001f', 'H264/42e01f', 'VP9/0', 'AV1'] as const;
    expect(toClient(index({ sources: [source], videoCodecs, ...options }))).toMatchObject({
      type: 'INDEX',
      index: {
        ...options,
        sources: [{ ...source, mediaType: 'VIDEO' }],
        supportedReceiveCodecIntersection: [
          'VP8',
          'H264_BASELINE_PROFILE',
          'H264_CONSTRAINED_BASELINE_PROFILE',
          'VP9_PROFILE_0',
          'AV1_MAIN_PROFILE',
        ],
      },
    });
    const none = { sources: [], pausedAtSourceIds: [], videoCodecs: [] };
    expect(toClient(index({ ...none, atCapacity: false, numParticipants: 0 }))['index']).toEqual({
      atCapacity: false,
      numParticipants: 0,
    });
  });

  it('answer a subscribe', () => {
    const allocations = [{ trackLabel: 'AmazonChimeExpressVideo', streamId: 3, groupId: 2 }];
    const tracks = [{ streamId: 5, ssrc: 0xfedcba98, trackLabel: 'v_2' }];
    const options = { sdpAnswer: 'v=0\r\n', allocations, tracks };
    const frame = toClient(subscribeAck(options));
    expect(frame).toMatchObject({ type: 'SUBSCRIBE_ACK', suback: options });
    expect(frame).not.toHaveProperty('error');
    const failure = { status: 206, description: 'View only.' };
    expect(toClient(subscribeAck(options, failure))).toMatchObject({
      suback: options,
      error: failure,
    });
    expect(toClient(subscribeRefused(failure))).not.toHaveProperty('suback');
  });

  it('keep absent what is not said of a person', () => {
    const came = { audioStreamId: 1, attendeeId: 'a', externalUserId: 'anna', muted: false };
    const frame = toClient(audioStreams([came, { audioStreamId: 2 }]));
    expect(frame['audioStreamIdInfo']).toEqual({ streams: [came, { audioStreamId: 2 }] });
  });

  it('tell levels, bitrates and how the audio stands', () => {
    const states = [{ audioStreamId: 1, volume: 127, signalStrength: 2 }];
    expect(toClient(audioMetadata(states))).toMatchObject({
      type: 'AUDIO_METADATA',
      audioMetadata: { attendeeStates: states },
    });
    expect(toClient(bitrates(new Map([[3, 1000.4]]), 100_000))).toMatchObject({
      type: 'BITRATES',
      bitrates: {
        bitrates: [{ sourceStreamId: 3, avgBitrateBps: 1000 }],
        serverAvailableOutgoingBitrate: 100_000,
      },
    });
    expect(toClient(audioStatus(410))).toMatchObject({ audioStatus: { audioStatus: 410 } });
  });

  it('bring data messages, a throttled one with the time 0', () => {
    const message = {
      topic: 'chat',
      data: Uint8Array.from(Buffer.from('hi')),
      lifetimeMs: 0,
      senderAttendeeId: 'a',
      senderExternalUserId: 'anna',
    };
    const sent = { ...message, ingestTimeNs: 1_700_000_000_123_000_000 };
    const frame = toClient(dataMessages([sent, { ...message, ingestTimeNs: 0 }]));
    expect(frame['dataMessage']).toEqual({ messages: [sent, { ...message, ingestTimeNs: 0 }] });
  });

  it('refuse a primary meeting and write to the log', () => {
    const failure = { status: 400, description: 'Not done.' };
    expect(toClient(primaryMeetingRefused(failure))).toMatchObject({
      type: 'PRIMARY_MEETING_JOIN_ACK',
      error: failure,
    });
    expect(toClient(notification('error', 'Why.'))).toMatchObject({
      type: 'NOTIFICATION',
      notification: { level: 'ERROR', message: 'Why.' },
    });
  });
});
