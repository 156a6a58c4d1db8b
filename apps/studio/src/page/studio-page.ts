import { BackgroundPicker } from '@cyclorama/background-picker';
import {
  CycloramaError,
  probeSupport,
  type PathChoice,
  type ProcessorState,
  type ProcessorStats,
  type Support,
} from 'cyclorama';
import { CapturePanel } from '../capture/capture-panel';
import { CodeDialog } from '../code/code-dialog';
import { codeFor } from '../code/code-for';
import { FiguresPanel } from '../figures/figures-panel';
import { PathField } from '../figures/path-field';
import { IncomingFiles } from '../files/incoming-files';
import { CostLine } from '../model/cost-line';
import { ModelChanges } from '../model/model-changes';
import { ModelPanel } from '../model/model-panel';
import { hidesFacesOnly } from '../model/presets';
import { fileNotice } from '../notices/file-notices';
import { ROOM_STAYS_HIDDEN } from '../notices/link-notice';
import { lostModelNotice } from '../notices/model-notices';
import type { Notice } from '../notices/notice';
import { NoticeBoard } from '../notices/notice-board';
import { processorNotice } from '../notices/processor-notices';
import { supportNotice } from '../notices/support-notice';
import { RememberedSettings } from '../settings/remembered-settings';
import { backgroundOf, type Settings } from '../settings/settings';
import { shareButton } from '../settings/share-button';
import { openSample } from '../sources/sample';
import type { Source } from '../sources/source';
import { SourceChanges } from '../sources/source-changes';
import { SourcePanel, type OpenSource } from '../sources/source-panel';
import { engineView, type PageView } from '../stage/page-view';
import { Stage } from '../stage/stage';
import { Studio, type StudioListener } from '../studio';
import { element } from './element';

/** The parts that do nothing where nothing can be processed. */
const WORKING = '.divider, .divider-line, .views, .tools, .controls, .model, .figures';

/** Where the page gets what it shows by itself. */
export interface PageContent {
  readonly sample?: OpenSource;
  readonly picturesUrl?: string | URL;
}

