import { listOf, objectOf, textOf } from './json';

const MAX_GROUPS = 256;
const MAX_SHARDS = 4096;

/** The parts of a manifest: weights that stand one after the other in some files. */
export function manifestGroups(model: unknown): readonly { paths: unknown; weights: unknown }[] {
  const { weightsManifest } = objectOf('model', 'the file', model);
  const groups = listOf('model', 'weightsManifest', weightsManifest, MAX_GROUPS);
  return groups.map((group) => {
    const { paths, weights } = objectOf('model', 'a group of weightsManifest', group);
    return { paths, weights };
  });
}

/**
 * Where the weights of a graph model lie, relative to its `model.json`, in the order in which
 * `loadGraphPlan` wants them.
 * @param model - The parsed `model.json`.
 * @throws ModelLoadError when the file does not say it.
 */
export function shardPathsOf(model: unknown): readonly string[] {
  return manifestGroups(model).flatMap(({ paths }) =>
    listOf('model', 'the paths of weightsManifest', paths, MAX_SHARDS).map((path) =>
      textOf('model', 'a path of weightsManifest', path),
    ),
  );
}
