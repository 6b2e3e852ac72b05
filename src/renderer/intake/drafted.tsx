import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DraftForm } from '../../shared/intake/index.ts';
import { useUnpressed } from '../platform/client.ts';
import { useCutFrom } from '../platform/line/index.ts';
import { readOnce } from '../platform/query.ts';
import { QueryState } from '../platform/ui/index.ts';
import type { Draft } from './queries.ts';

type Props = {
  readonly of: DraftForm;
  /** Null: the arrival that has no case yet. */
  readonly caseId: string | null;
  readonly children: (draft: Draft) => ReactNode;
};

type AtOnceProps = Omit<Props, 'children'> & { readonly children: (draft: Draft | null) => ReactNode };

/** My draft of one form, made when there is none. */
function useDraft(form: DraftForm, caseId: string | null) {
  const client = useUnpressed();
  return useQuery({
    queryKey: ['intake', 'draft', form, caseId],
    queryFn: () => client.openDraft({ form, caseId }),
    ...readOnce,
  });
}

/** What is filled over it. */
export function Drafted({ of: form, caseId, children }: Props) {
  return <QueryState query={useDraft(form, caseId)}>{children}</QueryState>;
}

/** The same for what does not wait: null where the draft cannot be opened, or not while the line is cut. */
export function DraftedAtOnce({ of: form, caseId, children }: AtOnceProps) {
  const { data = null, isPending } = useDraft(form, caseId);
  const isCut = useCutFrom() !== null;
  return isPending && !isCut ? null : children(data);
}
