export { AboutPanel } from './about-panel.tsx';
export { TakeUpdate } from './take-update.tsx';
