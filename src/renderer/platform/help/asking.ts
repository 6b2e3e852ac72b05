import { createContext } from 'react';
import type { Place } from './pages.ts';

/** Opens the help: of the screen that stands there, or at a place of the manual. */
export const AskHelp = createContext<(place?: Place) => void>(() => undefined);
