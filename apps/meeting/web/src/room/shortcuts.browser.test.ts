import { describe, expect, it } from 'vitest';
import { COMMAND_KEY, shortcutOf } from './shortcuts';

const command = COMMAND_KEY === '⌘' ? { metaKey: true } : { ctrlKey: true };
const press = (init: KeyboardEventInit): string | undefined =>
  shortcutOf(new KeyboardEvent('keydown', init));

describe('a shortcut', () => {
  it('is a letter with the command key', () => {
    expect(press({ key: 'd', ...command })).toBe('microphone');
    expect(press({ key: 'E', ...command })).toBe('camera');
  });

  it.each([
    ['a letter that is typed', { key: 'd' }],
    ['another letter', { key: 'x', ...command }],
    ['what the browser has with Shift', { key: 'd', ...command, shiftKey: true }],
    ['a key that is held', { key: 'd', ...command, repeat: true }],
  ])('is not %s', (_, init) => {
    expect(press(init)).toBeUndefined();
  });
});
