import { useAudioVideo } from 'amazon-chime-sdk-component-library-react';
import { useEffect } from 'react';
import type { TileSpot } from './tiles';

/** Has only those videos sent to us that are seen. */
export function usePausedVideos(all: readonly TileSpot[], seen: readonly TileSpot[]): void {
  const audioVideo = useAudioVideo();
  const paused = all
    .filter((tile) => tile.kind === 'camera' && !seen.includes(tile))
    .flatMap(({ tileId }) => tileId ?? [])
    .join();
  useEffect(() => {
    const tileIds = paused.split(',').filter(Boolean).map(Number);
    for (const tileId of tileIds) audioVideo?.pauseVideoTile(tileId);
    return () => {
      for (const tileId of tileIds) audioVideo?.unpauseVideoTile(tileId);
    };
  }, [audioVideo, paused]);
}
