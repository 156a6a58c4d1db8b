import type { Kernels } from '@cyclorama/kernels';
import type { LoadedBackground } from '../background/loaded-background';
import { makeBackground } from '../background/make-background';
import type { PlaneBackground, Scene } from '../background/plane-background';
import { MattePlanes } from '../composite/matte-planes';
import { composePlanes } from '../composite/planar';
import { FrameError } from '../errors';
import { colorModelOf } from '../frame/color-model';
import { FrameReader } from '../frame/frame-reader';
import type { Planes } from '../frame/planes';
import { sameShape, shapeOf, type FrameShape } from '../frame/frame-shape';
import { shownSizeOf, type Size } from '../frame/frame-size';
import { writeFrame } from '../frame/frame-writer';
import type { Matte } from '../matte/matte';
import { Refiner } from '../matte/refiner';
import type { View } from '../options';
import type { MaskCopy } from '../segment/mask-copy';
import { NoSegmenterError } from '../segment/no-segmenter-error';
import type { Mask, PlaneSegmenter } from '../segment/segmenter';
import type { StageClock } from './stage-clock';

/**
 * The way of one frame through the six stages. One frame at a time: the caller waits for a frame
 * before it gives the next. Memory is taken only when the shape of the frames changes.
 */
export class Pipeline {
  readonly #kernels: Kernels;
  #segmenter: PlaneSegmenter | undefined;
  readonly #clock: StageClock;
  readonly #reader: FrameReader;
  readonly #refiner: Refiner;
  #background: PlaneBackground | undefined;
  /** Set by `setBackground`, put in place between two frames. */
  #next: { readonly background: PlaneBackground | undefined } | undefined;
  /** Set by `setView`, put in place between two frames as well. */
  #view: View = 'composite';
  /** There while the matte is what is looked at. */
  #mattePlanes: MattePlanes | undefined;
  /** What the stages are prepared for; none while that is under way, so that it is tried again. */
  #shape: FrameShape | undefined;
  #maskTimestampUs: number | undefined;
  /** What stands behind the person, or the matte's view, is prepared for. */
  #fitted: FrameShape | undefined;
  /** `waiting`: no background was set. Only `passing`, which `none` asks for, shows the room. */
  #state: 'waiting' | 'passing' | 'composing' | 'closed' = 'waiting';

  /** @param segmenter - Closed with the pipeline; its sessions are not. None is there later. */
  constructor(kernels: Kernels, segmenter: PlaneSegmenter | undefined, clock: StageClock) {
    this.#kernels = kernels;
    this.#segmenter = segmenter;
    this.#clock = clock;
    this.#reader = new FrameReader(kernels);
    this.#refiner = new Refiner(kernels);
  }

  /** Timestamp of the frame whose mask is in use, microseconds; undefined while frames pass. */
  get maskTimestampUs(): number | undefined {
    return this.#maskTimestampUs;
  }

  /** What finds the person, in figures; undefined before the first mask, and while frames pass. */
  get model(): string | undefined {
    return this.#maskTimestampUs === undefined ? undefined : this.#segmenter?.model;
  }

  /** The size at which the frames of the moment are shown; undefined where there were none. */
  get shown(): Size | undefined {
    return this.#shape && shownSizeOf(this.#shape.size, this.#shape.orientation);
  }

