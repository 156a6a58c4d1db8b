import type { SentDataMessage } from '../protocol/client-frame';
import { dataMessages, notification, type DataMessage } from '../protocol/server-frame';
import type { Audience } from './audience';
import { faultOf, MessageBoard } from './message-board';
import type { Participant } from './participant';
import { CloseCode } from './status';

const FLOOD = 'Too many data messages: at most 100 a second, 200 at once.';

/** The data messages of a meeting. */
export class Conversation {
  readonly #board = new MessageBoard();

  constructor(readonly audience: Audience) {}

  post(sender: Participant, messages: readonly SentDataMessage[]): void {
    for (const message of messages) {
      const verdict = sender.gate.judge();
      if (verdict === 'disconnect') return hangUpOnFlood(sender);
      const fault = faultOf(message);
      if (fault !== undefined) sender.send(notification('warning', fault));
      else if (verdict === 'throttle') sender.send(dataMessages([signed(message, sender, 0)]));
      else this.#deliver(signed(message, sender, Date.now() * 1e6), sender);
    }
  }

  #deliver(message: DataMessage, sender: Participant): void {
    this.#board.keep(message);
    const frame = dataMessages([message]);
    this.audience.tell(frame, (other) => other !== sender && !other.content);
  }

  /** What somebody missed who comes in now. */
  catchUp(reader: Participant): void {
    const missed = reader.content ? [] : this.#board.read(reader.attendeeId);
    if (missed.length > 0) reader.send(dataMessages(missed));
  }
}

/** Who sent it is what the connection says, not the message. */
const signed = (
  message: SentDataMessage,
  { attendeeId, externalUserId }: Participant,
  ingestTimeNs: number,
): DataMessage => ({
  ...message,
  senderAttendeeId: attendeeId,
  senderExternalUserId: externalUserId,
  ingestTimeNs,
});

function hangUpOnFlood(sender: Participant): void {
  sender.send(notification('error', FLOOD));
  sender.hangUp(CloseCode.tooMuch, FLOOD);
}
