import { Check, Copy } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import { GENERAL } from '../texts';
import { Button } from './button';
import { Field } from './field';
import './copy-link.css';

interface CopyLinkProps {
  readonly label: string;
  readonly link: string;
  /** What the button says. */
  readonly action: string;
  /** What is said where the browser does not let a page copy. */
  readonly failure: string;
}

/** A link to be sent to others. */
export function CopyLink({ label, link, action, failure }: CopyLinkProps): ReactElement {
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();
  const input = useRef<HTMLInputElement>(null);
  const copy = async (): Promise<void> => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  };
  return (
    <div className="copy-link">
      <Field label={label}>
        {(control) => <input {...control} ref={input} type="text" readOnly value={link} />}
      </Field>
      <Button icon={outcome === 'copied' ? Check : Copy} onClick={() => void copy()}>
        {outcome === 'copied' ? GENERAL.copied : action}
      </Button>
      <p role="status" className={outcome === 'failed' ? 'problem' : 'unseen'}>
        {outcome && (outcome === 'copied' ? GENERAL.copied : failure)}
      </p>
    </div>
  );
}
