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

/**
 * The TypeScript that does, with cyclorama's public names, what is set on the page right now. A page
 * of one's own opens a camera where this one plays a file.
 */
export const codeFor = (settings: Settings, source: SourceKind): string =>
  [
    "import { BackgroundProcessor } from 'cyclorama';",
    '',
    ...SOURCES[source](settings),
    'const processor = new BackgroundProcessor({',
    ...optionsFor(settings).map((option) => `  ${option},`),
    '});',
    "processor.on('error', ({ message }) => console.warn(message));",
    '',
    '// Into a call: peerConnection.addTrack(track). Or onto your page:',
    'const track = await processor.start(stream);',
    "const shown = document.querySelector('video');",
    'if (shown) shown.srcObject = new MediaStream([track]);',
    '',
  ].join('\n');

const camera = ({ resolution, rate }: Settings): readonly string[] => [
  `const video = { width: ${(resolution * 16) / 9}, height: ${resolution}, frameRate: ${rate} };`,
  'const stream = await navigator.mediaDevices.getUserMedia({ video });',
];

const cameraFor =
  (file: string) =>
  (settings: Settings): readonly string[] => [
    `// In place of the ${file}, your camera:`,
    ...camera(settings),
  ];

const SOURCES: Readonly<Record<SourceKind, (settings: Settings) => readonly string[]>> = {
  sample: cameraFor('sample'),
  movie: cameraFor('movie'),
  camera,
  screen: ({ rate }) => [
    `const video = { frameRate: ${rate} };`,
    'const stream = await navigator.mediaDevices.getDisplayMedia({ video });',
  ],
};

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
  const image = background === 'own' ? 'your-picture.jpg' : `${background}.jpg`;
  return [`image: '${image}'`, `fit: '${fit}'`];
}
