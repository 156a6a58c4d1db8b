import type { Background } from 'cyclorama';
import { isPicture, type BackgroundName } from '@cyclorama/background-picker';
import { bodypixSettings } from '../model/bodypix-settings';
import { DEFAULT_MODEL } from '../model/model-values';
import { modelOf } from '../model/presets';
import type { Settings } from '../settings/settings';
import type { SourceKind } from '../sources/source';
import { engineView } from '../stage/page-view';

/** What the engine does without a word, by its documentation: it need not be written. */
const UNSAID: readonly string[] = [
  "fit: 'cover'",
  'strength: 0.5',
  "model: 'auto'",
  "view: 'composite'",
  "path: 'auto'",
  ...literals(bodypixSettings(DEFAULT_MODEL)),
];

/** Columns that the dialog shows without scrolling. */
const WIDTH = 76;

/**
 * The TypeScript that does, with cyclorama's public names, what is set on the page right now. A page
 * of one's own opens a camera where this one plays a file.
 */
export const codeFor = (settings: Settings, source: SourceKind): string =>
  [
    ...importsFor(settings),
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

const importsFor = (settings: Settings): readonly string[] => [
  "import { BackgroundProcessor } from 'cyclorama';",
  ...(isBodypix(settings) ? ["import { bodypix } from 'cyclorama/bodypix';"] : []),
];

const isBodypix = (settings: Settings): boolean => modelOf(settings).segmenter === 'bodypix';

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
  return [`background: { ${background.join(', ')} }`, ...modelFor(settings), ...others];
}

function modelFor(settings: Settings): readonly string[] {
  const values = modelOf(settings);
  if (!isBodypix(settings)) return said([`model: '${values.model}'`]);
  return [`segmenter: ${call('bodypix', said(literals(bodypixSettings(values))))}`];
}

/** A call with one object, in a line where there is room, as prettier has it. */
function call(name: string, values: readonly string[]): string {
  if (values.length === 0) return `${name}()`;
  const line = `${name}({ ${values.join(', ')} })`;
  if (`  segmenter: ${line},`.length <= WIDTH) return line;
  return `${name}({\n${values.map((value) => `    ${value},\n`).join('')}  })`;
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

/** An object's members as they are written. */
function literals(object: object): string[] {
  return Object.entries(object).map(([name, value]) => `${name}: ${literal(value)}`);
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{ ${literals(value).join(', ')} }`;
  return typeof value === 'string' ? `'${value}'` : String(value);
}
