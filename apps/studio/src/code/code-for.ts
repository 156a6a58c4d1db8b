import type { Background } from 'cyclorama';
import { isPicture, type BackgroundName } from '../backgrounds/background-name';
import type { Settings } from '../settings/settings';
import type { SourceKind } from '../sources/source';
import { engineView } from '../stage/page-view';

/** What the engine does without a word, by its documentation: it need not be written. */
const UNSAID: readonly string[] = [
  "fit: 'cover'",
  'strength: 0.5',
  "view: 'composite'",
  "path: 'auto'",
];

/** The TypeScript that does, with cyclorama's public names, what is set on the page right now. */
export const codeFor = (settings: Settings, source: SourceKind): string =>
  [
    "import { BackgroundProcessor } from 'cyclorama';",
    '',
    ...SOURCES[source](settings),
    'const processor = new BackgroundProcessor({',
    ...optionsFor(settings).map((option) => `  ${option},`),
    '});',
    "processor.on('error', (error) => console.warn(error.code, error.message));",
    '',
    'const track = await processor.start(stream);',
    '// Into a call by peerConnection.addTrack(track), or onto the page:',
    "const video = document.querySelector('video');",
    'if (video) video.srcObject = new MediaStream([track]);',
    '',
  ].join('\n');

const SOURCES: Readonly<Record<SourceKind, (settings: Settings) => readonly string[]>> = {
  sample: () => movie('sample/sample.webm'),
  movie: () => movie('your-movie.mp4'),
  camera: ({ resolution, rate }) => [
    'const stream = await navigator.mediaDevices.getUserMedia({',
    `  video: { width: ${(resolution * 16) / 9}, height: ${resolution}, frameRate: ${rate} },`,
    '});',
  ],
  screen: ({ rate }) => [
    'const stream = await navigator.mediaDevices.getDisplayMedia({',
    `  video: { frameRate: ${rate} },`,
    '});',
  ],
};

const movie = (address: string): readonly string[] => [
  "const movie = document.createElement('video');",
  `Object.assign(movie, { src: '${address}', muted: true, loop: true });`,
  'await movie.play();',
  'type Capturable = HTMLVideoElement & { captureStream(): MediaStream };',
  'const stream = (movie as Capturable).captureStream(); // Firefox: mozCaptureStream',
];

function optionsFor(settings: Settings): readonly string[] {
  const background = said([`type: '${typeOf(settings.background)}'`, ...valuesOf(settings)]);
  const others = said([`view: '${engineView(settings.view)}'`, `path: '${settings.path}'`]);
  return [`background: { ${background.join(', ')} }`, ...others];
}

const said = (options: readonly string[]): readonly string[] =>
  options.filter((option) => !UNSAID.includes(option));

const typeOf = (name: BackgroundName): Background['type'] =>
  name === 'own' || isPicture(name) ? 'image' : name;

function valuesOf({ background, fit, strength, color }: Settings): readonly string[] {
  if (background === 'none') return [];
  if (background === 'blur') return [`strength: ${strength}`];
  if (background === 'color') return [`color: '${color}'`];
  const image = background === 'own' ? 'your-picture.jpg' : `backgrounds/${background}.jpg`;
  return [`image: '${image}'`, `fit: '${fit}'`];
}
