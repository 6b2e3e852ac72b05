/** The door of the program domain in the window. */
export { AboutPanel } from './about-panel.tsx';
