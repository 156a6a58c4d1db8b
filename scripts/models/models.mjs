// npm run models [-- --from URL_OR_FOLDER --to FOLDER --model PATH …]
//
// Puts BodyPix' weights and TensorFlow.js' .wasm files where the studio serves them. Only when a
// person asks for it: nothing else of the repository runs this, or fetches from elsewhere.
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { copyTfjs } from './copy-tfjs.mjs';
import { fetchModels } from './fetch-models.mjs';
import { KNOWN_MODELS, PUBLISHER, STUDIO_MODELS } from './known-files.mjs';

const USAGE = `Usage: npm run models [-- --from URL_OR_FOLDER] [--to FOLDER] [--model PATH …]
  --from   where the files come from: ${PUBLISHER}
  --to     what is served as models/: ${relative('', STUDIO_MODELS)}
  --model  a model.json of the publisher's tree, as ${KNOWN_MODELS[0]};
           without it the ${KNOWN_MODELS.length} whose hashes are known`;

const options = {
  from: { type: 'string', default: PUBLISHER },
  to: { type: 'string', default: STUDIO_MODELS },
  model: { type: 'string', multiple: true, default: KNOWN_MODELS },
  help: { type: 'boolean', default: false },
};

async function getModels({ from, to, model: models }) {
  const log = (line) => console.log(line);
  await fetchModels({ from, to, models, log });
  await copyTfjs({ to, log });
  console.log('A page that is being served gets them when it is built or started anew.');
}

try {
  const { values } = parseArgs({ options });
  if (values.help) console.log(USAGE);
  else await getModels(values);
} catch (thrown) {
  console.error(thrown.message);
  process.exitCode = 1;
}
