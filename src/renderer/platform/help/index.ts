export { Help } from './help.tsx';
export type { Place } from './pages.ts';
