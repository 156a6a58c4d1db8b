import type { NoticeBoard } from '../notices/notice-board';
import { CopyButton } from '../page/copy-button';
import { element } from '../page/element';
import type { Settings } from './settings';
import { linkTo } from './settings-link';

const TOPIC = 'share';

/** The button that copies a link to what is set right now. */
export function shareButton(settings: () => Settings, notices: NoticeBoard): CopyButton {
  const link = (): string => {
    notices.clear(TOPIC);
    return linkTo(settings());
  };
  const title = 'The browser did not let the page copy.';
  const remedy = 'Copy the link by hand:';
  return new CopyButton(element('share-link', HTMLButtonElement), link, (text) =>
    notices.post(TOPIC, { title, remedy, text }),
  );
}
