import type protocol from 'amazon-chime-sdk-js/build/signalingprotocol/SignalingProtocol.js';
import { describe, expect, it } from 'vitest';
import { RECORDED, recordedOffer } from '../sdp/recorded/recorded-offer';
import { FakeDirectory } from './testing/fake-directory';
import type { ScriptedClient } from './testing/scripted-client';
import { Type } from './testing/scripted-client';
import { CAMERA, TestMeeting } from './testing/meeting';

const VIEW = { mid: '2', direction: 'recvonly' } as const;
const CAMERA_OFF = { mid: '1', direction: 'inactive' } as const;
const SIMULCAST = { ...CAMERA, rids: ['low', 'mid', 'hi'] };

const answerOf = (client: ScriptedClient): string =>
  (client.last('SUBSCRIBE_ACK')['suback'] as { sdpAnswer: string }).sdpAnswer;

describe('the index', () => {
  it('shows a camera to the others and never to its owner', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const berta = meeting.enterWithCamera('berta');
    expect(anna.sources).toEqual([
      {
        streamId: 4,
        groupId: 3,
        attendeeId: 'berta',
        externalUserId: 'berta!',
        trackLabel: 'AmazonChimeExpressVideo',
        maxBitrateKbps: 1400,
        framerate: 15,
        mediaType: 'VIDEO',
      },
    ]);
    expect(berta.sources).toEqual([]);
    expect(berta.last('SUBSCRIBE_ACK')['suback']).toMatchObject({
      allocations: [{ trackLabel: 'AmazonChimeExpressVideo', streamId: 4, groupId: 3 }],
    });
  });

  it('shows who comes late what is on', () => {
    const meeting = new TestMeeting();
    meeting.enterWithCamera('anna');
    expect(meeting.open('berta').join().sources).toMatchObject([{ attendeeId: 'anna' }]);
  });

  it('is sent when something changes and not otherwise', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const berta = meeting.enterWithCamera('berta');
    anna.forget();
    berta.subscribe({ videos: [CAMERA], layers: [1400] });
    berta.mute(true);
    expect(anna.all('INDEX')).toHaveLength(0);
    berta.subscribe();
    expect(anna.sources).toEqual([]);
  });

  it('keeps the ids of a camera while it is on, and gives new ones when it is on again', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const berta = meeting.enterWithCamera('berta');
    const on = { videos: [CAMERA], layers: [900] };
    berta.subscribe(on);
    expect(anna.sources).toMatchObject([{ streamId: 4, groupId: 3, maxBitrateKbps: 900 }]);
    berta.subscribe();
    berta.subscribe(on);
    expect(anna.sources).toMatchObject([{ streamId: 6, groupId: 5 }]);
  });

  it('shows content of others, from a connection of its own', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const berta = meeting.enter('berta');
    const content = meeting.enterWithCamera('berta#content');
    expect(anna.roster.at(-1)).toBe('3 berta#content came');
    expect(anna.sources).toMatchObject([
      { attendeeId: 'berta#content', externalUserId: 'berta!', groupId: 4, streamId: 5 },
    ]);
    expect(berta.sources).toEqual([]);
    expect(berta.roster.at(-1)).toBe('3 berta#content came');
    expect(content.sources).toEqual([]);
    const peer = meeting.media.room.peerOf('berta');
    expect(peer.plan.audio).toMatchObject({ audioStreamId: 3, maySpeak: true, mayHear: false });
    content.leave();
    expect(anna.sources).toEqual([]);
    expect(anna.roster.at(-1)).toBe('3 left');
  });

  it('leaves out simulcast layers that are off, but one alone is never off', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const berta = meeting.enter('berta', { videos: [SIMULCAST], layers: [300, 0, 1200] });
    expect(anna.sources.map(({ streamId }) => streamId)).toEqual([4, 6]);
    expect(meeting.media.room.peerOf('berta').plan.camera?.layers).toEqual([
      { streamId: 4, rid: 'low' },
      { streamId: 6, rid: 'hi' },
    ]);
    const { allocations } = berta.last('SUBSCRIBE_ACK')['suback'] as { allocations: unknown[] };
    expect(allocations).toHaveLength(3);
    meeting.enter('carl', { videos: [CAMERA], layers: [0] });
    expect(anna.sources).toHaveLength(3);
  });

  it('says that there is no place for another camera when there are 25', () => {
    const names = Array.from({ length: 26 }, (_, number) => `person${number}`);
    const meeting = new TestMeeting(new FakeDirectory(names));
    const first = meeting.enterWithCamera('person0');
    for (const name of names.slice(1, 25)) meeting.enterWithCamera(name);
    const last = meeting.enterWithCamera('person25');
    expect(last.last('SUBSCRIBE_ACK')).toMatchObject({
      error: { status: 206, description: 'There are 25 videos in this meeting already.' },
    });
    expect(last.last('SUBSCRIBE_ACK')['suback']).not.toHaveProperty('allocations');
    expect(meeting.media.room.peerOf('person25').plan.camera).toBeUndefined();
    expect(last.last('INDEX')).toMatchObject({ index: { atCapacity: true } });
    expect(first.last('INDEX')).toMatchObject({ index: { atCapacity: false } });
    expect(last.sources).toHaveLength(25);
    const again = meeting.enterWithCamera('person7');
    expect(again.last('SUBSCRIBE_ACK')).not.toHaveProperty('error');
    first.subscribe();
    last.subscribe({ videos: [CAMERA], layers: [1400] });
    expect(last.last('SUBSCRIBE_ACK')).not.toHaveProperty('error');
  });
});

