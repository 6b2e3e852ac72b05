export { CaseAccessPage } from './case-access.tsx';
export { LateSheetWarning } from './late-sheet-warning.tsx';
export { ReadOnlyWords, TroubleBanner } from './trouble-banner.tsx';
export { auditRoutes } from './routes.tsx';
export { SheetCheck } from './sheet-check.tsx';
