import {
  cannotRecordNotice,
  microphoneNotice,
  NO_PICTURE_YET,
  recordedNotice,
} from '../notices/capture-notices';
import type { NoticeBoard } from '../notices/notice-board';
import { element } from '../page/element';
import type { Source } from '../sources/source';
import { RecordButton } from './record-button';
import { Recording, type Recorded } from './recording';
import { recordingFormat, type RecordingFormat } from './recording-format';
import { fileName, saveFile } from './saved-file';
import { snapshotOf } from './snapshot';

/** What can be taken away from the page: a snapshot, a recording. */
export class CapturePanel {
  readonly #notices: NoticeBoard;
  readonly #after = element('after', HTMLVideoElement);
  readonly #button = new RecordButton(() => this.#press());
  #output: MediaStreamTrack | undefined;
  #source: Source | undefined;
  #recording: Recording | undefined;

  constructor({ notices }: { readonly notices: NoticeBoard }) {
    this.#notices = notices;
    element('snapshot', HTMLButtonElement).addEventListener('click', () => void this.#snap());
  }

  /** Another output track is on; a recording of the former one ends and is saved. */
  onOutput(track: MediaStreamTrack): void {
    if (track !== this.#output) this.#recording?.stop('output');
    this.#output = track;
  }

  /** Another source is on; a recording goes on with its sound. */
  onSource(source: Source): void {
    this.#source = source;
    if (this.#recording) void this.#hear(this.#recording, source);
  }

  /** Ends and saves a recording that is on. */
  close(): void {
    this.#recording?.stop();
  }

  async #snap(): Promise<void> {
    this.#notices.clear('snapshot');
    const picture = await snapshotOf(this.#after);
    if (picture) saveFile(picture, fileName('png'));
    else this.#notices.post('snapshot', NO_PICTURE_YET);
  }

  #press(): void {
    if (this.#recording) this.#recording.stop();
    else this.#record();
  }

  #record(): void {
    this.#notices.clear('recording');
    const [track, format] = [this.#output, recordingFormat()];
    if (!format) this.#notices.post('recording', cannotRecordNotice());
    else if (track?.readyState !== 'live') this.#notices.post('recording', NO_PICTURE_YET);
    else this.#begin(track, format);
  }

  #begin(track: MediaStreamTrack, format: RecordingFormat): void {
    try {
      const recording = new Recording(track, format);
      this.#recording = recording;
      this.#button.show(recording);
      addEventListener('beforeunload', warnOfLoss);
      if (this.#source) void this.#hear(recording, this.#source);
      void recording.recorded.then((recorded) => this.#save(recorded));
    } catch (thrown) {
      this.#notices.post('recording', cannotRecordNotice(thrown));
    }
  }

  async #hear(recording: Recording, source: Source): Promise<void> {
    this.#notices.clear('microphone');
    try {
      await recording.hear(source);
    } catch (thrown) {
      // Nobody waits for it any more where the recording is over, or another source is on.
      const isAwaited = recording === this.#recording && source === this.#source;
      if (isAwaited) this.#notices.post('microphone', microphoneNotice(thrown));
    }
  }

  #save(recorded: Recorded): void {
    this.#recording = undefined;
    this.#button.show();
    removeEventListener('beforeunload', warnOfLoss);
    this.#notices.clear('microphone');
    if (recorded.content.size > 0) saveFile(recorded.content, recorded.name);
    const notice = recordedNotice(recorded);
    if (notice) this.#notices.post('recording', notice);
  }
}

/** Has the browser ask before the page is left: what is being recorded would be lost. */
const warnOfLoss = (event: BeforeUnloadEvent): void => event.preventDefault();
