import { createContext } from 'react';

/** Texts offered at a field by its path, the most common first; whoever types may write anything else. */
export const FieldSuggestions = createContext<ReadonlyMap<string, readonly string[]>>(new Map());
