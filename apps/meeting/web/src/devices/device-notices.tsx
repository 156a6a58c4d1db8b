import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import type { DeviceProblem } from '../media/device-problem';
import type { LocalMedia } from '../media/local-media';
import { useStore } from '../state/use-store';
import { DEVICE, GENERAL, saidOf } from '../texts';
import { Button, IconButton } from '../ui/button';
import { Notice } from '../ui/notice';

/** What is to be said of one's own devices, in lobby and room: read aloud as it comes. */
export function DeviceNotices({ media }: { readonly media: LocalMedia }): ReactElement {
  const replaced = useStore(media.notice);
  const { problem: ofCamera } = useStore(media.camera.state);
  const { problem: ofMicrophone } = useStore(media.microphone);
  return (
    <div className="device-notices" role="status">
      {ofCamera && <ProblemNotice problem={ofCamera} onAgain={() => void media.camera.retry()} />}
      {ofMicrophone && (
        <ProblemNotice problem={ofMicrophone} onAgain={() => media.retryMicrophone()} />
      )}
      {replaced && <ReplacedNotice device={replaced.device} media={media} />}
    </div>
  );
}

interface ProblemNoticeProps {
  readonly problem: DeviceProblem;
  readonly onAgain: () => void;
}

function ProblemNotice({ problem, onAgain }: ProblemNoticeProps): ReactElement {
  const { title, remedy } = saidOf(problem);
  const isFinal = problem.failure === 'insecure' || problem.failure === 'unsupported';
  const again = !isFinal && <Button onClick={onAgain}>{GENERAL.tryAgain}</Button>;
  return (
    <Notice look="problem" title={title} actions={again}>
      {remedy}
    </Notice>
  );
}

interface ReplacedNoticeProps {
  readonly device: keyof typeof DEVICE.replaced;
  readonly media: LocalMedia;
}

function ReplacedNotice({ device, media }: ReplacedNoticeProps): ReactElement {
  const dismiss = (): void => media.notice.set(undefined);
  return (
    <Notice actions={<IconButton icon={X} look="quiet" label={DEVICE.dismiss} onClick={dismiss} />}>
      {DEVICE.replaced[device]}
    </Notice>
  );
}
