import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CAMERA, TestMeeting } from './testing/meeting';

const CAMERA_OFF = { mid: '1', direction: 'inactive' } as const;
const VIEW = { mid: '2', direction: 'recvonly' } as const;

describe('capabilities', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('decide who speaks and who hears, and when they change no offer is needed', () => {
    const meeting = new TestMeeting();
    meeting.directory.allow('anna', { Audio: 'Receive' });
    meeting.enter('anna');
    const peer = meeting.media.room.peerOf('anna');
    expect(peer.plan.audio).toMatchObject({ maySpeak: false, mayHear: true });
    meeting.directory.allow('anna', { Audio: 'Send' });
    expect(peer.plan.audio).toMatchObject({ maySpeak: true, mayHear: false });
    meeting.directory.allow('anna', { Audio: 'None' });
    expect(peer.plan.audio).toMatchObject({ maySpeak: false, mayHear: false });
    expect(peer.plans[0]?.audio?.ssrc).toBe(peer.plan.audio?.ssrc);
  });

  it('let content be heard that may be shown, whatever its owner may say', () => {
    const meeting = new TestMeeting();
    meeting.directory.allow('anna', { Audio: 'Receive' });
    meeting.enterWithCamera('anna#content');
    expect(meeting.media.room.peerOf('anna').plan.audio).toMatchObject({ maySpeak: true });
  });

  it('give the levels of a voice that may not speak as silence', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    meeting.media.room.levels.set(1, 20);
    meeting.directory.allow('anna', { Audio: 'Receive' });
    vi.advanceTimersByTime(300);
    expect(anna.last('AUDIO_METADATA')['audioMetadata']).toMatchObject({
      attendeeStates: [{ volume: 127 }],
    });
  });

  it('keep a camera from the others, which comes back when it may', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const berta = meeting.enterWithCamera('berta');
    anna.subscribe({ videos: [CAMERA_OFF, VIEW], receive: [0, 4] });
    const [seeing, sending] = [
      meeting.media.room.peerOf('anna'),
      meeting.media.room.peerOf('berta'),
    ];
    seeing.calls.length = 0;
    meeting.directory.allow('berta', { Video: 'Receive' });
    expect(anna.sources).toEqual([]);
    expect(berta.last('INDEX')).toMatchObject({ index: { atCapacity: true } });
    expect(sending.plan.camera?.layers).toEqual([]);
    expect(seeing.calls).toEqual(['select 2 0']);
    meeting.directory.allow('berta', {});
    expect(anna.sources).toMatchObject([{ streamId: 4, groupId: 3 }]);
    expect(sending.plan.camera?.layers).toEqual([{ streamId: 4 }]);
    expect(seeing.calls).toEqual(['select 2 0', 'select 2 4']);
  });

  it('keep a camera out that is started without them, and say so', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    meeting.directory.allow('berta', { Video: 'Receive' });
    const berta = meeting.enterWithCamera('berta');
    expect(anna.sources).toEqual([]);
    expect(meeting.media.room.peerOf('berta').plan.camera?.layers).toEqual([]);
    expect(berta.last('NOTIFICATION')).toMatchObject({
      notification: {
        level: 'WARNING',
        message: 'This attendee may not send video: its capability Video is Receive or None.',
      },
    });
  });

  it('decide who sees cameras and who sees content, by index and by subscription', () => {
    const meeting = new TestMeeting();
    meeting.enterWithCamera('berta');
    meeting.enterWithCamera('carl#content');
    meeting.directory.allow('anna', { Video: 'SendReceive', Content: 'Send' });
    const views = [VIEW, { ...VIEW, mid: '3' }];
    const wish = { videos: [CAMERA_OFF, ...views], receive: [0, 3, 6] };
    const anna = meeting.enter('anna', wish);
    const peer = meeting.media.room.peerOf('anna');
    expect(anna.sources).toMatchObject([{ attendeeId: 'berta' }]);
    expect(peer.plan.receive).toMatchObject([{ mid: '2', streamId: 3 }]);
    meeting.directory.allow('anna', { Video: 'Send', Content: 'None' });
    expect(anna.sources).toEqual([]);
    expect(peer.plan.receive).toMatchObject([{ mid: '2', streamId: 0 }]);
    meeting.directory.allow('anna', {});
    expect(anna.sources).toHaveLength(2);
    expect(peer.plan.receive).toMatchObject([{ mid: '2', streamId: 3 }]);
  });

  it('refuse content that may not be shown', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    meeting.directory.allow('berta', { Content: 'Receive' });
    const content = meeting.enterWithCamera('berta#content');
    expect(content.last('AUDIO_STATUS')['audioStatus']).toEqual({ audioStatus: 403 });
    expect(content.all('SUBSCRIBE_ACK')).toEqual([]);
    expect(anna.roster).toEqual(['1 anna came']);
  });

  it('end content that may not be shown any more, and not its owner', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const berta = meeting.enterWithCamera('berta');
    const content = meeting.enterWithCamera('berta#content');
    meeting.directory.allow('berta', { Content: 'Receive' });
    expect(content.last('AUDIO_STATUS')['audioStatus']).toEqual({ audioStatus: 403 });
    expect(anna.sources).toMatchObject([{ attendeeId: 'berta' }]);
    expect(anna.roster.at(-1)).toBe('5 left');
    expect(berta.all('AUDIO_STATUS')).toEqual([]);
  });

  it('let only two show content at a time', () => {
    const meeting = new TestMeeting();
    const first = meeting.enter('anna#content', { videos: [CAMERA], layers: [1400] });
    meeting.enterWithCamera('berta#content');
    const third = meeting.enterWithCamera('carl#content');
    expect(third.last('AUDIO_STATUS')['audioStatus']).toEqual({ audioStatus: 409 });
    vi.advanceTimersByTime(1000);
    expect(third.closed).toMatchObject({ code: 1000 });
    first.leave();
    expect(meeting.enterWithCamera('carl#content').all('SUBSCRIBE_ACK')).toHaveLength(1);
  });

  it('let content come again that lost its connection, though there are two', () => {
    const meeting = new TestMeeting();
    meeting.enterWithCamera('anna#content').vanish();
    meeting.enterWithCamera('berta#content');
    expect(meeting.enterWithCamera('anna#content').all('AUDIO_STATUS')).toEqual([]);
  });
});
