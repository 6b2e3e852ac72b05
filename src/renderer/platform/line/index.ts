/** The door of what a companion says of its line. */
export { LineBand, Unsent } from './band.tsx';
export { LineProvider, useLineWait } from './line.tsx';
export { LineRefused } from './refused.tsx';
