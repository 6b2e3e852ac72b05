/** The door of the closing domain in the window. */
export { ClosingPage } from './closing-page.tsx';
