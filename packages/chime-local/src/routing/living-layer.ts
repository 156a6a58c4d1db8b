import type { PublishedStream } from './published-stream';

/**
 * The stream that is wanted, or while nothing comes of it the best other layer of the same client:
 * browsers leave out layers for which the picture is too small or the computer too slow.
 */
export function livingLayer(
  streams: ReadonlyMap<number, PublishedStream>,
  streamId: number,
): PublishedStream | undefined {
  const wanted = streams.get(streamId);
  if (!wanted || wanted.isFlowing) return wanted;
  const others = [...streams.values()].filter(
    ({ sender, isFlowing }) => sender === wanted.sender && isFlowing,
  );
  return others.sort((a, b) => b.bitrate - a.bitrate)[0] ?? wanted;
}
