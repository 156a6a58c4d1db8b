import type { LucideIcon } from 'lucide-react';
import { useId, useRef, type ReactElement, type ReactNode } from 'react';
import './menu.css';
import { IconButton } from './button';

interface MenuProps {
  readonly icon: LucideIcon;
  /** Of the button that opens it. */
  readonly label: string;
  readonly className?: string;
  /** What it holds: gets what closes it. */
  readonly children: (close: (this: void) => void) => ReactNode;
}

/** A button that opens a small panel above or below it. The browser closes it, and keeps the focus. */
export function Menu({ icon, label, className = '', children }: MenuProps): ReactElement {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLSpanElement>(null);
  const place = (): void => {
    const { x, width, top, bottom } = button.current?.getBoundingClientRect() ?? new DOMRect();
    const isAbove = top > innerHeight / 2;
    panel.current?.style.setProperty('--menu-x', `${x + width / 2}px`);
    panel.current?.style.setProperty('--menu-y', `${isAbove ? innerHeight - top : bottom}px`);
    panel.current?.setAttribute('data-side', isAbove ? 'above' : 'below');
  };
  return (
    <span ref={button} className={`menu-place ${className}`}>
      <IconButton icon={icon} label={label} popoverTarget={id} onClick={place} />
      <div ref={panel} id={id} popover="auto" className="menu" role="group" aria-label={label}>
        {children(() => panel.current?.hidePopover())}
      </div>
    </span>
  );
}
