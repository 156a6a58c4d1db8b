import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoticeBoard } from '../notices/notice-board';
import { element } from '../page/element';
import { sourceOver, type Source, type SourceKind } from '../sources/source';
import { layOutPage } from '../testing/page-under-test';
import { PictureTrack, PICTURE_SIZE } from '../testing/picture-track';
import { frequencies, playedBack, soundBeginsAtS } from '../testing/recording-probe';
import { CapturePanel } from './capture-panel';

const press = (id: string): void => element(id, HTMLButtonElement).click();
const label = (): string => element('record-label', HTMLElement).textContent;
const notice = (): string => document.querySelector('.notice')?.textContent ?? '';
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What a recorder that starts late, or a busy machine, may take from or add to a recording. */
const APART_S = 0.7;

describe('CapturePanel', () => {
  let panel: CapturePanel;
  let output: PictureTrack;
  const audio = new AudioContext();
  const saved: { readonly name: string; readonly content: Blob }[] = [];
  const sources: Source[] = [];

  /** A source that sounds at this frequency; silent without. */
  const sourceOf = (kind: SourceKind, hertz?: number): Source => {
    const stream = new MediaStream([output.track.clone()]);
    if (hertz !== undefined) stream.addTrack(tone(hertz));
    const source = sourceOver(kind, kind, stream);
    if (!source) throw new Error('There is no picture in the source.');
    sources.push(source);
    return source;
  };
  const tone = (hertz: number): MediaStreamTrack => {
    const out = audio.createMediaStreamDestination();
    const oscillator = new OscillatorNode(audio, { frequency: hertz });
    oscillator.connect(out);
    oscillator.start();
    const [track] = out.stream.getAudioTracks();
    if (!track) throw new Error('There is no sound.');
    return track;
  };
  const show = async (): Promise<void> => {
    const after = element('after', HTMLVideoElement);
    after.srcObject = new MediaStream([output.track]);
    await after.play();
    panel.onOutput(output.track);
  };
  const savedFile = async (): Promise<(typeof saved)[number]> => {
    await expect.poll(() => saved.length).toBe(1);
    const [file] = saved;
    if (!file) throw new Error('Nothing was saved.');
    return file;
  };
  const recordCameraBriefly = async (): Promise<void> => {
    await show();
    panel.onSource(sourceOf('camera'));
    press('record');
    await sleep(500);
    press('record');
    await savedFile();
  };

  beforeEach(() => {
    layOutPage();
    saved.length = 0;
    const { mock } = vi.spyOn(URL, 'createObjectURL');
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      const call = mock.results.findIndex(({ value }) => value === this.href);
      const [content] = mock.calls[call] ?? [];
      if (content instanceof Blob) saved.push({ name: this.download, content });
    });
    panel = new CapturePanel({ notices: new NoticeBoard() });
    output = new PictureTrack();
  });
  afterEach(() => {
    panel.close();
    for (const source of sources.splice(0)) source.stop();
    output.end();
    vi.restoreAllMocks();
  });

  it('saves the picture of the output, pixel by pixel', async () => {
    await show();
    press('snapshot');
    const { name, content } = await savedFile();
    expect(name).toMatch(/^cyclorama-\d{4}-\d\d-\d\d-\d{6}\.png$/);
    expect(content.type).toBe('image/png');
    const picture = await createImageBitmap(content);
    expect([picture.width, picture.height]).toEqual(PICTURE_SIZE);
    expect(differenceOf(picture, element('after', HTMLVideoElement))).toBe(0);
    expect(differenceOf(picture, output.canvas)).toBeLessThanOrEqual(3);
  });

  it('says that there is nothing to take yet', async () => {
    press('snapshot');
    await expect.poll(notice).toContain('There is no picture yet.');
    document.querySelector('.notice')?.remove();
    press('record');
    expect(notice()).toContain('There is no picture yet.');
    expect(saved).toEqual([]);
  });

  it('records picture and sound for two seconds, and tells how long', async () => {
    await show();
    panel.onSource(sourceOf('movie', 440));
    const beganMs = performance.now();
    press('record');
    expect(label()).toBe('Stop 0:00');
    expect(element('record', HTMLButtonElement).ariaPressed).toBe('true');
    await expect.poll(label).toBe('Stop 0:02');
    press('record');
    const seconds = (performance.now() - beganMs) / 1000;
    const { name, content } = await savedFile();
    expect(label()).toBe('Record');
    expect(element('record', HTMLButtonElement).ariaPressed).toBe('false');
    expect(name).toMatch(/^cyclorama-\d{4}-\d\d-\d\d-\d{6}\.(mp4|webm)$/);
    expect(notice()).toBe('');
    const { sizes, duration } = await playedBack(content);
    expect(sizes).toEqual(['320×180']);
    expect(Math.abs(duration - seconds)).toBeLessThan(APART_S);
    expect(await frequencies(content)).toEqual([440]);
  });

  it('records as WebM where the browser writes no MP4', async () => {
    vi.spyOn(MediaRecorder, 'isTypeSupported').mockImplementation((type) => type.includes('webm'));
    await show();
    press('record');
    await sleep(1000);
    press('record');
    const { name, content } = await savedFile();
    expect(name).toMatch(/\.webm$/);
    expect(content.type).toMatch(/^video\/webm/);
    expect((await playedBack(content)).sizes).toEqual(['320×180']);
  });

  it('goes on when the source is another one, with its sound and size', async () => {
    await show();
    panel.onSource(sourceOf('movie', 440));
    press('record');
    await sleep(1200);
    Object.assign(output.canvas, { width: 640, height: 360 });
    panel.onSource(sourceOf('screen', 1000));
    await sleep(1200);
    press('record');
    const { content } = await savedFile();
    expect((await playedBack(content)).sizes).toEqual(['320×180', '640×360']);
    expect(await frequencies(content)).toEqual([440, 1000]);
  });

  it('has sound that comes later where it was heard', async () => {
    await show();
    const beganMs = performance.now();
    press('record');
    await sleep(1500);
    panel.onSource(sourceOf('movie', 440));
    const seconds = (performance.now() - beganMs) / 1000;
    await sleep(1000);
    press('record');
    const { content } = await savedFile();
    expect(await frequencies(content)).toEqual([440]);
    expect(Math.abs((await soundBeginsAtS(content)) - seconds)).toBeLessThan(APART_S);
  });

  it('asks for the microphone with the camera alone, and stops it after', async () => {
    const microphone = tone(700);
    const ask = vi
      .spyOn(navigator.mediaDevices, 'getUserMedia')
      .mockResolvedValue(new MediaStream([microphone]));
    await show();
    panel.onSource(sourceOf('camera'));
    expect(ask).not.toHaveBeenCalled();
    press('record');
    expect(ask).toHaveBeenCalledExactlyOnceWith({ audio: true });
    await sleep(1200);
    press('record');
    const { content } = await savedFile();
    expect(await frequencies(content)).toEqual([700]);
    expect(microphone.readyState).toBe('ended');
  });

  it('lets go of a microphone that comes when the recording is over', async () => {
    const microphone = tone(700);
    let allow = (_stream: MediaStream): void => undefined;
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockReturnValue(
      new Promise((resolve) => (allow = resolve)),
    );
    await recordCameraBriefly();
    allow(new MediaStream([microphone]));
    await expect.poll(() => microphone.readyState).toBe('ended');
  });

  it('says nothing of a microphone that is refused when the recording is over', async () => {
    let refuse = (_reason: unknown): void => undefined;
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockReturnValue(
      new Promise((_, reject) => (refuse = reject)),
    );
    await recordCameraBriefly();
    refuse(new DOMException('', 'NotAllowedError'));
    await sleep(50);
    expect(notice()).toBe('');
  });

  it('records without sound where the microphone is refused, and says so', async () => {
    const denied = new DOMException('', 'NotAllowedError');
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(denied);
    await show();
    panel.onSource(sourceOf('camera'));
    press('record');
    await expect.poll(notice).toContain('The microphone is not being recorded.It is not allowed.');
    await sleep(1000);
    press('record');
    const { content } = await savedFile();
    expect((await playedBack(content)).sizes).toEqual(['320×180']);
    expect(await frequencies(content)).toEqual([]);
    expect(notice()).toBe('');
  });

  it('saves what there is when the output ends, and says so', async () => {
    await show();
    press('record');
    await sleep(1000);
    output.track.stop();
    output.track.dispatchEvent(new Event('ended'));
    const { name, content } = await savedFile();
    expect((await playedBack(content)).sizes).toEqual(['320×180']);
    expect(notice()).toContain(`The recording has ended.Everything up to then is saved as ${name}`);
  });

  it('saves what there is when another output takes its place', async () => {
    await show();
    press('record');
    await sleep(1000);
    const former = output;
    output = new PictureTrack([640, 360]);
    await show();
    await savedFile();
    expect(notice()).toContain('The recording has ended.');
    former.end();
  });

  it('saves what there is when the browser’s recorder fails', async () => {
    const start = vi.spyOn(MediaRecorder.prototype, 'start');
    await show();
    press('record');
    await sleep(1000);
    const recorder = start.mock.contexts[0] as MediaRecorder;
    const error = new DOMException('', 'UnknownError');
    recorder.dispatchEvent(Object.assign(new Event('error'), { error }));
    const { content } = await savedFile();
    expect((await playedBack(content)).sizes).toEqual(['320×180']);
    expect(notice()).toContain('The recording stopped unexpectedly.');
    expect(label()).toBe('Record');
  });

  it('says that the browser cannot record', async () => {
    await show();
    vi.spyOn(MediaRecorder, 'isTypeSupported').mockReturnValue(false);
    press('record');
    expect(notice()).toContain('This browser cannot record.');
    vi.mocked(MediaRecorder.isTypeSupported).mockReturnValue(true);
    press('record');
    expect(notice()).toContain('This browser cannot record.');
    expect(label()).toBe('Record');
  });

  it('has the browser ask before the page is left while recording', async () => {
    const isAsked = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    await show();
    expect(isAsked()).toBe(false);
    press('record');
    expect(isAsked()).toBe(true);
    await sleep(500);
    press('record');
    await savedFile();
    expect(isAsked()).toBe(false);
  });
});

function pixelsOf(picture: CanvasImageSource): Uint8ClampedArray {
  const context = new OffscreenCanvas(...PICTURE_SIZE).getContext('2d');
  context?.drawImage(picture, 0, 0);
  return context?.getImageData(0, 0, ...PICTURE_SIZE).data ?? new Uint8ClampedArray();
}

/** The largest difference of a channel, in levels of 255. */
function differenceOf(a: CanvasImageSource, b: CanvasImageSource): number {
  const [of, other] = [pixelsOf(a), pixelsOf(b)];
  return of.reduce((worst, value, at) => Math.max(worst, Math.abs(value - (other[at] ?? 0))), 0);
}