describe('the codecs of the index', () => {
  const codecsOf = (client: ScriptedClient): unknown =>
    (client.last('INDEX')['index'] as protocol.ISdkIndexFrame).supportedReceiveCodecIntersection;

  it('are those that all can receive who are there, as their browsers say', () => {
    const meeting = new TestMeeting();
    const anna = meeting.open('anna').join();
    expect(codecsOf(anna)).toBeUndefined();
    anna.subscribe({ sdpOffer: recordedOffer('chromium-joining') });
    const chromium = ['VP8', 'H264_BASELINE_PROFILE', 'H264_CONSTRAINED_BASELINE_PROFILE'];
    expect(codecsOf(anna)).toEqual([...chromium, 'AV1_MAIN_PROFILE', 'VP9_PROFILE_0']);
    const berta = meeting.enter('berta', { sdpOffer: recordedOffer('firefox-stopped') });
    expect(codecsOf(anna)).toEqual(['VP8', 'AV1_MAIN_PROFILE', 'VP9_PROFILE_0']);
    berta.leave();
    expect(codecsOf(anna)).toHaveLength(5);
  });

  it('do not mind what a content share could receive', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna', { sdpOffer: recordedOffer('chromium-joining') });
    const content = meeting.enterWithCamera('berta#content');
    expect(codecsOf(anna)).toHaveLength(5);
    expect(codecsOf(content)).toHaveLength(5);
  });
});

