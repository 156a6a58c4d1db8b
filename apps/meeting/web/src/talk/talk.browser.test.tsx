import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ChatPanel } from '../chat/chat-panel';
import { HandButton } from '../hands/hand-button';
import { HostControls } from '../host/host-controls';
import { MuteRequestNotice } from '../host/mute-request-notice';
import { PersonMenu } from '../host/person-menu';
import { WaitingGuests } from '../host/waiting-guests';
import { StampButton } from '../stamps/stamp-button';
import { TileFloats } from '../stamps/tile-floats';
import { useWhiteboard } from '../whiteboard/use-whiteboard';
import { Whiteboard } from '../whiteboard/whiteboard';
import { idOf } from './testing/fake-chat-api';
import { ADA, BOB, person, showRoom } from './testing/show-room';

let shown: ReturnType<typeof showRoom> | undefined;
afterEach(() => {
  shown?.close();
  shown = undefined;
});
const show = (...given: Parameters<typeof showRoom>) => (shown = showRoom(...given));

/** Whatever axe finds wrong on the page, by rule; landmarks are the whole page's. */
async function faults(host: HTMLElement): Promise<readonly string[]> {
  const { violations } = await axe.run(host, { rules: { region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}

const button = (name: string) => page.getByRole('button', { name });
const tiles = (
  <>
    <div data-tile="ada">
      <TileFloats participantId={ADA} />
    </div>
    <div data-tile="bob">
      <TileFloats participantId={BOB} />
    </div>
  </>
);

it('shows markup as text, in messages and over tiles', async () => {
  const { wire, host } = show(
    <>
      <ChatPanel />
      {tiles}
    </>,
  );
  await expect.element(page.getByText('Nothing has been said yet', { exact: false })).toBeVisible();
  const text = '<img src=x onerror=alert(1)> javascript:alert(1) https://example.org';
  const content = { kind: 'text', text };
  wire.say(BOB, 'chat', { is: 'posted', messageId: idOf(1), content });
  await expect.poll(() => host.querySelector('[data-message]')?.textContent).toContain(text);
  expect(host.querySelectorAll('img')).toHaveLength(0);
  const links = [...host.querySelectorAll('a')];
  expect(links.map(({ href, rel, target }) => [href, rel, target])).toEqual([
    ['https://example.org/', 'noopener noreferrer nofollow', '_blank'],
  ]);
  expect(host.querySelector('[data-tile="bob"] [data-float]')?.textContent).toBe(text);
});

it('sends by Enter, begins a line by Shift and Enter, changes and deletes', async () => {
  const { api, host } = show(<ChatPanel />);
  await expect.element(page.getByLabelText('Message to everyone')).toHaveFocus();
  await userEvent.keyboard('one{Shift>}{Enter}{/Shift}two{Enter}');
  await expect.poll(() => host.querySelector('.message-text')?.textContent).toBe('one\ntwo');
  host.querySelector<HTMLElement>('[aria-label="Edit message"]')?.click();
  await userEvent.keyboard(' and more{Escape}');
  expect(host.querySelector('.message-text')?.textContent).toBe('one\ntwo');
  host.querySelector<HTMLElement>('[aria-label="Edit message"]')?.click();
  await userEvent.fill(page.getByLabelText('Change your message'), 'three');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('(edited)')).toBeVisible();
  expect(await faults(host)).toEqual([]);
  host.querySelector<HTMLElement>('[aria-label="Delete message"]')?.click();
  await expect.element(page.getByText('Delete this message for everyone?')).toBeVisible();
  expect([...api.messages.values()].map(({ kind }) => kind)).toEqual(['text']);
  await userEvent.click(page.getByRole('button', { name: 'Delete', exact: true }));
  await expect.element(page.getByText('This message was deleted.')).toBeVisible();
  expect([...api.messages.values()].map(({ kind }) => kind)).toEqual(['deleted']);
});

it('floats a stamp over whom it is for, and none that is not on the list', async () => {
  const { wire, host, api } = show(
    <>
      <StampButton />
      {tiles}
    </>,
  );
  await userEvent.click(button('Send a stamp'));
  await userEvent.selectOptions(page.getByLabelText('Over whose picture'), 'Bob');
  await userEvent.click(button('Applause'));
  await expect.poll(() => host.querySelector('[data-tile="bob"] [data-float="clap"]')).toBeTruthy();
  const [posted] = api.messages.values();
  expect(posted).toMatchObject({ kind: 'stamp', stamp: 'clap', target: BOB });
  const content = { kind: 'stamp', stamp: 'https://example.org/x.png' };
  wire.say(BOB, 'chat', { is: 'posted', messageId: idOf(1), content });
  expect(host.querySelectorAll('[data-float]')).toHaveLength(1);
});

it('raises a hand for all to see', async () => {
  const { host } = show(
    <>
      <HandButton />
      {tiles}
    </>,
  );
  await userEvent.click(button('Raise hand'));
  await expect.element(button('Lower hand')).toBeVisible();
  expect(host.querySelector('[data-tile="ada"] .raised-hand')).toBeTruthy();
});

function OpenBoard() {
  const { toggle } = useWhiteboard();
  return (
    <>
      <button type="button" onClick={toggle}>
        Board
      </button>
      <div className="fixed-board">
        <Whiteboard />
      </div>
    </>
  );
}

it('draws by keys, takes back, and lets nobody draw who may not', async () => {
  const { host, state } = show(<OpenBoard />, { role: 'guest' });
  await userEvent.click(button('Board'));
  const board = host.getElementsByClassName('board');
  const strokes = host.getElementsByClassName('stroke');
  await expect.poll(() => board.length).toBe(1);
  const focus = () => board[0] instanceof SVGElement && board[0].focus();
  focus();
  await userEvent.keyboard(' {ArrowRight}{ArrowDown} ');
  expect(strokes[0]?.getAttribute('d')).toBe('M800 450Q810 450 810 455L810 460');
  expect(await faults(host)).toEqual([]);
  await userEvent.click(button('Undo my last stroke'));
  await expect.poll(() => strokes.length).toBe(0);
  state.patch({ room: { ...state.get().room, drawing: 'host' } });
  await expect.element(page.getByText('Only hosts draw in this room.')).toBeVisible();
  focus();
  await userEvent.keyboard(' {ArrowRight} ');
  expect(strokes).toHaveLength(0);
});

it('leaves the board most of the height of a phone held sideways', async () => {
  await page.viewport(740, 360);
  const { host } = show(<OpenBoard />);
  const place = document.createElement('style');
  place.textContent = '.fixed-board { display: grid; height: 200px; width: 716px }';
  await userEvent.click(button('Board'));
  host.append(place);
  const height = () => host.querySelector('.board')?.getBoundingClientRect().height ?? 0;
  await expect.poll(height).toBeGreaterThan(145);
  await page.viewport(1280, 720);
});

it('lets hosts admit, remove after a question, and change the room', async () => {
  const { host, state, deeds } = show(
    <>
      <WaitingGuests />
      <PersonMenu participantId={BOB} />
      <HostControls />
    </>,
  );
  const eve = person('e'.repeat(22), '<b>Eve</b>', { state: 'waiting' });
  state.patch({ participants: new Map([...state.get().participants, [eve.participantId, eve]]) });
  await userEvent.click(button('Let <b>Eve</b> in'));
  expect(deeds.admit).toHaveBeenCalledWith(eve.participantId);
  await userEvent.click(button('What to do about Bob'));
  await userEvent.click(button('Remove …'));
  await expect
    .element(page.getByText('The waiting room is switched on', { exact: false }))
    .toBeVisible();
  expect(deeds.remove).not.toHaveBeenCalled();
  expect(await faults(host)).toEqual([]);
  await userEvent.click(button('Remove').last());
  expect(deeds.remove).toHaveBeenCalledWith(BOB);
  await userEvent.click(button('Host controls'));
  await userEvent.click(page.getByRole('checkbox', { name: 'Lock the room' }));
  expect(deeds.changeRoom).toHaveBeenCalledWith({ locked: true });
});

it('mutes by one’s own press alone when a host asks', async () => {
  const { state, media } = show(<MuteRequestNotice />, { role: 'guest' });
  await expect.poll(() => document.querySelector('[data-mute-request="false"]')).toBeTruthy();
  state.patch({ you: { ...state.get().you, muteRequestedAtMs: 9 } });
  await expect.element(button('Mute')).toBeVisible();
  expect(media.microphone.get().isMuted).toBe(false);
  await userEvent.click(button('Mute'));
  expect(media.microphone.get().isMuted).toBe(true);
  expect(document.querySelector('[data-mute-request="true"]')).toBeNull();
});
