import { DEFAULT_MODEL } from '../model/model-values';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { readSettings, writeSettings } from './settings-text';

/**
 * An address that carries the settings behind its `#`, where no server sees them. The camera's id
 * and the visitor's own picture exist in this browser only and are left out.
 */
export function linkTo(settings: Settings, address: string = location.href): string {
  const { camera } = DEFAULT_SETTINGS;
  const background =
    settings.background === 'own' ? DEFAULT_SETTINGS.background : settings.background;
  // What stands in the controls that a preset hides is of no interest to another.
  const model = settings.preset === 'custom' ? {} : { ...DEFAULT_MODEL, preset: settings.preset };
  const params = writeSettings({ ...settings, ...model, camera, background });
  // Who follows a link that says nothing would see what was last on there.
  if (params.size === 0) params.set('background', background);
  const url = new URL(address);
  url.hash = params.toString();
  return url.href;
}

/** What a link says; unknown names and bad values are ignored one by one. */
export function readLink(hash: string): Partial<Settings> {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  params.delete('camera');
  if (params.get('background') === 'own') params.delete('background');
  return readSettings(params);
}

/** Whether an address's hash says any setting at all: it may be the name of a place in the page. */
export const isLink = (hash: string): boolean => Object.keys(readLink(hash)).length > 0;

/**
 * What holds on arrival. A link says everything, since it leaves out what is as by default;
 * without one it is what was remembered.
 */
export function settingsOnArrival(remembered: Settings, hash: string): Settings {
  if (!isLink(hash)) return remembered;
  return { ...DEFAULT_SETTINGS, camera: remembered.camera, ...readLink(hash) };
}
