export { LineProvider, useCutFrom, useLine } from './line.tsx';
export { LineRefused } from './refused.tsx';
export { LineWait } from './wait.tsx';
