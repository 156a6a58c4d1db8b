import { describe, expect, it } from 'vitest';
import { BROWSER_MODELS, fetchBackend, fetchPlan } from './testing/browser-models';
import { GOLDEN_TOLERANCE, worstGoldenError } from './testing/golden-files';

const notice = __SHARED_DATA__ ? '' : ' (skipped: ../shared/data/golden is absent)';

async function readGolden(path: string): Promise<Uint8Array> {
  const response = await fetch(`/@fs${__SHARED_DATA__}/golden/${path}`);
  expect(response.status, path).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

describe.each(BROWSER_MODELS)('$name', ({ url, folder }) => {
  it.skipIf(!__SHARED_DATA__).each(['relaxed', 'plain'] as const)(
    `gives what TensorFlow Lite gives, on the %s build of the kernels${notice}`,
    async (build) => {
      const session = (await fetchBackend(build)).prepare(await fetchPlan(url));
      const worst = await worstGoldenError(session, (name) => readGolden(`${folder}/${name}`));
      console.info(`${folder}, ${build}: largest error ${worst.toExponential(2)}`);
      expect(worst).toBeLessThan(GOLDEN_TOLERANCE);
      session.close();
    },
    20_000,
  );
});
