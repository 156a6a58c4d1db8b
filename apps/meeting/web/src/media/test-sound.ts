import { deviceProblem } from './device-problem';

/** Two notes, a fourth apart: hertz. */
const NOTES = [523.25, 698.46];
const NOTE_SECONDS = 0.45;

/**
 * Plays two notes through a speaker; through the browser's choice where none is named.
 * @throws DeviceProblem
 */
export async function playTestSound(speakerId: string | undefined): Promise<void> {
  const context = new AudioContext();
  const sink = context.createMediaStreamDestination();
  const player = new Audio();
  // By an element, since fewer browsers let a context choose.
  player.srcObject = sink.stream;
  try {
    if (speakerId !== undefined && 'setSinkId' in player) await player.setSinkId(speakerId);
    await Promise.all([player.play(), context.resume()]);
    await playNotes(context, sink);
  } catch (thrown) {
    throw deviceProblem('speaker', thrown);
  } finally {
    player.srcObject = null;
    await context.close();
  }
}

function playNotes(context: AudioContext, sink: AudioNode): Promise<void> {
  return new Promise((resolve) => {
    const notes = NOTES.map((hertz, index) =>
      playNote(context, sink, hertz, context.currentTime + 0.05 + index * NOTE_SECONDS * 0.6),
    );
    notes.at(-1)?.addEventListener('ended', () => resolve());
  });
}

function playNote(context: AudioContext, sink: AudioNode, hertz: number, at: number) {
  const note = new OscillatorNode(context, { frequency: hertz, type: 'triangle' });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.35, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + NOTE_SECONDS);
  note.connect(volume).connect(sink);
  note.start(at);
  note.stop(at + NOTE_SECONDS);
  return note;
}
