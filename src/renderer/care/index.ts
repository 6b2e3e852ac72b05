/** The door of the care domain in the window. */
export { ActionsPanel } from './actions-panel.tsx';
export { ConsentsToReview } from './consents-to-review.tsx';
export { ConsentPanel } from './consent-panel.tsx';
export { useConsents } from './queries.ts';
export { careRoutes } from './routes.tsx';
export { Choice, FormHead, useOnce } from './form-parts.tsx';
