import type { Participant } from '@cyclorama/meeting-contract';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { vi } from 'vitest';
import type { CallState } from '../../call/call-state';
import { RoomContext, type RoomServices, type RoomState } from '../../room/room-context';
import { Store } from '../../state/store';
import '../../styles/main.css';
import { TalkProvider } from '../talk-provider';
import { FakeChatApi } from './fake-chat-api';
import { FakeWire } from './fake-wire';

export const ADA = 'a'.repeat(22);
export const BOB = 'b'.repeat(22);

/** Somebody of a test. */
export const person = (participantId: string, name: string, more: Partial<Participant> = {}) =>
  ({ participantId, name, role: 'guest', state: 'admitted', joinedAtMs: 1, ...more }) as const;

/** Shows parts of a room to Ada, a host, with Bob in it. */
export function showRoom(part: ReactNode, you: Partial<Participant> = {}) {
  const [api, wire] = [new FakeChatApi(), new FakeWire()];
  const ada = person(ADA, 'Ada', { role: 'host', ...you });
  const participants = new Map<string, Participant>([
    [ADA, ada],
    [BOB, person(BOB, 'Bob')],
  ]);
  const room = { drawing: 'everyone', sharing: 'everyone', waitingRoom: false, locked: false };
  const state = new Store({ room, you: ada, participants } as unknown as RoomState);
  const deeds = {
    admit: vi.fn().mockResolvedValue({}),
    remove: vi.fn().mockResolvedValue({}),
    requestMute: vi.fn().mockResolvedValue({}),
    end: vi.fn().mockResolvedValue(undefined),
    changeRoom: vi.fn((change: object) =>
      Promise.resolve({ room: { ...state.get().room, ...change }, you: ada }),
    ),
  };
  const call = {
    channel: wire.join(ADA),
    state: new Store<CallState>({ status: 'connected' }),
    leave: vi.fn().mockResolvedValue(undefined),
  };
  const media = { microphone: new Store({ isMuted: false }) };
  const seat = { ...api.seat(ADA, 'Ada'), ...deeds };
  const services = { seat, call, media, state, refresh: () => undefined };
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  root.render(
    <RoomContext value={services as unknown as RoomServices}>
      <TalkProvider>{part}</TalkProvider>
    </RoomContext>,
  );
  return {
    ...{ api, wire, state, deeds, call, media, host },
    close: () => {
      root.unmount();
      host.remove();
    },
  };
}
