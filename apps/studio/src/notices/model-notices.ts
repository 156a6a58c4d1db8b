import { CycloramaError } from 'cyclorama';
import { modelName } from '../model/model-name';
import type { ModelSettings } from '../model/model-values';
import { modelOf } from '../model/presets';
import type { Notice } from './notice';

/** What can be done about a model that is not to be had. */
export interface ModelRemedies {
  readonly useSelfie: () => void;
  readonly again: () => void;
}

const STAYS = 'The model that was on works on.';

/** Says that a model that was chosen could not be put in force. */
export function modelNotice(
  thrown: unknown,
  settings: ModelSettings,
  { useSelfie, again }: ModelRemedies,
): Notice {
  const { segmenter } = modelOf(settings);
  const action =
    segmenter === 'selfie'
      ? { label: 'Try again', run: again }
      : { label: 'Use the selfie model', run: useSelfie };
  return {
    title: titleOf(settings),
    remedy: `${reasonOf(thrown)} ${STAYS}`,
    action,
    detail: thrown,
  };
}

const HIDDEN = 'Until then only the background is shown.';

/** Says that the segmenter that is on is not to be had, where that is what an error means. */
export function lostModelNotice(
  error: unknown,
  settings: ModelSettings,
  useSelfie: () => void,
): Notice | undefined {
  const code = error instanceof CycloramaError ? error.code : undefined;
  if (modelOf(settings).segmenter === 'selfie') return undefined;
  if (code !== 'model-load' && code !== 'worker-lost') return undefined;
  const action = { label: 'Use the selfie model', run: useSelfie };
  return {
    title: titleOf(settings),
    remedy: `${reasonOf(error)} ${HIDDEN}`,
    action,
    detail: error,
  };
}

function titleOf(settings: ModelSettings): string {
  const name = modelName(modelOf(settings));
  return `${name[0]?.toUpperCase()}${name.slice(1)} could not be loaded.`;
}

/** The engine names what it asked for; of that only the file is of interest here. */
function reasonOf(thrown: unknown): string {
  const message = thrown instanceof CycloramaError ? thrown.message : '';
  const [file] = /\bmodels\/[\w./-]*\w/.exec(message) ?? [];
  return file === undefined
    ? 'Check the network and try again.'
    : `${file} could not be fetched. Whoever serves this page runs ‘npm run models’ and starts it anew.`;
}
