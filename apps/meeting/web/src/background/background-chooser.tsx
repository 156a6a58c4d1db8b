import { useEffect, useRef, type ReactElement } from 'react';
import type { LocalMedia } from '../media/local-media';
import { useStore } from '../state/use-store';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import './background.css';

/** The controls by which one chooses what stands behind one. One place shows them at a time. */
export function BackgroundChooser({ media }: { readonly media: LocalMedia }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const { backgrounds } = media;
  useEffect(() => {
    backgrounds.start();
    backgrounds.prepare();
    place.current?.append(backgrounds.element);
    return () => backgrounds.element.remove();
  }, [backgrounds]);
  return (
    <div className="background-chooser">
      <BackgroundNotice media={media} />
      <div ref={place} />
    </div>
  );
}

function BackgroundNotice({ media }: { readonly media: LocalMedia }): ReactElement {
  const notice = useStore(media.backgrounds.notice);
  const again = notice?.action && (
    <Button onClick={() => notice.action?.run()}>{notice.action.label}</Button>
  );
  return (
    <div role="status">
      {notice && (
        <Notice look="problem" title={notice.title} actions={again}>
          {notice.remedy}
        </Notice>
      )}
    </div>
  );
}
