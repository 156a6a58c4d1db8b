import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { KNOWN_SHA256 } from './known-files.mjs';
import { writeWhole } from './write-whole.mjs';

/**
 * Gets graph models and their shards. What has been got is written only when all of a model is there
 * and right, each file whole, so that a broken line leaves nothing broken behind.
 * @param {object} options
 * @param {string} options.from - Address or folder that has the publisher's tree.
 * @param {string} options.to - The folder that is served as `models/`.
 * @param {readonly string[]} options.models - Paths such as `mobilenet/quant2/075/model-stride16.json`.
 * @param {Readonly<Record<string, string>>} [options.known] - The sha256 of files by their paths.
 * @param {(line: string) => void} options.log
 */
export async function fetchModels({ from, to, models, known = KNOWN_SHA256, log }) {
  const base = baseOf(from);
  for (const model of models) {
    const files = await filesOf(requirePath(model), base, known);
    for (const [path, bytes] of files) {
      await writeWhole(join(to, 'bodypix', path), bytes);
      const checked = path in known ? 'as it should be' : `not known here, sha256 ${sha256(bytes)}`;
      log(`${path}: ${bytes.length} bytes, ${checked}`);
    }
  }
}

/** A model's own file and its shards, by their paths. */
async function filesOf(model, base, known) {
  const json = await get(model, base, known);
  const files = [[model, json]];
  for (const shard of shardsOf(json, new URL(model, base).href)) {
    const path = posix.join(posix.dirname(model), requirePath(shard));
    files.push([path, await get(path, base, known)]);
  }
  return files;
}

async function get(path, base, known) {
  const url = new URL(path, base);
  const bytes = await read(url);
  const [wanted, got] = [known[path], sha256(bytes)];
  if (wanted === undefined || wanted === got) return bytes;
  throw new Error(`${url.href} is not the file that we know: its sha256 is ${got}, not ${wanted}.`);
}

async function read(url) {
  try {
    if (url.protocol === 'file:') return await readFile(url);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  } catch (cause) {
    const why = cause.cause?.message ?? cause.message;
    throw new Error(`${url.href} cannot be had: ${why}. Name another place by --from.`, { cause });
  }
}

function shardsOf(json, url) {
  try {
    return JSON.parse(json.toString()).weightsManifest.flatMap(({ paths }) => paths);
  } catch (cause) {
    throw new Error(`${url} is no graph model of TensorFlow.js: ${cause.message}.`, { cause });
  }
}

/** What comes from elsewhere is not to name files outside the folder. */
function requirePath(path) {
  const isBelow = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(path);
  if (isBelow) return path;
  throw new Error(`${path} is no path such as mobilenet/quant2/075/model-stride16.json.`);
}

function baseOf(from) {
  const isAddress = /^https?:/.test(from);
  const base = isAddress ? from : pathToFileURL(from).href;
  return base.endsWith('/') ? base : `${base}/`;
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
