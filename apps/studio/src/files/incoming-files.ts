import { element } from '../page/element';
import { fileKind } from './file-kind';

/** Who takes the files that come. */
export interface FileListener {
  onPicture(file: File): void;
  onMovie(file: File): void;
  /** Neither a picture nor a movie. */
  onOther(file: File): void;
}

/** Files that are dropped anywhere on the page, or pasted. */
export class IncomingFiles {
  readonly #hint = element('drop-hint', HTMLElement);
  readonly #closing = new AbortController();
  #isFromPage = false;

  constructor(private readonly listener: FileListener) {
    this.#on('dragstart', () => (this.#isFromPage = true));
    this.#on('dragend', () => (this.#isFromPage = false));
    this.#on('dragover', (event) => this.#drag(event));
    this.#on('dragleave', ({ relatedTarget }) => this.#leave(relatedTarget));
    this.#on('drop', (event) => this.#drop(event));
    this.#on('paste', (event) => this.#take(event, event.clipboardData));
  }

  /** Takes no more files. */
  close(): void {
    this.#closing.abort();
  }

  #on<Name extends keyof DocumentEventMap>(
    name: Name,
    act: (event: DocumentEventMap[Name]) => void,
  ): void {
    document.addEventListener(name, act, { signal: this.#closing.signal });
  }

  #drag(event: DragEvent): void {
    if (!this.#hasFiles(event)) return;
    // Only where a drop is said to be welcome does it come; else the browser leaves the page for it.
    event.preventDefault();
    this.#hint.hidden = false;
  }

  #leave(enters: EventTarget | null): void {
    if (enters === null) this.#hint.hidden = true;
  }

  #drop(event: DragEvent): void {
    this.#hint.hidden = true;
    if (this.#hasFiles(event)) this.#take(event, event.dataTransfer);
  }

  /** Pictures of the page itself count as files too while they are dragged. */
  #hasFiles({ dataTransfer }: DragEvent): boolean {
    return !this.#isFromPage && dataTransfer?.types.includes('Files') === true;
  }

  #take(event: Event, from: DataTransfer | null): void {
    const files = [...(from?.files ?? [])];
    const file = files.find((each) => fileKind(each)) ?? files[0];
    if (!file) return;
    event.preventDefault();
    const kind = fileKind(file);
    if (kind === 'picture') this.listener.onPicture(file);
    else if (kind === 'movie') this.listener.onMovie(file);
    else this.listener.onOther(file);
  }
}
