import { createContext, type ReactNode } from 'react';

/**
 * What stands in the place of an act while the record may only be read; null while it may be written. Read by the action
 * bar and by screens that only write: no screen asks by itself.
 */
export const ReadOnlyContext = createContext<ReactNode>(null);
