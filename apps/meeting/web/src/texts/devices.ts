import type { DeviceFailure, DeviceKind } from '../media/device-problem';

/** What is the matter, and what to do. */
export interface Saying {
  readonly title: string;
  readonly remedy: string;
}

const INSECURE: Saying = {
  title: 'Camera and microphone cannot be used at this address.',
  remedy: 'Browsers allow them only over https or on localhost. Open the page at such an address.',
};

const CAMERA: Partial<Record<DeviceFailure, Saying>> = {
  absent: {
    title: 'No camera was found.',
    remedy: 'Plug one in and try again, or go on without.',
  },
  gone: {
    title: 'Your camera was disconnected.',
    remedy: 'Plug it in again, or go on without.',
  },
  denied: {
    title: 'The camera is not allowed.',
    remedy:
      'Allow it in the browser’s address bar, and where the system asks, in its settings; then try again. You can go on without.',
  },
  'in-use': {
    title: 'The camera is in use or not responding.',
    remedy: 'Close other programs that use it, such as another call, and try again.',
  },
  unsupported: {
    title: 'This browser cannot put a background behind you.',
    remedy: 'Your camera stays off. Use a current Chrome, Edge or Firefox, or go on without.',
  },
  processing: {
    title: 'Your background could not be put up.',
    remedy: 'Until it is, nobody sees you or your room. Try again.',
  },
  insecure: INSECURE,
};

const MICROPHONE: Partial<Record<DeviceFailure, Saying>> = {
  absent: {
    title: 'No microphone was found.',
    remedy: 'Plug one in and try again, or go on and listen.',
  },
  gone: {
    title: 'Your microphone was disconnected.',
    remedy: 'Plug it in again, or choose another one.',
  },
  denied: {
    title: 'The microphone is not allowed.',
    remedy:
      'Allow it in the browser’s address bar, and where the system asks, in its settings; then try again. You can go on and listen.',
  },
  'in-use': {
    title: 'The microphone is in use or not responding.',
    remedy: 'Close other programs that use it, and try again.',
  },
  insecure: INSECURE,
};

const SPEAKER: Partial<Record<DeviceFailure, Saying>> = {
  absent: {
    title: 'The speaker was not found.',
    remedy: 'Choose another one.',
  },
};

const KNOWN: Readonly<Record<DeviceKind, Partial<Record<DeviceFailure, Saying>>>> = {
  camera: CAMERA,
  microphone: MICROPHONE,
  speaker: SPEAKER,
};

/** Of one's own devices, in lobby and room. */
export const DEVICE = {
  camera: 'Camera',
  microphone: 'Microphone',
  speaker: 'Speaker',
  resolution: 'Picture size',
  resolutions: {
    '360p': 'Small (360p), for slow connections',
    '540p': 'Middle (540p)',
    '720p': 'Large (720p)',
  },
  /** While no device of a kind may be named, or there is none. */
  usual: 'The browser’s choice',
  replaced: {
    camera: 'The camera you had chosen is not connected. Another one is used.',
    microphone: 'The microphone you had chosen is not connected. Another one is used.',
    speaker: 'The speaker you had chosen is not connected. Another one is used.',
  },
  dismiss: 'Dismiss',
} as const;

/** What a person is told of a device that cannot be had. */
export const saidOf = ({
  device,
  failure,
}: {
  readonly device: DeviceKind;
  readonly failure: DeviceFailure;
}): Saying =>
  KNOWN[device][failure] ?? {
    title: `The ${device} could not be used.`,
    remedy: 'Try again, or choose another one.',
  };
