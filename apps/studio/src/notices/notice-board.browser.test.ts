import { beforeEach, describe, expect, it, vi } from 'vitest';
import { layOutPage } from '../testing/page-under-test';
import { NoticeBoard } from './notice-board';

const texts = (): string[] =>
  [...document.querySelectorAll('.notice-title')].map(({ textContent }) => textContent);
const control = (selector: string): HTMLElement | null => document.querySelector(selector);
const pressEscape = (): void => {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
};

describe('NoticeBoard', () => {
  beforeEach(layOutPage);

  it('announces a message with its remedy', () => {
    new NoticeBoard().post('source', { title: 'No camera.', remedy: 'Plug one in.' });
    const notice = document.querySelector('[role=alert]');
    expect(notice?.textContent).toContain('No camera.');
    expect(notice?.textContent).toContain('Plug one in.');
  });

  it('keeps one message for each topic', () => {
    const board = new NoticeBoard();
    board.post('source', { title: 'first', remedy: '' });
    board.post('background', { title: 'second', remedy: '' });
    board.post('source', { title: 'third', remedy: '' });
    expect(texts()).toEqual(['second', 'third']);
    board.clear('background');
    expect(texts()).toEqual(['third']);
  });

  it('goes away by its button, and when its action is taken', () => {
    const board = new NoticeBoard();
    const run = vi.fn();
    board.post('a', { title: 'a', remedy: '' });
    document.querySelector<HTMLButtonElement>('.notice button')?.click();
    expect(texts()).toEqual([]);
    board.post('b', { title: 'b', remedy: '', action: { label: 'Try again', run } });
    document.querySelector<HTMLButtonElement>('.notice button')?.click();
    expect(run).toHaveBeenCalledOnce();
    expect(texts()).toEqual([]);
  });

  it('gives the keyboard back to where it was before', () => {
    const board = new NoticeBoard();
    const [source, path] = [control('[data-source=camera]'), control('#path')];
    source?.focus();
    board.post('a', { title: 'a', remedy: '' });
    board.post('b', { title: 'b', remedy: '', action: { label: 'Try again', run: vi.fn() } });
    expect(document.activeElement).toBe(source);
    control('.notice button')?.focus();
    control('.notice:last-child button')?.focus();
    control('.notice:last-child button')?.click();
    expect([texts(), document.activeElement]).toEqual([['a'], source]);
    path?.focus();
    control('.notice button')?.focus();
    board.post('a', { title: 'anew', remedy: '' });
    expect(document.activeElement).toBe(path);
  });

  it('closes the newest by Escape, but none that stays', () => {
    const board = new NoticeBoard();
    board.post('a', { title: 'a', remedy: '' });
    board.post('b', { title: 'b', remedy: '', stays: true });
    board.post('c', { title: 'c', remedy: '' });
    pressEscape();
    expect(texts()).toEqual(['a', 'b']);
    pressEscape();
    pressEscape();
    expect(texts()).toEqual(['b']);
  });

  it('leaves Escape to a dialog that is open', () => {
    new NoticeBoard().post('a', { title: 'a', remedy: '' });
    document.querySelector('dialog')?.showModal();
    pressEscape();
    expect(texts()).toEqual(['a']);
  });

  it('has no button to close a message without which nobody would know why nothing works', () => {
    new NoticeBoard().post('a', { title: 'a', remedy: '', stays: true });
    expect(texts()).toEqual(['a']);
    expect(document.querySelector('.notice button')).toBeNull();
  });

  it('shows what it is given as text, never as markup', () => {
    new NoticeBoard().post('a', { title: '<img src=x>', remedy: '<b>no</b>' });
    expect(document.querySelector('.notice img, .notice b')).toBeNull();
  });
});
