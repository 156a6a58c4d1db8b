import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rememberName } from '../memory/own-name';
import type { Seat } from '../server/seat';
import { JoinForm } from './join-form';

const INVITE = { roomId: 'r'.repeat(22), secret: 's'.repeat(43) };

const refusal = (status: number, code: string, message: string): Response =>
  Response.json({ error: { code, message } }, { status });

const admission = (): Response =>
  Response.json({
    participant: {
      participantId: 'p'.repeat(22),
      name: 'Grace',
      role: 'guest',
      state: 'admitted',
      joinedAtMs: 1,
    },
    token: 'token',
    admission: 'admitted',
  });

describe('JoinForm', () => {
  let root: Root;
  let place: HTMLElement;
  /** What was asked of the API, and what it answers each time. */
  let [asked, answers]: [Record<string, string>[], Response[]] = [[], []];
  const onJoin = vi.fn<(seat: Seat) => void>();
  const onOver = vi.fn();

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    [asked, answers] = [[], []];
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (_url, init) => {
      asked.push(JSON.parse(init?.body as string) as Record<string, string>);
      return answers.shift() ?? Response.error();
    });
    place = document.body.appendChild(document.createElement('div'));
    root = createRoot(place);
  });
  afterEach(() => {
    root.unmount();
    place.remove();
    vi.restoreAllMocks();
    onJoin.mockReset();
    onOver.mockReset();
  });

  const open = async (whenFree = () => Promise.resolve()): Promise<void> => {
    root.render(<JoinForm {...{ invite: INVITE, whenFree, onJoin, onOver }} />);
    await expect.poll(() => place.querySelector('form')).not.toBeNull();
  };
  const field = (label: string): HTMLInputElement | undefined =>
    [...place.querySelectorAll('label')].find(({ textContent }) => textContent === label)
      ?.control as HTMLInputElement | undefined;
  const type = (label: string, text: string): void => {
    const input = field(label);
    if (!input) throw new Error(`no field ${label}`);
    // As a person does: React looks at the setter of the prototype.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const submit = (): void => place.querySelector('form')?.requestSubmit();
  const said = (): string => place.textContent;

  it('asks for the passcode where the room has one, and keeps what was typed', async () => {
    rememberName('Grace');
    answers = [
      refusal(403, 'wrong-passcode', 'This room has a passcode.'),
      refusal(403, 'wrong-passcode', 'This is not the passcode.'),
      admission(),
    ];
    await open();
    expect([field('Your name')?.value, field('Passcode')]).toEqual(['Grace', undefined]);
    submit();
    await expect.poll(() => field('Passcode') === document.activeElement).toBe(true);
    expect(field('Passcode')?.ariaInvalid).toBe('false');
    type('Passcode', 'wrong');
    submit();
    await expect.poll(said).toContain('This is not the passcode.');
    expect([field('Passcode')?.value, field('Passcode')?.ariaInvalid]).toEqual(['wrong', 'true']);
    type('Passcode', 'right');
    submit();
    await expect.poll(() => onJoin.mock.calls[0]?.[0].participantId).toBe('p'.repeat(22));
    expect(asked.map(({ passcode }) => passcode)).toEqual([undefined, 'wrong', 'right']);
    expect(new Set(asked.map(({ requestId }) => requestId)).size).toBe(1);
  });

  it('says where a name is missing, and asks nothing then', async () => {
    await open();
    type('Your name', '  ');
    submit();
    await expect.poll(said).toContain('Your name must not be empty.');
    expect([document.activeElement, asked]).toEqual([field('Your name'), []]);
  });

  it('joins once, after what went before was left', async () => {
    const left = Promise.withResolvers<void>();
    answers = [admission(), admission()];
    rememberName('Grace');
    await open(() => left.promise);
    submit();
    await expect.poll(said).toContain('Joining');
    submit();
    expect(asked).toEqual([]);
    left.resolve();
    await expect.poll(() => onJoin.mock.calls.length).toBe(1);
    expect(asked).toHaveLength(1);
  });

  it('goes on to the farewell where nobody comes in any more, and stays where that may change', async () => {
    answers = [
      refusal(403, 'room-locked', 'The host has locked this room.'),
      refusal(410, 'room-ended', 'This meeting is over.'),
    ];
    rememberName('Grace');
    await open();
    submit();
    await expect.poll(said).toContain('The host has locked this room.');
    expect(onOver).not.toHaveBeenCalled();
    submit();
    await expect.poll(() => onOver.mock.calls).toEqual([[{ kind: 'ended' }]]);
  });
});