/** The page: its panels, and what each of them asks the studio for. */
export class StudioPage {
  readonly #notices = new NoticeBoard();
  readonly #settings = new RememberedSettings((settings) => this.#follow(settings));
  readonly #stage = new Stage({
    onView: (view) => this.#setView(view),
    onDivider: (divider) => this.#keep({ divider }),
  });
  readonly #figures = new FiguresPanel();
  readonly #cost = new CostLine();
  readonly #path = new PathField((path) => this.#setPath(path));
  readonly #capture = new CapturePanel({ notices: this.#notices });
  readonly #sources = new SourcePanel(
    (kind, open) => void this.#sourceChanges.choose(kind, open),
    () => this.#keep(this.#sources.values),
  );
  readonly #sourceChanges: SourceChanges;
  readonly #backgrounds: BackgroundPicker;
  readonly #model = new ModelPanel((settings) => void this.#modelChanges.choose(settings));
  readonly #modelChanges = new ModelChanges(
    this.#model,
    this.#notices,
    (model) => this.#studio.setModel(model),
    (settings) => this.#keep(settings),
  );
  readonly #files = new IncomingFiles({
    onPicture: (file) => this.#backgrounds.take(file),
    onMovie: (file) => this.#sources.takeMovie(file),
    onOther: (file) => this.#notices.post('file', fileNotice(file)),
  });
  readonly #code = new CodeDialog(() =>
    codeFor(this.#settings.now, this.#source?.kind ?? 'sample'),
  );
  readonly #studio: Studio;
  #source: Source | undefined;

  constructor({ sample = openSample, picturesUrl = 'backgrounds/' }: PageContent = {}) {
    this.#sourceChanges = new SourceChanges(
      this.#sources,
      this.#notices,
      (open) => this.#studio.show(open),
      sample,
    );
    this.#backgrounds = new BackgroundPicker(element('background-picker', HTMLElement), {
      picturesUrl,
      set: (background) => this.#studio.setBackground(background),
      onNotice: (notice) => this.#showNotice(notice),
      onChange: ({ name, fit, strength, color }) =>
        this.#keep({ background: name, fit, strength, color }),
    });
    shareButton(() => this.#settings.now, this.#notices);
    const { color } = this.#settings.now;
    this.#studio = new Studio({ type: 'color', color }, this.#listener());
  }

  /** Plays the sample before what was last chosen: a visitor sees the point without a click. */
  async open(): Promise<void> {
    this.#apply(this.#settings.now);
    const support = await probeSupport();
    if (support.paths.length === 0) this.#refuse(support);
    else if (!(await this.#sourceChanges.playSample())) this.#showAbsence();
  }

  /** Ends source and processor. */
  close(): void {
    this.#settings.close();
    this.#files.close();
    this.#capture.close();
    this.#backgrounds.close();
    this.#studio.close();
  }

  /** Where nothing can be processed no source is opened either: it would only show a room. */
  #refuse(support: Support): void {
    for (const part of document.querySelectorAll<HTMLElement>(WORKING)) part.inert = true;
    this.#files.close();
    this.#stage.showState('unsupported');
    this.#notices.post('support', supportNotice(support));
  }

  /** The sample did not come; the visitor may have chosen another source meanwhile. */
  #showAbsence(): void {
    if (!this.#source) this.#stage.showState('no-source');
  }

  /** Another link was followed. That a room is shown is for the visitor to say, and not for a link. */
  #follow(settings: Settings): void {
    const { name: background } = this.#backgrounds.on;
    const { on: model } = this.#model;
    const showsRoom = settings.background === 'none' || hidesFacesOnly(settings);
    const isShown = background === 'none' || hidesFacesOnly(model);
    if (!showsRoom || isShown || this.#source?.kind === 'sample') return this.#apply(settings);
    this.#apply({ ...settings, ...model, background });
    this.#notices.post('link', ROOM_STAYS_HIDDEN);
  }

  /** Puts settings in force that came from memory or by a link. */
  #apply(settings: Settings): void {
    this.#stage.divider = settings.divider;
    this.#stage.view = settings.view;
    this.#path.value = settings.path;
    this.#sources.restore(settings);
    void this.#studio.setView(engineView(settings.view));
    void this.#studio.setPath(settings.path);
    void this.#modelChanges.choose(this.#model.select(settings));
    void this.#backgrounds.choose(backgroundOf(settings));
    this.#code.refresh();
  }

  #showNotice(notice: Notice | undefined): void {
    if (notice) this.#notices.post('background', notice);
    else this.#notices.clear('background');
  }

  #keep(changed: Partial<Settings>): void {
    this.#settings.change(changed);
    this.#code.refresh();
  }

  #setView(view: PageView): void {
    void this.#studio.setView(engineView(view));
    this.#keep({ view });
  }

  #setPath(path: PathChoice): void {
    void this.#studio.setPath(path);
    this.#keep({ path });
  }

  #listener(): StudioListener {
    return {
      onSource: (source) => this.#onSource(source),
      onOutput: (track) => this.#onOutput(track),
      onEnded: (source, end) => void this.#sourceChanges.replace(source, end),
      onState: (state) => this.#onState(state),
      onStats: (stats) => this.#onStats(stats),
      onError: (error) => this.#onError(error),
    };
  }

  #onSource(source: Source): void {
    this.#source = source;
    this.#sources.show(source);
    this.#stage.showBefore(source.stream);
    this.#capture.onSource(source);
    this.#code.refresh();
  }

  #onOutput(track: MediaStreamTrack): void {
    this.#stage.showAfter(track);
    this.#capture.onOutput(track);
  }

  #onState(state: ProcessorState): void {
    this.#stage.showState(state);
    if (state !== 'running') return;
    this.#notices.clear('processor');
    // Now that the page is up they take nothing away from it.
    void this.#backgrounds.prepare();
  }

  #onStats(stats: ProcessorStats): void {
    this.#figures.show(stats);
    this.#cost.show(stats);
    this.#stage.latencyMs = stats.latencyMs.median;
  }

  #onError(error: unknown): void {
    if (error instanceof CycloramaError && error.code === 'background') {
      void this.#backgrounds.lose(error);
      return;
    }
    const useSelfie = (): void => void this.#modelChanges.useSelfie();
    const again = (): void => void this.#studio.tryAgain();
    const lost = lostModelNotice(error, this.#model.on, useSelfie);
    this.#notices.post('processor', lost ?? processorNotice(error, again));
  }
}
