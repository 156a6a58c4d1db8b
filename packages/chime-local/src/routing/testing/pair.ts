import { Meeting, camera, section, type Member } from './meeting';
import { VideoSource, sequenceIn } from './video-source';

export interface Pair {
  readonly meeting: Meeting;
  readonly sender: Member;
  readonly viewer: Member;
  readonly source: VideoSource;
}

/** One who sends, one who is shown it under 5000. */
export function makePair(): Pair {
  const meeting = new Meeting();
  const sender = meeting.join('sender', { camera: camera() });
  const viewer = meeting.join('viewer', { receive: [section()] });
  return { meeting, sender, viewer, source: new VideoSource({ ssrc: 1000 }) };
}

/** The numbers that the sender gave to what the viewer got. */
export function shown(viewer: Member, ssrc = 5000): number[] {
  return viewer.transport.payloads(ssrc).map(sequenceIn);
}

/** How the viewer's own numbers go on: all 1 where there is no gap. */
export function steps(viewer: Member, ssrc = 5000): number[] {
  const numbers = viewer.transport.headers(ssrc).map((header) => header.sequenceNumber);
  return numbers.slice(1).map((number, i) => (number - (numbers[i] ?? 0)) & 0xffff);
}

export function timestampSteps(viewer: Member, ssrc = 5000): number[] {
  const timestamps = viewer.transport.headers(ssrc).map((header) => header.timestamp);
  return timestamps.slice(1).map((timestamp, i) => (timestamp - (timestamps[i] ?? 0)) >>> 0);
}
