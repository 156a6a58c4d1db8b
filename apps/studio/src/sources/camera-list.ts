/** The cameras by name, in a select; it follows what is plugged in and out. */
export class CameraList {
  readonly #devices = navigator.mediaDevices as MediaDevices | undefined;

  /**
   * @param select - Gets one option for each camera.
   * @param field - What is shown of it, where there is a choice at all.
   */
  constructor(
    private readonly select: HTMLSelectElement,
    private readonly field: HTMLElement,
  ) {
    this.#devices?.addEventListener('devicechange', () => void this.refresh());
  }

  /** The chosen camera's id; empty for the browser's choice. */
  get chosen(): string {
    return this.select.value;
  }

  /** Shows that this camera is the one in use. */
  choose(deviceId: string): void {
    this.select.value = deviceId;
  }

  /** Lists again. Browsers tell names only once a camera was allowed. */
  async refresh(): Promise<void> {
    const devices = (await this.#devices?.enumerateDevices().catch(() => [])) ?? [];
    const cameras = devices.filter(({ kind }) => kind === 'videoinput');
    const { chosen } = this;
    this.select.replaceChildren(
      ...cameras.map(
        ({ deviceId, label }, index) => new Option(label || `Camera ${index + 1}`, deviceId),
      ),
    );
    this.field.hidden = cameras.length < 2;
    if (cameras.some(({ deviceId }) => deviceId === chosen)) this.choose(chosen);
  }
}
