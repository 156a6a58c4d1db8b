import { isPickedBackground, type PickedBackground } from '@cyclorama/background-picker';
import { lasting, recall, remember } from './stored';

const NAME = 'cyclorama-meeting:background';

/** What stood behind one last; undefined for who was never here. */
export function recallBackground(): PickedBackground | undefined {
  try {
    const kept: unknown = JSON.parse(recall(lasting, NAME) ?? '');
    return isPickedBackground(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** The visitor's own picture is kept by the picker. */
export function rememberBackground({ file: _file, ...picked }: PickedBackground): void {
  remember(lasting, NAME, JSON.stringify(picked));
}
