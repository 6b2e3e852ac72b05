/** The door of the care domain in the window. */
export { ConsentPanel } from './consent-panel.tsx';
export { useConsents } from './queries.ts';
