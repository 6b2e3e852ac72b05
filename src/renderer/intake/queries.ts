import type { QueryKey } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FormSectionId, PlainSectionId } from '../../shared/intake/index.ts';
import type { Output } from '../platform/client.ts';
import { asOfNow, readOnceByForm, useRead, useRefresh } from '../platform/query.ts';

export type Draft = Output<'openDraft'>;

export const useMyDrafts = () =>
  useRead(['intake', 'list', 'drafts'], async (client) => (await client.listMyDrafts({})).drafts, { staleTime: 0 });

/** The overview of a case: identity bar, states of the sections, what is to be settled. */
export const useCase = (caseId: string) =>
  useRead(['intake', 'overview', caseId], (client) => client.getCase({ caseId }));

export const useSectionA = (caseId: string) =>
  useRead(['intake', 'a', caseId], (client) => client.getSectionA({ caseId }), readOnceByForm);

export const useSectionB = (caseId: string) =>
  useRead(['intake', 'b', caseId], (client) => client.getSectionB({ caseId }), readOnceByForm);

export const usePlainSection = (caseId: string, section: PlainSectionId) =>
  useRead(['intake', section, caseId], (client) => client.getFormSection({ caseId, section }), readOnceByForm);

/** Words the centre often writes at an «Otro» of a section, by the path of its field; empty while they are read. */
export function useFrequentDetails(caseId: string, section: FormSectionId): ReadonlyMap<string, readonly string[]> {
  const { data } = useRead(
    ['intake', 'details', section, caseId],
    (client) => client.listFrequentDetails({ caseId, section }),
    { staleTime: Infinity },
  );
  return useMemo(
    () => new Map(Object.entries(data?.details ?? {}).map(([name, texts]) => [`answers.${name}`, texts])),
    [data],
  );
}

/** Changes of a ficha or of one section of it, as they stand now. */
export const useFormChanges = (caseId: string, section: FormSectionId | null) =>
  useRead(['intake', 'changes', caseId, section], (client) => client.listFormChanges({ caseId, section }), asOfNow);

const ofCase: readonly QueryKey[] = [
  ['intake', 'overview'],
  ['intake', 'list'],
  ['intake', 'proposal'],
  ['alerts'],
  ['day'],
  ['timeline'],
];

/** Reads overview and lists again, after a change of the case, and what else it changed; forms being typed stay as they are. */
export const useRefreshCase = (...more: readonly QueryKey[]) => useRefresh(...more, ...ofCase);
