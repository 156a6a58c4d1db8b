import { PictureTrack } from './picture-track';

/** A movie of about a second with a tone of half the full loudness. */
export async function movieWithSound(): Promise<File> {
  const picture = new PictureTrack();
  const context = new AudioContext();
  const out = context.createMediaStreamDestination();
  const tone = new OscillatorNode(context, { frequency: 440 });
  tone.connect(new GainNode(context, { gain: 0.5 })).connect(out);
  tone.start();
  const recorder = new MediaRecorder(
    new MediaStream([picture.track, ...out.stream.getAudioTracks()]),
    { mimeType: 'video/webm;codecs=vp8,opus' },
  );
  const recorded = new Promise<Blob>((resolve) =>
    recorder.addEventListener('dataavailable', ({ data }) => resolve(data)),
  );
  recorder.start();
  await new Promise((resolve) => setTimeout(resolve, 1200));
  recorder.stop();
  const content = await recorded;
  picture.end();
  await context.close();
  return new File([content], 'song.webm', { type: 'video/webm' });
}
