import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where Google publishes BodyPix' weights, as `@tensorflow-models/body-pix` has it. */
export const PUBLISHER = 'https://storage.googleapis.com/tfjs-models/savedmodel/bodypix/';

/** What the studio serves as `models/`; git ignores it. */
export const STUDIO_MODELS = fileURLToPath(
  new URL('../../apps/studio/public/models', import.meta.url),
);

/** The sha256 of files that we know, by their path below the publisher's folder. */
export const KNOWN_SHA256 = JSON.parse(
  readFileSync(new URL('../../models/bodypix-sha256.json', import.meta.url), 'utf8'),
);

/** The models of which we know every file. */
export const KNOWN_MODELS = Object.keys(KNOWN_SHA256).filter((path) => path.endsWith('.json'));
