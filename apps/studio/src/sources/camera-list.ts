/** The cameras by name, in a select; it follows what is plugged in and out. */
export class CameraList {
  readonly #select: HTMLSelectElement;
  readonly #devices = navigator.mediaDevices as MediaDevices | undefined;

  constructor(select: HTMLSelectElement) {
    this.#select = select;
    this.#devices?.addEventListener('devicechange', () => void this.refresh());
  }

  /** The chosen camera's id; empty for the browser's choice. */
  get chosen(): string {
    return this.#select.value;
  }

  /** Shows that this camera is the one in use. */
  choose(deviceId: string): void {
    this.#select.value = deviceId;
  }

  /** Lists again. Browsers tell names only once a camera was allowed. */
  async refresh(): Promise<void> {
    const devices = (await this.#devices?.enumerateDevices().catch(() => [])) ?? [];
    const cameras = devices.filter(({ kind }) => kind === 'videoinput');
    const options = cameras.map(({ deviceId, label }, index) =>
      this.#option(label || `Camera ${index + 1}`, deviceId),
    );
    const { chosen } = this;
    this.#select.replaceChildren(
      ...(options.length > 0 ? options : [this.#option('No camera found', '')]),
    );
    this.#select.disabled = options.length === 0;
    if (cameras.some(({ deviceId }) => deviceId === chosen)) this.choose(chosen);
  }

  #option(text: string, value: string): HTMLOptionElement {
    return new Option(text, value);
  }
}
