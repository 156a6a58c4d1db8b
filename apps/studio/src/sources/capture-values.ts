import { element } from '../page/element';

export const RESOLUTIONS = [360, 540, 720, 1080] as const;
export const RATES = [15, 24, 30, 60] as const;

/** What is wished of a camera, and of a shared screen by its rate. The nearest is what comes. */
export interface CaptureValues {
  /** As enumerateDevices tells it; empty for the browser's choice. */
  readonly camera: string;
  /** The picture's height in pixels, at 16:9. */
  readonly resolution: (typeof RESOLUTIONS)[number];
  /** Frames a second. */
  readonly rate: (typeof RATES)[number];
}

/** What a call uses: more costs the network more than it shows. */
export const CALL_VALUES: CaptureValues = { camera: '', resolution: 720, rate: 30 };

/** The selects of resolution and rate. */
export class CaptureFields {
  readonly #resolution = element('resolution', HTMLSelectElement);
  readonly #rate = element('rate', HTMLSelectElement);

  constructor(onChange: () => void) {
    for (const select of [this.#resolution, this.#rate]) {
      select.addEventListener('change', onChange);
    }
  }

  get values(): Omit<CaptureValues, 'camera'> {
    const resolution = RESOLUTIONS.find((height) => String(height) === this.#resolution.value);
    const rate = RATES.find((perSecond) => String(perSecond) === this.#rate.value);
    return {
      resolution: resolution ?? CALL_VALUES.resolution,
      rate: rate ?? CALL_VALUES.rate,
    };
  }

  /** Shows these values. */
  restore({ resolution, rate }: Omit<CaptureValues, 'camera'>): void {
    this.#resolution.value = String(resolution);
    this.#rate.value = String(rate);
  }
}
