import { lasting, recall, remember } from './stored';

const NAME = 'cyclorama-meeting:name';

/** What one called oneself last; empty for who was never here. */
export const recallName = (): string => recall(lasting, NAME) ?? '';

export const rememberName = (name: string): void => remember(lasting, NAME, name);
