import { Volume2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { deviceProblem, type DeviceProblem } from '../media/device-problem';
import type { LocalMedia } from '../media/local-media';
import { playTestSound } from '../media/test-sound';
import { LOBBY, saidOf } from '../texts';
import { Button } from '../ui/button';

/** Plays a sound through the chosen speaker. */
export function TestSoundButton({ media }: { readonly media: LocalMedia }): ReactElement {
  const [isPlaying, setPlaying] = useState(false);
  const [problem, setProblem] = useState<DeviceProblem>();
  const play = async (): Promise<void> => {
    if (isPlaying) return;
    setPlaying(true);
    setProblem(undefined);
    try {
      await playTestSound(media.speaker.get().deviceId);
    } catch (thrown) {
      setProblem(deviceProblem('speaker', thrown));
    }
    setPlaying(false);
  };
  const said = problem && saidOf(problem);
  return (
    <div className="test-sound">
      <Button icon={Volume2} aria-disabled={isPlaying} onClick={() => void play()}>
        {isPlaying ? LOBBY.testing : LOBBY.test}
      </Button>
      <p className="problem" role="status">
        {said && `${said.title} ${said.remedy}`}
      </p>
    </div>
  );
}
