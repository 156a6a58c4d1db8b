import { createSignalling, type Signalling } from '../signalling';
import { FakeDirectory } from './fake-directory';
import { FakeMediaServer } from './fake-media';
import { ScriptedClient, type Subscription } from './scripted-client';

export const CAMERA = { mid: '1', direction: 'sendrecv' } as const;

/** A meeting without sockets. */
export class TestMeeting {
  readonly log: string[] = [];
  readonly media = new FakeMediaServer();
  readonly signalling: Signalling;

  constructor(readonly directory = new FakeDirectory()) {
    this.signalling = createSignalling({
      directory,
      media: this.media,
      transports: {
        fingerprint: 'sha-256 CD:EF',
        candidates: [{ address: '127.0.0.1', port: 5000 }],
      },
      log: (line) => this.log.push(line),
    });
  }

  /** Somebody who has opened a connection. */
  open(name: string): ScriptedClient {
    return new ScriptedClient((channel) => this.signalling.connect(`token-${name}`, channel));
  }

  /** Somebody who is in the meeting. */
  enter(name: string, subscription?: Subscription, audioSessionId?: number): ScriptedClient {
    return this.open(name).join(audioSessionId).subscribe(subscription);
  }

  /** Somebody whose camera is on. */
  enterWithCamera(name: string): ScriptedClient {
    return this.enter(name, { videos: [CAMERA], layers: [1400] });
  }
}