describe('a subscription', () => {
  it('names its track after the section and says its source', () => {
    const meeting = new TestMeeting();
    meeting.enterWithCamera('anna');
    const berta = meeting.enter('berta', { videos: [CAMERA_OFF, VIEW], receive: [0, 3] });
    const [received] = meeting.media.room.peerOf('berta').plan.receive;
    expect(received).toMatchObject({ mid: '2', streamId: 3 });
    const ssrc = received?.ssrc ?? 0;
    expect(berta.last('SUBSCRIBE_ACK')['suback']).toMatchObject({
      tracks: [{ streamId: 3, ssrc, trackLabel: 'v_2' }],
    });
    const section = answerOf(berta).split('m=')[3];
    expect(section).toContain('a=sendonly\r\n');
    expect(section).toContain(`a=msid:v_2 v_2\r\na=ssrc:${ssrc} `);
  });

  it('answers the camera by sendrecv and without a source', () => {
    const berta = new TestMeeting().enterWithCamera('berta');
    const camera = answerOf(berta).split('m=')[2] ?? '';
    expect(camera).toContain('a=sendrecv\r\n');
    expect(camera).not.toMatch(/msid|ssrc/);
  });

  it('counts stopped sections when it looks for the stream of one', () => {
    const meeting = new TestMeeting();
    meeting.enterWithCamera('anna');
    meeting.enterWithCamera('carl');
    const videos = [
      CAMERA_OFF,
      { mid: '2', direction: 'inactive', stopped: true },
      { mid: '3', direction: 'recvonly' },
      { mid: '4', direction: 'recvonly' },
    ] as const;
    const berta = meeting.enter('berta', { videos, receive: [0, 0, 6, 3] });
    expect(meeting.media.room.peerOf('berta').plan.receive).toMatchObject([
      { mid: '3', streamId: 6 },
      { mid: '4', streamId: 3 },
    ]);
    expect(answerOf(berta)).toMatch(/m=video 0 /);
  });

  it('keeps the source of a section through later ones', () => {
    const meeting = new TestMeeting();
    meeting.enterWithCamera('anna');
    const berta = meeting.enter('berta', { videos: [CAMERA_OFF, VIEW], receive: [0, 3] });
    berta.subscribe({ videos: [CAMERA, VIEW], layers: [600], receive: [0, 3] });
    const [before, after] = meeting.media.room.peerOf('berta').plans;
    expect(after?.receive).toEqual(before?.receive);
    expect(after?.audio).toEqual(before?.audio);
    expect(after?.camera?.layers).toHaveLength(1);
  });

  it('ends with a later one that asks for nothing in its section', () => {
    const meeting = new TestMeeting();
    meeting.enterWithCamera('anna');
    const berta = meeting.enter('berta', { videos: [CAMERA_OFF, VIEW], receive: [0, 3] });
    berta.subscribe({ videos: [CAMERA_OFF, VIEW], receive: [0, 0] });
    expect(meeting.media.room.peerOf('berta').plan.receive).toEqual([]);
  });

  it('is refused for the own stream, for one that is not there, and for none', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enterWithCamera('anna');
    const videos = ['2', '3', '4'].map((mid) => ({ mid, direction: 'recvonly' }) as const);
    anna.subscribe({ videos: [CAMERA, ...videos], layers: [1400], receive: [0, 3, 99, 0] });
    expect(meeting.media.room.peerOf('anna').plan.receive).toEqual([]);
    expect(anna.last('SUBSCRIBE_ACK')['suback']).not.toHaveProperty('tracks');
    expect(answerOf(anna).match(/a=inactive/g)).toHaveLength(3);
  });

  it('is settled for offers as browsers write them', () => {
    const meeting = new TestMeeting();
    meeting.enterWithCamera('anna');
    const layers = [300, 600, 1200];
    for (const name of RECORDED) {
      const berta = meeting.enter('berta', {
        sdpOffer: recordedOffer(name),
        layers: name.endsWith('simulcast') ? layers : [1400],
        receive: [0, 0, 3],
      });
      const { camera, receive } = meeting.media.room.peerOf('berta').plan;
      const joining = name === 'chromium-joining';
      expect(camera?.mid).toBe(joining ? undefined : '1');
      const rids = name.endsWith('simulcast') ? ['low', 'mid', 'hi'] : [undefined];
      expect(camera?.layers.map(({ rid }) => rid)).toEqual(joining ? undefined : rids);
      const receives = name.endsWith('stopped');
      expect(receive.map(({ mid }) => mid)).toEqual(receives ? ['3'] : []);
      expect(answerOf(berta).match(/^m=/gm)).toHaveLength(receives ? 4 : 2);
    }
  });

  it('gets 25 videos and no more', () => {
    const names = Array.from({ length: 13 }, (_, number) => `person${number}`);
    const meeting = new TestMeeting(new FakeDirectory([...names, 'berta']));
    for (const name of names) {
      meeting.enterWithCamera(name);
    }
    const berta = meeting.enter('berta');
    const ids = berta.sources.map(({ streamId }) => streamId ?? 0);
    const views = Array.from({ length: 26 }, (_, place) => ({ ...VIEW, mid: String(place + 2) }));
    berta.subscribe({ videos: [CAMERA_OFF, ...views], receive: [0, ...ids, ...ids] });
    expect(meeting.media.room.peerOf('berta').plan.receive).toHaveLength(25);
  });

  it('shows nothing when the camera goes off, until the client asks for something else', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enterWithCamera('anna');
    meeting.enter('berta', { videos: [CAMERA_OFF, VIEW], receive: [0, 3] });
    anna.subscribe();
    expect(meeting.media.room.peerOf('berta').calls).toContain('select 2 0');
  });
});

