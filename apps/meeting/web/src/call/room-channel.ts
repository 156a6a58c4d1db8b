import type { AudioVideoFacade, DataMessage } from 'amazon-chime-sdk-js';
import type { z } from 'zod';

/** What is said on one topic. What comes is checked: anybody in the meeting may send anything. */
export interface Topic<Content> {
  readonly name: string;
  readonly content: z.ZodType<Content>;
  /** How long the service keeps it for those who join later; default: not at all; 5 minutes at most. */
  readonly lifetimeMs?: number;
}

/** Hears what a participant says; the media service vouches for who it is. */
export type Listener<Content> = (content: Content, senderId: string) => void;

/** The service's limit of a data message, in bytes. */
export const MOST_BYTES = 2048;

/** The way from page to page: small messages over the call, which come or do not. */
export class RoomChannel {
  readonly #listeners = new Map<string, Set<(message: DataMessage) => void>>();
  #audioVideo: AudioVideoFacade | undefined;

  /** A call began, or one came after it; none: it ended. */
  attach(audioVideo: AudioVideoFacade | undefined): void {
    this.#audioVideo = audioVideo;
    for (const name of this.#listeners.keys()) this.#subscribe(name);
  }

  /** Tells whether it was handed on: not while there is no call, nor where it is too long. */
  send<Content>(topic: Topic<Content>, content: Content): boolean {
    const text = JSON.stringify(content);
    if (!this.#audioVideo || new TextEncoder().encode(text).length > MOST_BYTES) return false;
    this.#audioVideo.realtimeSendDataMessage(topic.name, text, topic.lifetimeMs);
    return true;
  }

  /** Listens, through calls that end and begin; what is malformed is left out. */
  on<Content>(topic: Topic<Content>, listener: Listener<Content>): () => void {
    const receive = (message: DataMessage): void => {
      const content = read(topic, message);
      if (content !== undefined) listener(content, message.senderExternalUserId);
    };
    const all = this.#listeners.get(topic.name) ?? new Set();
    this.#listeners.set(topic.name, all.add(receive));
    if (all.size === 1) this.#subscribe(topic.name);
    return () => void all.delete(receive);
  }

  #subscribe(name: string): void {
    this.#audioVideo?.realtimeUnsubscribeFromReceiveDataMessage(name);
    this.#audioVideo?.realtimeSubscribeToReceiveDataMessage(name, (message) => {
      for (const receive of this.#listeners.get(name) ?? []) receive(message);
    });
  }
}

function read<Content>({ content }: Topic<Content>, message: DataMessage): Content | undefined {
  try {
    return content.safeParse(message.json()).data;
  } catch {
    return undefined;
  }
}
