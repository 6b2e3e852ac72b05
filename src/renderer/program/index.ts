/** The door of the program domain in the window. */
export { AboutPanel } from './about-panel.tsx';
export { TakeUpdate } from './take-update.tsx';
