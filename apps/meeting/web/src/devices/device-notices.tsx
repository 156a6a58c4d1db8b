import { X } from 'lucide-react';
import { useState, type ReactElement } from 'react';
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

function ProblemNotice({ problem, onAgain }: ProblemNoticeProps): ReactElement | null {
  const [dismissed, setDismissed] = useState<DeviceProblem>();
  const { title, remedy } = saidOf(problem);
  const isFinal = problem.failure === 'insecure' || problem.failure === 'unsupported';
  const actions = (
    <>
      {!isFinal && <Button onClick={onAgain}>{GENERAL.tryAgain}</Button>}
      <DismissButton onClick={() => setDismissed(problem)} />
    </>
  );
  if (problem === dismissed) return null;
  return (
    <Notice look="problem" title={title} actions={actions}>
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
  return <Notice actions={<DismissButton onClick={dismiss} />}>{DEVICE.replaced[device]}</Notice>;
}

function DismissButton({ onClick }: { readonly onClick: () => void }): ReactElement {
  return <IconButton icon={X} look="quiet" label={DEVICE.dismiss} onClick={onClick} />;
}
