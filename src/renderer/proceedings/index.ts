/** The door of the proceedings domain in the window. */
export { DeadlineCount, DeadlineReminders, useDayHere } from './deadline-count.tsx';
export { DayPaperReminder } from './day-paper-reminder.tsx';
export { NoveltyKey } from './novelty-key.tsx';
export { proceedingsRoutes } from './routes.tsx';
