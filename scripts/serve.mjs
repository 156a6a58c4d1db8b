import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort } from './free-port.mjs';
import { importMeeting } from './import-meeting.mjs';
import { ROOT } from './run-command.mjs';
import { readStartOptions, USAGE, UsageError } from './start-options.mjs';

/** What `npm run build` makes, by where it is served. */
const PAGES = { '/': join(ROOT, 'dist'), '/meeting/': join(ROOT, 'apps/meeting/web/dist') };

/** Serves what is built, until the process is asked to stop. */
export async function serve({ mayMove, ...options }) {
  const port = mayMove ? await findFreePort(options.port) : options.port;
  // The one service of AWS that is asked here is our own.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const { startLocalMeeting } = await importMeeting();
  const meeting = await startLocalMeeting({ ...options, port, mediaPort: port, pages: PAGES });
  closeWhenAsked(meeting);
  console.log(describe(meeting, options).join('\n'));
}

/** Once: a second signal ends the process as it would without us. */
function closeWhenAsked(meeting) {
  const close = async () => {
    console.log('\nClosing; all who are in calls are told.');
    await meeting.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, close);
  if (process.env.npm_lifecycle_event) whenOrphaned(close);
}

/** The shell between npm and us passes no signal on: we would be left over, and hold the port. */
function whenOrphaned(act) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    void act();
  }, 200).unref();
}

function describe({ url, port }, { tls, host, dataFolder }) {
  return [
    '',
    `Cyclorama studio:  ${url}/`,
    `Cyclorama meeting: ${url}/meeting/`,
    ...(tls ? lanLines(host, port) : LOCAL_ONLY),
    `Rooms and chat are kept in ${dataFolder}.`,
    'Press Ctrl-C to end.',
  ];
}

const LOCAL_ONLY = [
  'For windows on this machine: others need --host, --tls-cert and --tls-key (docs/meeting.md).',
];

/** Where others reach it; which name the certificate has is not known here. */
function lanLines(host, port) {
  const isAll = host === '0.0.0.0' || host === '::';
  const own = Object.values(networkInterfaces())
    .flat()
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  return isAll
    ? own.map((address) => `On other machines: https://${address}:${port}/meeting/`)
    : [];
}

/** Follows a command line; `prepare` comes before all that must be installed. */
export async function runServe(args, prepare = async () => {}) {
  try {
    const options = readStartOptions(args);
    if (!options) return void console.log(USAGE);
    await prepare();
    await serve(options);
  } catch (error) {
    console.error(error.message);
    if (error instanceof UsageError) console.error('See npm start -- --help.');
    process.exit(error instanceof UsageError ? 2 : 1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runServe(process.argv.slice(2));
