import { chooseFile, PICTURES_URL } from '@cyclorama/background-picker/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { brokenMovie, layOutPage, openTestSample, pickerPart } from '../testing/page-under-test';
import { element } from './element';
import { StudioPage } from './studio-page';

const pressed = (): (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('[aria-pressed=true]')].map(
    ({ dataset }) => dataset['source'] ?? dataset['background'],
  );
const press = (selector: string): void =>
  document.querySelector<HTMLButtonElement>(`button${selector}`)?.click();
const notice = (): string => document.querySelector('.notice-title')?.textContent ?? '';
const videoOf = (id: string): HTMLVideoElement | null =>
  document.querySelector<HTMLVideoElement>(`#${id}`);
const trackOf = (id: string): MediaStreamTrack | undefined => {
  const stream = videoOf(id)?.srcObject;
  return stream instanceof MediaStream ? stream.getVideoTracks()[0] : undefined;
};
describe('StudioPage', () => {
  let page: StudioPage;
  beforeEach(async () => {
    layOutPage();
    page = new StudioPage({ sample: openTestSample, picturesUrl: PICTURES_URL });
    await page.open();
    press('[data-background=color]');
    await expect.poll(pressed).toEqual(['sample', 'color']);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    page.close();
  });

  it('shows the sample before and after, without a click', async () => {
    await expect.poll(() => videoOf('before')?.videoWidth).toBe(960);
    await expect.poll(() => videoOf('after')?.videoWidth).toBe(960);
  });

  it('keeps the source when the camera is not allowed, and says what to do', async () => {
    const denied = new DOMException('', 'NotAllowedError');
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(denied);
    const former = trackOf('before');
    press('[data-source=camera]');
    await expect.poll(notice).toBe('The camera is not allowed.');
    expect(pressed()).toEqual(['sample', 'color']);
    expect(trackOf('before')).toBe(former);
    expect(former?.readyState).toBe('live');
  });

  it('shows the room of a camera for the visitor alone, and not for a link', async () => {
    press('[data-source=camera]');
    await expect.poll(pressed).toEqual(['camera', 'color']);
    location.hash = '#background=none&view=result';
    await expect.poll(notice).toBe('The link asks to show your room.');
    expect(document.querySelector<HTMLElement>('#screen')?.dataset['view']).toBe('result');
    expect(pressed()).toEqual(['camera', 'color']);
    location.hash = '';
  });

  it('shows it no more for a link that would have faces alone hidden', async () => {
    press('[data-source=camera]');
    await expect.poll(pressed).toEqual(['camera', 'color']);
    location.hash = '#preset=custom&segmenter=bodypix&parts=hide-faces';
    await expect.poll(notice).toBe('The link asks to show your room.');
    const preset = document.querySelector<HTMLInputElement>('[name=preset]:checked');
    expect(preset?.value).toBe('balanced');
    location.hash = '';
  });

  it('keeps the background when a picture is none', async () => {
    const letter = new File(['no picture'], 'letter.png', { type: 'image/png' });
    chooseFile(pickerPart('picture-file', HTMLInputElement), letter);
    await expect.poll(notice).toBe('letter.png could not be read as a picture.');
    expect(pressed()).toEqual(['sample', 'color']);
  });

  it('goes over to the camera with the same output track, and ends the sample', async () => {
    const [former, output] = [trackOf('before'), trackOf('after')];
    press('[data-source=camera]');
    await expect.poll(pressed).toEqual(['camera', 'color']);
    await expect.poll(() => former?.readyState).toBe('ended');
    expect(trackOf('after')).toBe(output);
    expect(output?.readyState).toBe('live');
  });

  it('goes on with the sample when the source ends by itself', async () => {
    press('[data-source=camera]');
    await expect.poll(pressed).toEqual(['camera', 'color']);
    const camera = trackOf('before');
    camera?.stop();
    camera?.dispatchEvent(new Event('ended'));
    await expect.poll(notice).toBe('The camera was disconnected.');
    expect(pressed()).toEqual(['sample', 'color']);
    await expect.poll(() => trackOf('after')?.readyState).toBe('live');
  });

  it('goes on with the sample when a movie is broken in the middle', async () => {
    chooseFile(element('movie-file', HTMLInputElement), await brokenMovie());
    await expect.poll(pressed).toEqual(['movie', 'color']);
    await expect.poll(notice, { timeout: 8000 }).toMatch(/^The movie is damaged at 0:0[0-3]\.$/);
    expect(pressed()).toEqual(['sample', 'color']);
  });

  it('takes a former message away when the next attempt begins', async () => {
    const denied = new DOMException('', 'NotAllowedError');
    const ask = vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValueOnce(denied);
    press('[data-source=camera]');
    await expect.poll(notice).toBe('The camera is not allowed.');
    ask.mockReturnValue(new Promise(() => undefined));
    press('[data-source=camera]');
    expect(notice()).toBe('');
  });

  it('takes the last of several sources that are asked for at once', async () => {
    press('[data-source=camera]');
    press('[data-source=sample]');
    press('[data-source=camera]');
    await expect.poll(pressed).toEqual(['camera', 'color']);
    await expect.poll(() => trackOf('before')?.readyState).toBe('live');
    expect(document.querySelector('[aria-busy=true]')).toBeNull();
    expect(document.body.textContent).not.toContain('cannot be played');
  });
});
