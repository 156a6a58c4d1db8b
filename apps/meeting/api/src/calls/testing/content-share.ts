import type { CallResponse } from '@cyclorama/meeting-contract';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { ScriptedClient } from '../../../../../../packages/chime-local/src/signalling/testing/scripted-client';

const CONTENT = { videos: [{ mid: '1', direction: 'sendonly' }], layers: [1400] } as const;

/** The content share of a client that does not ask its page whether it may. */
export class ContentShare extends ScriptedClient {
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    super((channel) => {
      socket.on('message', (data: Buffer) => channel.send(data));
      return {
        receive: (bytes) => socket.send(bytes),
        disconnected: () => socket.terminate(),
      };
    });
    this.#socket = socket;
  }

  /** Begins to share with what the API gave its person for the call. */
  static async open({ Meeting, Attendee }: CallResponse): Promise<ContentShare> {
    const { SignalingUrl } = Meeting['MediaPlacement'] as { readonly SignalingUrl: string };
    const protocols = ['_aws_wt_session', `${Attendee.JoinToken}#content`];
    const socket = new WebSocket(SignalingUrl, protocols);
    await once(socket, 'open');
    const share = new ContentShare(socket);
    share.join().subscribe(CONTENT);
    return share;
  }

  /** What became of it: `shown`, or the status with which the service put it out. */
  get outcome(): string | undefined {
    const [end] = this.all('AUDIO_STATUS');
    if (end) return JSON.stringify(end['audioStatus']);
    return this.all('SUBSCRIBE_ACK').length > 0 ? 'shown' : undefined;
  }

  close(): void {
    this.#socket.terminate();
  }
}
