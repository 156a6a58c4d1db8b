import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './run-command.mjs';

export const USAGE = `Usage: npm start -- [options]

Builds what is needed, and serves the studio and the meeting from this machine.

  --port N            TCP port of all pages, UDP port of all media (4173, or the next that is free;
                      0: any)
  --host ADDRESS      what to listen on (127.0.0.1: this machine alone); others need a certificate
  --tls-cert FILE     certificate with its chain, PEM
  --tls-key FILE      its key, PEM
  --media-address IP  where people reach the UDP port, if not at --host; may be repeated
  --data FOLDER       where rooms and chat are kept (.data)
  --help`;

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  'media-address': { type: 'string', multiple: true, default: [] },
  data: { type: 'string', default: join(ROOT, '.data') },
  help: { type: 'boolean', short: 'h', default: false },
};

const DEFAULT_PORT = 4173;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/** A command line that cannot be followed; its message says why. */
export class UsageError extends Error {}

/** What the command line asks for; undefined: how it is used. @throws UsageError */
export function readStartOptions(args) {
  const values = parse(args);
  if (values.help) return undefined;
  const { host, data } = values;
  const tls = readTls(values['tls-cert'], values['tls-key']);
  if (!tls && !LOOPBACK.test(host)) throw new UsageError(needsTls(host));
  return {
    ...{ host, tls, dataFolder: resolve(data), mediaAddresses: readAddresses(values) },
    port: values.port === undefined ? DEFAULT_PORT : readPort(values.port),
    // Who names a port wants this one and no other.
    mayMove: values.port === undefined,
  };
}

function parse(args) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError(error.message);
  }
}

function readPort(text) {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new UsageError(`--port must be a number from 0 to 65535, got "${text}".`);
}

function readAddresses({ 'media-address': addresses }) {
  const wrong = addresses.find((address) => isIP(address) === 0);
  if (wrong === undefined) return addresses;
  throw new UsageError(`--media-address must be an IP address, got "${wrong}".`);
}

function readTls(cert, key) {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined) throw new UsageError('--tls-key needs --tls-cert beside it.');
  if (key === undefined) throw new UsageError('--tls-cert needs --tls-key beside it.');
  return { cert: readPem('--tls-cert', cert), key: readPem('--tls-key', key) };
}

function readPem(flag, path) {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError(`${flag}: ${path} cannot be read (${error.code ?? error.message}).`);
  }
}

const needsTls = (host) =>
  `--host ${host} needs --tls-cert and --tls-key: browsers give cameras and microphones to pages of ` +
  'other machines over https alone. docs/meeting.md says how to make a certificate.';
