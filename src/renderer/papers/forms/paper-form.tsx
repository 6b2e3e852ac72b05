import { type ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { Failure } from '../../../shared/platform/failures.ts';
import { type AnyForm, type ActClient, type SectionForm, useAct } from '../../platform/forms/index.ts';
import { useGo } from '../../platform/routes.ts';
import {
  PlainButton,
  ActionBar,
  ErrorSummary,
  Notice,
  Problem,
  type SaveState,
  type SummaryItem,
} from '../../platform/ui/index.ts';
import { documentsPath, issuedPath } from '../case-paths.ts';
import { useRefreshDocuments } from '../queries.ts';
import { DraftPages, PaperColumns, PaperState, type BesideFacts } from './preview-parts.tsx';
import type { Preview } from './use-preview.ts';

/** One press at a time: saves the draft, clears old refusals, and shows those of the new try at their fields. */
export function usePaperRun<Values extends FieldValues>(form: SectionForm<Values>, saveNow: () => Promise<void>) {
  const run = async (work: (draft: Values) => Promise<void>) => {
    if (form.busy) return;
    await saveNow();
    form.clearErrors();
    await form.send(work);
  };
  return { busy: form.busy, run };
}

/** Issues a paper and goes to its page; pressing again after a lost answer gives the same paper. */
export function useIssuePaper(caseId: string) {
  const go = useGo();
  const act = useAct({ refresh: useRefreshDocuments() });
  const issue = (
    work: (client: ActClient) => Promise<{ readonly document: { readonly id: string } }>,
    refused?: (failure: Failure) => unknown,
  ) =>
    act.run(work, {
      done: ({ document }) => go(issuedPath, { caseId, documentId: document.id }),
      ...(refused !== undefined && { refused }),
    });
  return { act, issue };
}

type Props = {
  readonly caseId: string;
  readonly title: string;
  readonly form: Pick<AnyForm, 'problem' | 'attempt' | 'fieldId'>;
  readonly summary: readonly SummaryItem[];
  /** Said when a draft was recovered; null when the form starts from the record. */
  readonly recovered: string | null;
  readonly preview: Preview;
  readonly saved: SaveState;
  readonly busy: boolean;
  readonly onShow: () => void;
  readonly onIssue: () => void;
  /** What is offered for the facts that the record lacks. */
  readonly beside: BesideFacts;
  /** The words of the paper while it is written, below its state. */
  readonly live?: ReactNode;
  readonly children: ReactNode;
};

/** The page of every paper: refusals, the draft's very pages, the form beside what the record lacks, the actions. */
export function PaperForm({
  caseId,
  title,
  form,
  summary,
  recovered,
  preview,
  beside,
  live,
  children,
  ...acts
}: Props) {
  const go = useGo();
  return (
    <>
      <ErrorSummary items={summary} attempt={form.attempt} />
      <Problem words={form.problem} />
      {recovered !== null && (
        <Notice>
          <p>{recovered}</p>
        </Notice>
      )}
      <DraftPages preview={preview} title={title} />
      <PaperColumns
        side={<PaperState caseId={caseId} preview={preview} fieldId={form.fieldId} beside={beside} live={live} />}
      >
        {children}
      </PaperColumns>
      <ActionBar main={{ label: 'Emitir', busy: acts.busy, onClick: acts.onIssue }} saved={acts.saved}>
        <PlainButton onClick={acts.onShow}>Ver borrador</PlainButton>
        <PlainButton onClick={() => go(documentsPath, { caseId })}>Volver a Documentos</PlainButton>
      </ActionBar>
    </>
  );
}
