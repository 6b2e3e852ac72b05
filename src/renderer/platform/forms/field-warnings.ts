import { createContext } from 'react';

/** Warnings of the last save by the path of their field; shown amber beside it, they stop nothing. */
export const FieldWarnings = createContext<ReadonlyMap<string, string>>(new Map());
