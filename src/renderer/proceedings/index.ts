/** The door of the proceedings domain in the window. */
export { DeadlineCount, DeadlineReminders, useDayHere } from './deadline-count.tsx';
export { DayPaper } from './day-paper.tsx';
export { useDayPaperState, useDeadlineCount, useMeasuresGoOn } from './queries.ts';
export { DayPaperWarning } from './day-paper-warning.tsx';
export { NoveltyKey, openNovelty } from './novelty-key.tsx';
export { proceedingsRoutes } from './routes.tsx';
