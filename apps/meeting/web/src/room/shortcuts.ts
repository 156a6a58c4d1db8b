import { useEffect } from 'react';
import type { LocalMedia } from '../media/local-media';
import { useStore } from '../state/use-store';

/** What a key does together with Ctrl or ⌘: the keys that other meetings have for the same. */
export const SHORTCUTS = [
  { key: 'd', does: 'microphone' },
  { key: 'e', does: 'camera' },
] as const;

const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.platform);

/** What is held down with them. */
export const COMMAND_KEY = IS_APPLE ? '⌘' : 'Ctrl';

/** Which shortcut was pressed; with no other modifier, since those are the browser's. */
export function shortcutOf(event: KeyboardEvent): (typeof SHORTCUTS)[number]['does'] | undefined {
  const isCommand = IS_APPLE ? event.metaKey : event.ctrlKey;
  const isOther = event.altKey || event.shiftKey || (IS_APPLE ? event.ctrlKey : event.metaKey);
  if (!isCommand || isOther || event.repeat) return undefined;
  return SHORTCUTS.find(({ key }) => key === event.key.toLowerCase())?.does;
}

/** Follows the shortcuts while one is in the room. */
export function useShortcuts(media: LocalMedia): void {
  const { isMuted } = useStore(media.microphone);
  const isOn = useStore(media.camera.state).status !== 'off';
  useEffect(() => {
    const follow = (event: KeyboardEvent): void => {
      const does = shortcutOf(event);
      if (!does) return;
      event.preventDefault();
      if (does === 'microphone') media.setMuted(!isMuted);
      else void media.setCameraOn(!isOn);
    };
    addEventListener('keydown', follow);
    return () => removeEventListener('keydown', follow);
  }, [media, isMuted, isOn]);
}
