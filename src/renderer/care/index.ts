export { ActionField } from './attention-form.tsx';
export { AttentionNote } from './attention-note.tsx';
export { useQuestionsBeside } from './ask-next-time.tsx';
export { ConsentsToReview } from './consents-to-review.tsx';
export { useConsentDraft, type ConsentDraft } from './consent-draft.ts';
export { ConsentFields } from './consent-fields.tsx';
export { ConsentPanel } from './consent-panel.tsx';
export { useAttentions, useConsents, useRefreshConsents } from './queries.ts';
export { careRoutes } from './routes.tsx';
