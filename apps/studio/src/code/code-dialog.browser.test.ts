import { beforeEach, describe, expect, it, vi } from 'vitest';
import { layOutPage } from '../testing/page-under-test';
import { CodeDialog } from './code-dialog';

const dialog = (): HTMLDialogElement | null => document.querySelector('dialog');
const shown = (): string | null | undefined => document.querySelector('#code')?.textContent;
const press = (id: string): void => document.querySelector<HTMLButtonElement>(`#${id}`)?.click();
const label = (): string | undefined => document.querySelector('#copy-code')?.textContent.trim();

describe('CodeDialog', () => {
  let code: string;
  let opened: CodeDialog;
  beforeEach(() => {
    layOutPage();
    code = "const size = 720; // <b>bold</b>\nawait show({ type: 'blur' });\n";
    opened = new CodeDialog(() => code);
  });

  it('opens over the page and closes by its button', () => {
    press('show-code');
    expect(dialog()?.matches(':modal')).toBe(true);
    expect(dialog()?.contains(document.activeElement)).toBe(true);
    press('close-code');
    expect(dialog()?.open).toBe(false);
  });

  it('shows the code as text, coloured by kind', () => {
    press('show-code');
    expect(shown()).toBe(code);
    expect(document.querySelector('#code b')).toBeNull();
    const spans = [...document.querySelectorAll('#code span')];
    expect(spans.map(({ className, textContent }) => [className, textContent])).toEqual([
      ['code-keyword', 'const'],
      ['code-number', '720'],
      ['code-comment', '// <b>bold</b>'],
      ['code-keyword', 'await'],
      ['code-string', "'blur'"],
    ]);
  });

  it('follows what is set while it is open', () => {
    press('show-code');
    const former = document.querySelector('#code span');
    opened.refresh();
    expect(document.querySelector('#code span')).toBe(former);
    code = 'await other();\n';
    opened.refresh();
    expect(shown()).toBe(code);
  });

  it('copies what it shows, and says so', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    press('show-code');
    press('copy-code');
    await expect.poll(label).toBe('Copied');
    expect(write).toHaveBeenCalledExactlyOnceWith(code);
    // Outside of the dialog nothing is announced while it is open.
    expect(dialog()?.querySelector('[role=status]')?.textContent).toBe('Copied');
    write.mockRestore();
  });

  it('selects the code where the browser does not let the page copy', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new DOMException(''));
    press('show-code');
    press('copy-code');
    await expect.poll(label).toBe('Selected');
    expect(getSelection()?.toString().trim()).toBe(code.trim());
  });
});
