import type { RoomResponse } from '@cyclorama/meeting-contract';
import type { ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal, Unreachable } from '../server/refusal';
import { useAdmission, type AdmissionListener } from './use-admission';

const answer = (state: 'waiting' | 'admitted'): RoomResponse => ({
  room: {
    ...{ roomId: 'r', name: 'Weekly', locked: false, hasPasscode: false },
    ...{ waitingRoom: true, sharing: 'everyone', drawing: 'everyone' },
    ...{ createdAtMs: 1, expiresAtMs: 2 },
  },
  you: { participantId: 'p', name: 'Ada', role: 'guest', state, joinedAtMs: 1 },
});

describe('useAdmission', () => {
  let root: Root;
  let place: HTMLElement;
  const room = vi.fn<(signal?: AbortSignal) => Promise<RoomResponse>>();
  const seat = { room };
  const onAdmitted = vi.fn();
  const onOver = vi.fn();

  function Waiting(to: AdmissionListener): ReactElement {
    const { roomName, isCutOff } = useAdmission(seat, to);
    return (
      <p>
        {roomName} {isCutOff ? 'cut off' : 'in touch'}
      </p>
    );
  }

  beforeEach(() => {
    vi.useFakeTimers();
    for (const mock of [room, onAdmitted, onOver]) mock.mockReset();
    place = document.body.appendChild(document.createElement('div'));
    root = createRoot(place);
  });
  afterEach(() => {
    root.unmount();
    vi.useRealTimers();
    place.remove();
  });

  const said = () => place.textContent;
  const wait = async (): Promise<void> => {
    root.render(<Waiting {...{ onAdmitted, onOver }} />);
    await vi.waitFor(() => expect(room).toHaveBeenCalled());
  };

  it('waits through a server that is away, until the host opens', async () => {
    room.mockResolvedValueOnce(answer('waiting'));
    room.mockRejectedValueOnce(new Unreachable());
    room.mockResolvedValueOnce(answer('waiting'));
    room.mockResolvedValueOnce(answer('admitted'));
    await wait();
    await vi.waitFor(() => expect(said()).toBe('Weekly in touch'));
    await vi.advanceTimersByTimeAsync(1500);
    await vi.waitFor(() => expect(said()).toBe('Weekly cut off'));
    await vi.advanceTimersByTimeAsync(1500);
    await vi.waitFor(() => expect(said()).toBe('Weekly in touch'));
    await vi.advanceTimersByTimeAsync(1500);
    expect(onAdmitted).toHaveBeenCalledExactlyOnceWith(answer('admitted'));
    await vi.advanceTimersByTimeAsync(5000);
    expect(room).toHaveBeenCalledTimes(4);
  });

  it('asks no more where the host says no', async () => {
    room.mockRejectedValue(new Refusal('removed', 'The host has removed you.'));
    await wait();
    await vi.waitFor(() => expect(onOver).toHaveBeenCalledExactlyOnceWith({ kind: 'removed' }));
    await vi.advanceTimersByTimeAsync(5000);
    expect(room).toHaveBeenCalledOnce();
  });

  it('tells who is turned away at the door from who was put out', async () => {
    room.mockResolvedValueOnce(answer('waiting'));
    room.mockRejectedValueOnce(new Refusal('removed', 'The host has removed you.'));
    await wait();
    await vi.waitFor(() => expect(said()).toBe('Weekly in touch'));
    await vi.advanceTimersByTimeAsync(1500);
    expect(onOver).toHaveBeenCalledExactlyOnceWith({ kind: 'turned-away' });
  });

  it('asks no more once one has gone', async () => {
    room.mockResolvedValue(answer('waiting'));
    await wait();
    await vi.waitFor(() => expect(said()).toBe('Weekly in touch'));
    root.render(null);
    await vi.advanceTimersByTimeAsync(5000);
    expect(room).toHaveBeenCalledOnce();
  });
});
