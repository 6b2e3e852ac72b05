export { Help } from './help.tsx';
export { AskHelp } from './asking.ts';
export type { Hit, Place } from './pages.ts';
