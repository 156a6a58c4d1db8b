/** What the CDK's command line runs. */
import { fileURLToPath } from 'node:url';
import { makeApp } from './make-app';
import { readSettings } from './settings';

const folders = {
  lambdaFolder: fileURLToPath(new URL('../../api/dist/lambda', import.meta.url)),
  siteFolder: fileURLToPath(new URL('../../web/dist', import.meta.url)),
};

const { app } = makeApp((it) => {
  const context = (name: string) => it.node.tryGetContext(name) as string | undefined;
  return readSettings(context, folders);
});
app.synth();
