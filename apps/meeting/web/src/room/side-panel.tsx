import { X } from 'lucide-react';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { ChatPanel } from '../chat/chat-panel';
import { PeoplePanel } from '../people/people-panel';
import { ROOM } from '../texts';
import { IconButton } from '../ui/button';
import type { Panel } from './bar/panel-choice';
import './side-panel.css';

interface SidePanelProps {
  readonly panel: Panel;
  readonly onPanel: (panel: Panel | undefined) => void;
}

const PANELS = ['people', 'chat'] as const satisfies readonly Panel[];

/** People and chat, beside the stage; over it where the page is narrow. */
export function SidePanel({ panel, onPanel }: SidePanelProps): ReactElement {
  const id = useId();
  const tabs = useRef<HTMLDivElement>(null);
  // Whoever opens it goes on in it, and afterwards where they were.
  useEffect(() => {
    const opener = document.activeElement;
    tabs.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
    return () => giveFocusBack(opener, panel);
  }, []);
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') onPanel(undefined);
  };
  const walk = ({ key }: KeyboardEvent): void => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    onPanel(panel === 'people' ? 'chat' : 'people');
    const other = tabs.current?.querySelector<HTMLElement>('[aria-selected=false]');
    other?.focus();
  };
  return (
    <aside className="side-panel" aria-label={ROOM.side} onKeyDown={onKeyDown}>
      <div className="side-head">
        <div ref={tabs} role="tablist" aria-label={ROOM.side} onKeyDown={walk}>
          {PANELS.map((each) => (
            <button
              key={each}
              type="button"
              role="tab"
              id={`${id}-${each}`}
              aria-selected={each === panel}
              aria-controls={`${id}-panel`}
              tabIndex={each === panel ? 0 : -1}
              onClick={() => onPanel(each)}
            >
              {ROOM[each]}
            </button>
          ))}
        </div>
        <IconButton
          icon={X}
          look="quiet"
          label={ROOM.closePanel}
          onClick={() => onPanel(undefined)}
        />
      </div>
      <div
        className="side-body"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${panel}`}
      >
        {panel === 'people' ? <PeoplePanel /> : <ChatPanel />}
      </div>
    </aside>
  );
}

/** To what opened it; to its button in the bar where that is gone, as a notice's is. */
function giveFocusBack(opener: Element | null, panel: Panel): void {
  // Whoever has pressed something else to close it is there.
  if (document.activeElement !== document.body) return;
  const isThere = opener?.isConnected && opener !== document.body;
  const button = isThere ? opener : document.querySelector(`[data-opens=${panel}]`);
  if (button instanceof HTMLElement) button.focus();
}
