import type { SegmentArgs, SegmenterCalls, MaskCalls } from '../segment/worker-segmenter';
import { serveCalls, type MessageEnd } from '../worker/channel';
import type { WorkerSettings } from './worker-settings';

/** Weights that are loaded, and what runs them. */
export interface BodypixNet {
  /** `wasm` of ours, `tfjs-wasm`, `tfjs-webgl` or `tfjs-webgpu`. */
  readonly backend: string;
  /**
   * Finds out by a small picture whether the weights can do what is set; at once where that is known.
   * @throws ModelLoadError where they cannot.
   */
  check(settings: WorkerSettings): void | Promise<void>;
  /** Fills `args.mask`. */
  segment(args: SegmentArgs, settings: WorkerSettings): void | Promise<void>;
  /** How many tensors it holds, weights among them. */
  tensorCount(): number;
}

/** Serves a processor from a worker, whatever runs the network. */
export function serveSegmenter(
  scope: MessageEnd,
  openNet: (settings: WorkerSettings) => Promise<BodypixNet>,
): void {
  let settings: WorkerSettings;
  let net: BodypixNet | undefined;

  serveCalls<SegmenterCalls>(scope, {
    open: async (args) => {
      settings = args.settings as WorkerSettings;
      net = await openNet(settings);
      return { backend: net.backend };
    },
    // Refused ones leave those before in force.
    change: async (args) => {
      const next = args.settings as WorkerSettings;
      await net?.check(next);
      settings = next;
    },
    connect: ({ port }) => {
      serveCalls<MaskCalls>(port, { segment });
      port.start();
    },
    holdings: () => ({ tensors: net?.tensorCount() ?? 0 }),
  });

  async function segment(args: SegmentArgs): Promise<MaskCalls['segment']['result']> {
    if (!net) throw new Error('A picture came before the weights were loaded.');
    await net.segment(args, settings);
    return { pixels: args.pixels, mask: args.mask };
  }
}
