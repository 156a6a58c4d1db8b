/** A voice of one pitch, at a tenth of full scale. */
export function playTone(frequencyHz: number): MediaStream {
  const context = new AudioContext();
  const oscillator = new OscillatorNode(context, { frequency: frequencyHz });
  const destination = context.createMediaStreamDestination();
  oscillator.connect(new GainNode(context, { gain: 0.1 })).connect(destination);
  oscillator.start();
  return destination.stream;
}
