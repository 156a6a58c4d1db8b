import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoticeBoard } from '../notices/notice-board';
import { layOutPage } from '../testing/page-under-test';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { linkTo } from './settings-link';
import { shareButton } from './share-button';

const button = (): HTMLButtonElement | null => document.querySelector('#share-link');
const spoken = (): string | null | undefined =>
  document.querySelector('#share-link + [role=status]')?.textContent;
const field = (): HTMLInputElement | null => document.querySelector('.notice input');

describe('the share button', () => {
  let settings: Settings;
  beforeEach(() => {
    layOutPage();
    settings = DEFAULT_SETTINGS;
    shareButton(() => settings, new NoticeBoard());
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('copies the link to what is set now and says so for a while, in the same room', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const [label, width] = [button()?.textContent.trim(), button()?.offsetWidth];
    settings = { ...DEFAULT_SETTINGS, background: 'blur', strength: 0.7 };
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    button()?.click();
    await vi.waitFor(() => expect(button()?.textContent.trim()).toBe('Copied'));
    expect(write).toHaveBeenCalledExactlyOnceWith(linkTo(settings));
    expect(spoken()).toBe('Copied');
    expect(button()?.offsetWidth).toBe(width);
    await vi.advanceTimersByTimeAsync(2000);
    expect(button()?.textContent.trim()).toBe(label);
    expect(spoken()).toBe('');
    expect(document.querySelector('.notice')).toBeNull();
  });

  it('offers the link to be copied by hand where the browser refuses', async () => {
    const denied = new DOMException('', 'NotAllowedError');
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(denied);
    button()?.click();
    await expect.poll(field).not.toBeNull();
    expect(field()?.value).toBe(linkTo(settings));
    field()?.focus();
    expect(field()?.selectionEnd).toBe(linkTo(settings).length);
    expect(button()?.textContent).not.toContain('Copied');
    write.mockResolvedValue();
    button()?.click();
    await expect.poll(field).toBeNull();
  });

  it('offers the same where there is no clipboard at all', async () => {
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as unknown as Clipboard);
    button()?.click();
    await expect.poll(() => field()?.value).toBe(linkTo(settings));
  });
});
