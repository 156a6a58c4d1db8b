import type { LucideIcon } from 'lucide-react';
import { Info, TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import './notice.css';

interface NoticeProps {
  /** Default: something to know, not a failure. */
  readonly look?: 'info' | 'problem';
  readonly title?: string | undefined;
  readonly children: ReactNode;
  /** Buttons of what can be done about it. */
  readonly actions?: ReactNode;
}

const ICONS: Readonly<Record<'info' | 'problem', LucideIcon>> = {
  info: Info,
  problem: TriangleAlert,
};

/** Something that people should know. What reads it aloud is the live region that it is put in. */
export function Notice({ look = 'info', title, children, actions }: NoticeProps): ReactElement {
  const Icon = ICONS[look];
  return (
    <div className={look === 'problem' ? 'notice is-problem' : 'notice'}>
      <Icon aria-hidden size={20} />
      <p>
        {title && <strong>{title}</strong>} {children}
      </p>
      {actions && <div className="notice-actions">{actions}</div>}
    </div>
  );
}
