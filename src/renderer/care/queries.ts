import type { Consent } from '../../shared/care/index.ts';
import { useRead, useRefresh } from '../platform/query.ts';

/** Consents that cover something, the newest first: the newest is the one that counts. */
export const useConsents = (caseId: string, covers: (consent: Consent) => boolean) =>
  useRead(['care', 'consents', caseId], async (client) => (await client.listConsents({ caseId })).consents, {
    select: (all) => all.filter(covers).sort((one, other) => other.recordedAt.localeCompare(one.recordedAt)),
  });

export const useRefreshConsents = () => useRefresh(['care', 'consents']);

export const useAttentions = (caseId: string) =>
  useRead(['care', 'attentions', caseId], (client) => client.listAttentions({ caseId }));

export const useInterviews = (caseId: string) =>
  useRead(['care', 'interviews', caseId], (client) => client.listInterviews({ caseId }));

export const useRefreshNotes = () => useRefresh(['care', 'notes']);

/** Questions for the next interview; not asked for while the reader may not read interviews. */
export const useInterviewQuestions = (caseId: string, enabled = true) =>
  useRead(
    ['care', 'questions', caseId],
    async (client) => (await client.listInterviewQuestions({ caseId })).questions,
    { enabled },
  );

export const useRefreshQuestions = () => useRefresh(['care', 'questions']);

export const useMovable = (caseId: string) =>
  useRead(['care', 'movable', caseId], (client) => client.listMovable({ caseId }));

/** Reads again what hangs on the records of care, and the overview of the case. */
export const useRefreshCare = () => useRefresh(['care'], ['intake', 'overview'], ['timeline'], ['day']);