describe('layers', () => {
  /** anna sends 300, 600 and 1200 kbit/s as streams 3, 4 and 5; berta sees the best in section 2. */
  const simulcast = (preferences = {}) => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna', { videos: [SIMULCAST], layers: [300, 600, 1200] });
    const view = { videos: [CAMERA_OFF, VIEW], receive: [0, 5] };
    const berta = meeting.enter('berta', { ...view, ...preferences });
    const peer = meeting.media.room.peerOf('berta');
    peer.calls.length = 0;
    return { anna, berta, peer };
  };
  const update = (client: ScriptedClient, wish: object, removed: string[] = []): void => {
    client.say({
      type: Type.REMOTE_VIDEO_UPDATE,
      remoteVideoUpdate: {
        addedOrUpdatedVideoSubscriptions: [{ mid: '2', ...wish }],
        removedVideoSubscriptionMids: removed,
      },
    });
  };

  it('end once for all sections that are taken away, and not for those that never were', () => {
    const { berta, peer } = simulcast();
    update(berta, {}, ['2', '2', ...Array.from({ length: 500 }, (_, mid) => `x${mid}`)]);
    expect(peer.calls).toEqual(['select 2 0']);
  });

  it('change without a new offer when the client asks for another', () => {
    const { berta, peer } = simulcast();
    update(berta, { streamId: 3 });
    expect(peer.calls).toEqual(['select 2 3']);
    update(berta, { streamId: 3 });
    expect(peer.calls).toHaveLength(1);
    expect(peer.plans).toHaveLength(1);
  });

  it('change to the best that fits when the client gives a bitrate', () => {
    const { berta, peer } = simulcast();
    update(berta, { targetBitrateKbps: 700 });
    update(berta, { targetBitrateKbps: 100 });
    update(berta, { targetBitrateKbps: 10_000 });
    expect(peer.calls).toEqual(['select 2 4', 'select 2 3', 'select 2 5']);
  });

  it('are chosen so from the first', () => {
    const { peer } = simulcast({ preferences: [{ mid: '2', targetBitrateKbps: 600 }] });
    expect(peer.plan.receive).toMatchObject([{ streamId: 4 }]);
  });

  it('change to the best that is left when the sender switches one off, and back', () => {
    const { anna, peer } = simulcast();
    anna.subscribe({ videos: [SIMULCAST], layers: [300, 600, 0] });
    anna.subscribe({ videos: [SIMULCAST], layers: [0, 0, 0] });
    anna.subscribe({ videos: [SIMULCAST], layers: [300, 600, 1200] });
    expect(peer.calls).toEqual(['select 2 4', 'select 2 0', 'select 2 5']);
  });

  it('are not those of another camera, or of a section that is not there', () => {
    const { berta, peer } = simulcast();
    update(berta, { streamId: 3 });
    update(berta, { streamId: 99 });
    update(berta, { mid: '7', streamId: 4 });
    expect(peer.calls).toEqual(['select 2 3']);
  });

  it('end with their section', () => {
    const { berta, peer } = simulcast();
    update(berta, { mid: '9' }, ['2']);
    expect(peer.calls).toEqual(['select 2 0']);
    update(berta, { streamId: 3 });
    expect(peer.calls).toHaveLength(1);
  });

  it('stand still all together, whichever the client names', () => {
    const { berta, peer } = simulcast();
    berta.say({ type: Type.PAUSE, pause: { streamIds: [4] } });
    berta.say({ type: Type.RESUME, pause: { streamIds: [4, 99] } });
    expect(peer.calls).toEqual(['pause 3,4,5', 'resume 3,4,5']);
  });
});
