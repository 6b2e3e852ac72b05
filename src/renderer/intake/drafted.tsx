import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DraftForm } from '../../shared/intake/index.ts';
import { useUnpressed } from '../platform/client-context.tsx';
import { readOnce } from '../platform/query.ts';
import { QueryState } from '../platform/ui/index.ts';
import type { Draft } from './queries.ts';

type Props = {
  readonly of: DraftForm;
  /** Null: the arrival that has no case yet. */
  readonly caseId: string | null;
  readonly children: (draft: Draft) => ReactNode;
};

/** What is filled over my draft of one form, made when there is none. */
export function Drafted({ of: form, caseId, children }: Props) {
  const client = useUnpressed();
  const draft = useQuery({
    queryKey: ['intake', 'draft', form, caseId],
    queryFn: () => client.openDraft({ form, caseId }),
    ...readOnce,
  });
  return <QueryState query={draft}>{children}</QueryState>;
}
