/** The door of the audit domain in the window. */
export { LateSheetBanner } from './late-sheet-banner.tsx';
export { ReadOnlyWords, TroubleBanner } from './trouble-banner.tsx';
export { auditRoutes } from './routes.tsx';
export { SheetCheck } from './sheet-check.tsx';
