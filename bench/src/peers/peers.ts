import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { PeersOptions } from '../args/options';
import type { Stage } from '../browser/in-browser';
import { prepareClip } from '../clip/prepare-clip';
import { buildPage } from '../site/build-page';
import { requireProc } from '../system/process-tree';
import { buildPeersPage, PEERS_HEADERS } from './build-peers-page';
import { installPeers, PEERS_FOLDER } from './install-peers';
import { ALWAYS, PEER_NAMES, PEER_PACKAGES, type PeerName } from './peer-names';
import { peersResult, type PeerReading, type PeersResult } from './peers-result';
import { runPeer } from './run-peer';

const ENGINE = fileURLToPath(new URL('../../../packages/engine', import.meta.url));

/** The peers and ours in turn on one clip, each in fresh browsers, as often as asked. */
export async function peers(options: PeersOptions): Promise<PeersResult> {
  requireProc();
  installPeers();
  const camera = await prepareClip(options.clip, options, await buildPage());
  const stage = { folder: await buildPeersPage(), camera, headers: PEERS_HEADERS };
  const outcomes = await runAll(namesOf(options), stage, options);
  return peersResult(await Promise.all(outcomes.map(withVersion)));
}

const namesOf = ({ only }: PeersOptions): PeerName[] =>
  PEER_NAMES.filter((name) => !only || only.includes(name) || ALWAYS.includes(name));

interface Outcome {
  readonly name: PeerName;
  readonly readings: PeerReading[];
  readonly failures: string[];
}

/** All of them once, then all of them again, so that none has a quieter hour than the others. */
async function runAll(
  names: readonly PeerName[],
  stage: Stage,
  options: PeersOptions,
): Promise<Outcome[]> {
  const outcomes = names.map((name): Outcome => ({ name, readings: [], failures: [] }));
  for (let run = 1; run <= options.runs; run++) {
    for (const { name, readings, failures } of outcomes) {
      console.error(`Run ${run} of ${options.runs}: ${name} …`);
      await runPeer(name, stage, options).then(
        (reading) => readings.push(reading),
        (error: unknown) => failures.push(reasonOf(error)),
      );
    }
  }
  return outcomes;
}

/** Playwright adds where it came from: its own call in front, the page's stack below. */
const reasonOf = (error: unknown): string =>
  /^(?:Error: )?(?:page\.evaluate: )?(?:Error: )?(.*)/.exec(String(error))?.[1] ?? '';

async function withVersion(outcome: Outcome): Promise<Outcome & { version: string | null }> {
  return { ...outcome, version: await versionOf(outcome.name) };
}

async function versionOf(peer: PeerName): Promise<string | null> {
  const name = PEER_PACKAGES[peer];
  if (!name) return null;
  const folder = name === 'cyclorama' ? ENGINE : `${PEERS_FOLDER}/node_modules/${name}`;
  const text = await readFile(`${folder}/package.json`, 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
