import type { RtcpMessage } from '../rtp/rtcp-message';
import type { AudioLine } from './audio-line';
import type { Camera } from './camera';
import type { ReceiveSections } from './receive-sections';

/** What a client's RTCP can be about: what it sends, and what it is shown. */
export interface RtcpAddressees {
  readonly audio: AudioLine;
  readonly camera: Camera;
  readonly sections: ReceiveSections;
}

/** Does what one message asks for. */
export function obeyRtcp(message: RtcpMessage, to: RtcpAddressees, nowMs: number): void {
  switch (message.type) {
    case 'sender-report':
      to.audio.noteSenderReport(message, nowMs);
      return to.camera.noteSenderReport(message, nowMs);
    case 'nack':
      return to.sections.subscription(message.mediaSsrc)?.repeat(message.sequenceNumbers, nowMs);
    case 'pli':
      return to.sections.subscription(message.mediaSsrc)?.requestKeyFrame(nowMs);
    case 'fir':
      for (const { ssrc } of message.requests) {
        to.sections.subscription(ssrc)?.requestKeyFrame(nowMs);
      }
      return;
    case 'bye':
      for (const ssrc of message.ssrcs) to.camera.noteBye(ssrc, nowMs);
      return;
    // What a client makes of its bandwidth and of what it got changes nothing here.
    case 'receiver-report':
    case 'remb':
      return;
  }
  message satisfies never;
}
