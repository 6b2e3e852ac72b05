/** The door of the privacy domain in the window. */
export { PrivacyPanels } from './privacy-panels.tsx';
export { privacyPath } from './paths.ts';
