import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Contract } from '../../shared/contract.ts';
import type { DraftForm, FormSectionId, PlainSectionId } from '../../shared/intake/index.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import { useClient, useUnpressed } from '../platform/client-context.tsx';

export type Draft = OutputOf<Contract['openDraft']>;

export function useMyCases() {
  const client = useClient();
  return useQuery({ queryKey: ['intake', 'list'], queryFn: () => client.listMyCases({}), staleTime: 0 });
}

/** The overview of a case: identity bar, states of the sections, what is to be settled. */
export function useCase(caseId: string) {
  const client = useClient();
  return useQuery({ queryKey: ['intake', 'overview', caseId], queryFn: () => client.getCase({ caseId }) });
}

/** Her other open fichas, as of now. */
export function useOpenFichas(caseId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['intake', 'open', caseId],
    queryFn: () => client.readOpenFichas({ caseId }),
    ...{ gcTime: 0, staleTime: 0 },
  });
}

/** Always as stored now: a form starts from it, so nothing of an earlier visit is kept. */
const fresh = { gcTime: 0, staleTime: Infinity } as const;

export function useSectionA(caseId: string) {
  const client = useClient();
  return useQuery({ queryKey: ['intake', 'a', caseId], queryFn: () => client.getSectionA({ caseId }), ...fresh });
}

export function useSectionB(caseId: string) {
  const client = useClient();
  return useQuery({ queryKey: ['intake', 'b', caseId], queryFn: () => client.getSectionB({ caseId }), ...fresh });
}

export function usePlainSection(caseId: string, section: PlainSectionId) {
  const client = useClient();
  return useQuery({
    queryKey: ['intake', section, caseId],
    queryFn: () => client.getFormSection({ caseId, section }),
    ...fresh,
  });
}

/** Words the centre often writes at an «Otro» of a section, by the path of its field; empty while they are read. */
export function useFrequentDetails(caseId: string, section: FormSectionId): ReadonlyMap<string, readonly string[]> {
  const client = useClient();
  const { data } = useQuery({
    queryKey: ['intake', 'details', section, caseId],
    queryFn: () => client.listFrequentDetails({ caseId, section }),
    staleTime: Infinity,
  });
  return useMemo(
    () => new Map(Object.entries(data?.details ?? {}).map(([name, texts]) => [`answers.${name}`, texts])),
    [data],
  );
}

/** Changes of a ficha or of one section of it, as they stand now. */
export function useFormChanges(caseId: string, section: FormSectionId | null) {
  const client = useClient();
  return useQuery({
    queryKey: ['intake', 'changes', caseId, section],
    queryFn: () => client.listFormChanges({ caseId, section }),
    gcTime: 0,
    staleTime: 0,
  });
}

/** My draft of one form, made when there is none. `caseId` null: the arrival that has no case yet. */
export function useDraft(form: DraftForm, caseId: string | null) {
  const client = useUnpressed();
  return useQuery({
    queryKey: ['intake', 'draft', form, caseId],
    queryFn: () => client.openDraft({ form, caseId }),
    ...fresh,
  });
}

/** Reads overview and lists again, after a change of the case; forms being typed stay as they are. */
export function useRefreshCase(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['intake', 'overview'] }),
      queries.invalidateQueries({ queryKey: ['intake', 'list'] }),
      queries.invalidateQueries({ queryKey: ['intake', 'proposal'] }),
      queries.invalidateQueries({ queryKey: ['alerts'] }),
    ]);
  }, [queries]);
}
