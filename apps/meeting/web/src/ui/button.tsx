import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactElement, ReactNode } from 'react';

interface Common extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** How it looks; default: an ordinary one. */
  readonly look?: 'primary' | 'quiet' | 'danger' | undefined;
  readonly icon?: LucideIcon | undefined;
}

interface ButtonProps extends Common {
  readonly children: ReactNode;
}

/** A button with words on it. */
export function Button({
  look,
  icon: Icon,
  children,
  className,
  ...rest
}: ButtonProps): ReactElement {
  return (
    <button type="button" {...rest} className={classes('button', look, className)}>
      {Icon && <Icon aria-hidden size={20} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Common {
  readonly icon: LucideIcon;
  /** What it does: read aloud, and shown where the pointer rests. */
  readonly label: string;
}

/** A button with a picture on it. */
export function IconButton({
  look,
  icon: Icon,
  label,
  className,
  ...rest
}: IconButtonProps): ReactElement {
  const all = classes('button', 'icon-only', look, className);
  return (
    <button type="button" {...rest} aria-label={label} title={label} className={all}>
      <Icon aria-hidden size={20} />
    </button>
  );
}

const classes = (...names: (string | undefined)[]): string => names.filter(Boolean).join(' ');
