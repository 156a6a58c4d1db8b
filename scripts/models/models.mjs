// npm run models [-- --from URL_OR_FOLDER --to FOLDER --model PATH …]
//
// Puts BodyPix' weights and TensorFlow.js' .wasm files where the studio serves them. Only when a
// person asks for it: nothing else of the repository runs this, or fetches from elsewhere.
import { parseArgs } from 'node:util';
import { copyTfjs } from './copy-tfjs.mjs';
import { fetchModels } from './fetch-models.mjs';
import { KNOWN_MODELS, PUBLISHER, STUDIO_MODELS } from './known-files.mjs';

const options = {
  from: { type: 'string', default: PUBLISHER },
  to: { type: 'string', default: STUDIO_MODELS },
  model: { type: 'string', multiple: true, default: KNOWN_MODELS },
};

try {
  const { values } = parseArgs({ options });
  const log = (line) => console.log(line);
  await fetchModels({ from: values.from, to: values.to, models: values.model, log });
  await copyTfjs({ to: values.to, log });
} catch (thrown) {
  console.error(thrown.message);
  process.exitCode = 1;
}
