import { ModelLoadError } from '../errors';
import type { MaskCalls, SegmentArgs, SegmenterCalls } from '../segment/worker-segmenter';
import { serveCalls } from '../worker/channel';
import { workerScope } from '../worker/worker-scope';
import type { FakeSettings } from './fake-segmenters';
import { paintMiddle, paintRed } from './paint-mask';

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let settings: FakeSettings;

async function segment(args: SegmentArgs): Promise<MaskCalls['segment']['result']> {
  await sleep(settings.lateMs);
  if (settings.person === 'red') paintRed(args);
  else paintMiddle(args);
  return { pixels: args.pixels, mask: args.mask };
}

serveCalls<SegmenterCalls>(workerScope, {
  open: async (args) => {
    settings = args.settings as FakeSettings;
    await sleep(settings.openMs);
    if (settings.missing) throw new ModelLoadError('/models/fake.json is missing: npm run models.');
    return { backend: 'fake-cpu' };
  },
  change: (args) => {
    settings = args.settings as FakeSettings;
    if (settings.missing) throw new ModelLoadError('/models/fake.json is missing: npm run models.');
  },
  connect: ({ port }) => {
    serveCalls<MaskCalls>(port, { segment });
    port.start();
  },
  holdings: () => ({ tensors: 0 }),
});

workerScope.addEventListener('message', ({ data }: MessageEvent<{ readonly order?: 'break' }>) => {
  if (data.order === 'break') reportError(new Error('made to break'));
});
