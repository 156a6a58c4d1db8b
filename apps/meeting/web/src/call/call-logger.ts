import { ConsoleLogger, LogLevel } from 'amazon-chime-sdk-js';

/** The SDK's own notes; those of what is no failure would fill the console. */
export const CALL_LOGGER = new ConsoleLogger('call', LogLevel.ERROR);
