import { CycloramaError } from 'cyclorama';

/** What one brings into a meeting, and hears it through. */
export type DeviceKind = 'camera' | 'microphone' | 'speaker';

/** What can go wrong with a device. */
export type DeviceFailure =
  /** There is none. */
  | 'absent'
  /** It was unplugged, and there is no other. */
  | 'gone'
  | 'denied'
  | 'in-use'
  /** Browsers give devices to secure origins alone. */
  | 'insecure'
  /** The browser lacks what puts a background behind one. */
  | 'unsupported'
  /** The picture could not be worked on: the room is hidden, oneself too. */
  | 'processing'
  | 'unknown';

/** A device cannot be had. What people are told of it stands in `texts/devices.ts`. */
export class DeviceProblem extends Error {
  override readonly name = 'DeviceProblem';

  constructor(
    readonly device: DeviceKind,
    readonly failure: DeviceFailure,
    options?: ErrorOptions,
  ) {
    super(`The ${device} cannot be used: ${failure}.`, options);
  }
}

const FAILURES: Readonly<Record<string, DeviceFailure>> = {
  NotFoundError: 'absent',
  OverconstrainedError: 'absent',
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotReadableError: 'in-use',
  AbortError: 'in-use',
};

/** Says what a rejection of the browser's means. */
export function deviceProblem(device: DeviceKind, thrown: unknown): DeviceProblem {
  if (thrown instanceof DeviceProblem) return thrown;
  return new DeviceProblem(device, failureOf(thrown), { cause: thrown });
}

function failureOf(thrown: unknown): DeviceFailure {
  if (thrown instanceof CycloramaError) {
    return thrown.code === 'unsupported' ? 'unsupported' : 'processing';
  }
  return FAILURES[thrown instanceof Error ? thrown.name : ''] ?? 'unknown';
}
