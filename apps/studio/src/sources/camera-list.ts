/**
 * The cameras by name, in a select whose first option is the browser's choice. It follows what is
 * plugged in and out, and keeps the choice: a camera that is gone may come back.
 */
export class CameraList {
  readonly #devices = navigator.mediaDevices as MediaDevices | undefined;
  readonly #names = new Map<string, string>();
  readonly #select: HTMLSelectElement;
  readonly #first: HTMLOptionElement[];

  constructor(select: HTMLSelectElement) {
    this.#select = select;
    this.#first = [...select.options].slice(0, 1);
    this.#devices?.addEventListener('devicechange', () => void this.refresh());
  }

  /** The chosen camera's id; empty for the browser's choice. */
  get chosen(): string {
    return this.#select.value;
  }

  /** Chooses a camera, whether it is there or not. */
  choose(deviceId: string): void {
    const isListed = [...this.#select.options].some(({ value }) => value === deviceId);
    if (!isListed) this.#select.append(this.#absent(deviceId));
    this.#select.value = deviceId;
  }

  /** Lists again. Browsers tell ids and names only once a camera was allowed. */
  async refresh(): Promise<void> {
    const devices = (await this.#devices?.enumerateDevices().catch(() => [])) ?? [];
    const cameras = devices.filter(
      ({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '',
    );
    const { chosen } = this;
    cameras.forEach(({ deviceId, label }, index) => {
      this.#names.set(deviceId, label || `Camera ${index + 1}`);
    });
    this.#select.replaceChildren(
      ...this.#first,
      ...cameras.map(({ deviceId }) => new Option(this.#names.get(deviceId), deviceId)),
    );
    this.choose(chosen);
  }

  #absent(deviceId: string): HTMLOptionElement {
    const name = this.#names.get(deviceId);
    // Without a name none was allowed yet, and nobody can tell whether it is there.
    return new Option(name ? `${name} (not connected)` : 'The camera of last time', deviceId);
  }
}
