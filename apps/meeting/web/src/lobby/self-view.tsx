import type { ReactElement } from 'react';
import type { LocalMedia } from '../media/local-media';
import { DeviceButtons } from './device-buttons';
import { Preview } from './preview';
import './self-view.css';

/** Oneself, and whether one is seen and heard: in the lobby and while one waits. */
export function SelfView({ media }: { readonly media: LocalMedia }): ReactElement {
  return (
    <div className="self-view">
      <Preview media={media} />
      <DeviceButtons media={media} />
    </div>
  );
}