  /**
   * Changes what finds the person, from the next frame on: to be called between two frames, but for
   * none, which fails the frame that is under way. Takes the segmenter and closes the one before.
   */
  setSegmenter(segmenter: PlaneSegmenter | undefined): void {
    this.#segmenter?.close();
    this.#segmenter = segmenter;
    this.#shape = undefined;
    if (this.#state === 'closed') this.close();
  }

  /** Changes what stands behind the person, from the next frame on. The bitmap becomes its own. */
  setBackground(background: LoadedBackground): void {
    this.#next?.background?.close();
    this.#next = { background: makeBackground(this.#kernels, background) };
    if (this.#state === 'closed') this.close();
  }

  /** What is made of frames, from the next one on. */
  setView(view: View): void {
    this.#view = view;
  }

  /**
   * Frame in, composite out. Takes the frame and closes it, whatever happens.
   * @returns The composite or its matte, which the caller closes; with the background `none` the
   *   very frame.
   * @throws FrameError when the frame cannot be read, its mask is garbage, or no background is set.
   */
  async process(frame: VideoFrame): Promise<VideoFrame> {
    this.#takeNextBackground();
    this.#takeView();
    if (this.#state === 'passing' && !this.#mattePlanes) return frame;
    try {
      return await this.#composite(frame);
    } finally {
      frame.close();
    }
  }

  /** Forgets the frames before: the next one shows another scene. */
  forget(): void {
    this.#refiner.reset();
  }

  /** Resolves once masks of pictures that are shown at a size can be had. */
  async ready(shown: Size): Promise<void> {
    await this.#segmenter?.ready?.(shown);
  }

  /** The first three stages alone: frame → mask. Takes the frame and closes it. */
  async mask(frame: VideoFrame): Promise<MaskCopy> {
    try {
      const { colorSpace } = this.#prepare(frame);
      const planes = await this.#reader.read(frame);
      this.#refuseWhenClosed();
      this.#finder.shrink(planes, colorModelOf(colorSpace));
      const mask = await this.#finder.segment();
      this.#refuseWhenClosed();
      return this.#copyMask(mask);
    } finally {
      frame.close();
    }
  }

  /** Frees all that the stages hold. The kernels, their memory and the sessions stay. */
  close(): void {
    this.#state = 'closed';
    const own = [this.#background, this.#next?.background, this.#mattePlanes];
    for (const resource of own) resource?.close();
    this.#background = this.#next = this.#mattePlanes = this.#shape = this.#fitted = undefined;
    for (const stage of [this.#reader, this.#segmenter, this.#refiner]) stage?.close();
  }

  async #composite(frame: VideoFrame): Promise<VideoFrame> {
    const clock = this.#clock;
    const shape = this.#prepare(frame);
    this.#fit(shape);
    const planes = await clock.timeAsync('read', () => this.#reader.read(frame));
    this.#refuseWhenClosed();
    const color = colorModelOf(shape.colorSpace);
    clock.time('shrink', () => this.#finder.shrink(planes, color));
    const mask = await clock.timeAsync('segment', () => this.#finder.segment());
    this.#refuseWhenClosed();
    this.#maskTimestampUs = frame.timestamp;
    const matte = clock.time('refine', () => this.#refiner.refine(mask, planes));
    clock.time('compose', () => this.#compose(planes, matte));
    return clock.time('write', () => writeFrame(planes, frame, shape.colorSpace));
  }

  #compose(planes: Planes, matte: Matte): void {
    if (this.#mattePlanes) return this.#mattePlanes.paint(planes, matte);
    composePlanes(this.#kernels, planes, this.#behind.planesFor(planes, matte), matte);
  }

  get #behind(): PlaneBackground {
    if (this.#background) return this.#background;
    throw new FrameError(`There is no background while ${this.#state}.`);
  }

  get #finder(): PlaneSegmenter {
    if (this.#segmenter) return this.#segmenter;
    throw new NoSegmenterError();
  }

  #refuseWhenClosed(): void {
    if (this.#state === 'closed') throw new FrameError('The pipeline is closed.');
  }

  #takeNextBackground(): void {
    if (!this.#next || this.#state === 'closed') return;
    const { background } = this.#next;
    this.#next = undefined;
    this.#background?.close();
    this.#background = background;
    if (this.#state === 'passing') this.#refiner.reset();
    this.#state = background ? 'composing' : 'passing';
    if (this.#state === 'passing') this.#maskTimestampUs = undefined;
    this.#fitted = undefined;
  }

  #takeView(): void {
    if ((this.#view === 'matte') === (this.#mattePlanes !== undefined)) return;
    if (this.#state === 'closed') return;
    this.#mattePlanes?.close();
    this.#mattePlanes = this.#view === 'matte' ? new MattePlanes(this.#kernels) : undefined;
    this.#fitted = undefined;
    // While frames pass none was segmented, or none will be.
    if (this.#state !== 'passing') return;
    this.#refiner.reset();
    this.#maskTimestampUs = undefined;
  }

  /** Makes the stages ready for a frame's shape; almost always they are. */
  #prepare(frame: VideoFrame): FrameShape {
    this.#refuseWhenClosed();
    const shape = shapeOf(frame);
    if (sameShape(this.#shape, shape)) return shape;
    const finder = this.#finder;
    this.#shape = undefined;
    this.#reader.resize(shape);
    finder.resize(shape.size, shape.orientation);
    this.#refiner.reset();
    this.#shape = shape;
    return shape;
  }

  /** Makes ready for the frames' shape what stands behind the person, when either has changed. */
  #fit(shape: FrameShape): void {
    if (sameShape(this.#fitted, shape)) return;
    this.#fitted = undefined;
    (this.#mattePlanes ?? this.#behind).resize(sceneOf(shape));
    this.#fitted = shape;
  }

  #copyMask({ pointer, width, height }: Mask): MaskCopy {
    const buffer = this.#kernels.memory.memory.buffer;
    const values = new Float32Array(buffer, pointer, width * height).slice();
    return { width, height, values };
  }
}

function sceneOf({ size, orientation, colorSpace }: FrameShape): Scene {
  return { size, orientation, color: colorModelOf(colorSpace) };
}
