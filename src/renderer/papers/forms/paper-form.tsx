import { type ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { Failure } from '../../../shared/platform/failures.ts';
import { type AnyForm, type ActClient, type SectionForm, useAct } from '../../platform/forms/index.ts';
import { useScreenKey } from '../../platform/keys.ts';
import { useGo } from '../../platform/routes.ts';
import {
  PlainButton,
  ActionBar,
  ErrorSummary,
  Told,
  Problem,
  UnfoldedForm,
  type SaveState,
  type SummaryItem,
  Key,
} from '../../platform/ui/index.ts';
import type { BesideFacts } from '../beside/facts.tsx';
import { PaperBeside } from '../beside/paper-beside.tsx';
import type { DraftPages, PaperShown } from '../beside/use-paper.ts';
import { issuedPath } from '../case-paths.ts';
import { useRefreshDocuments } from '../queries.ts';

/** One press at a time: saves the draft, clears old refusals, and shows those of the new try at their fields. */
export function usePaperRun<Values extends FieldValues>(form: SectionForm<Values>, saveNow: () => Promise<void>) {
  const run = async (work: (draft: Values, client: ActClient) => Promise<void>) => {
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
  readonly now: PaperShown;
  /** Id of the control that answers what it lacks, by the path of its field. */
  readonly lackId?: (path: string) => string;
  /** Accessible name of its words. */
  readonly label: string;
  readonly pages: DraftPages;
  readonly saved: SaveState;
  readonly busy: boolean;
  readonly onShow: () => void;
  readonly onIssue: () => void;
  /** Beside the page, besides what every paper has. */
  readonly pageActs?: ReactNode;
  /** What is offered for the facts that the record lacks. */
  readonly beside: BesideFacts;
  readonly children: ReactNode;
};

/** The page of every paper: its questions beside its words, what it lacks, the acts. */
export function PaperForm(props: Props) {
  const { caseId, title, form, summary, recovered, now, lackId, label, pages, pageActs, beside, children, ...acts } =
    props;
  useScreenKey(({ key, ctrlKey }) => ctrlKey && key.toLowerCase() === 'p', acts.onShow);
  return (
    <UnfoldedForm value={recovered !== null}>
      <PaperBeside
        caseId={caseId}
        title={title}
        papers={[{ key: '', label, now, fieldId: lackId ?? form.fieldId }]}
        ofFact={beside.ofFact}
        pages={pages}
        acts={pageActs}
        head={
          <>
            <ErrorSummary items={summary} attempt={form.attempt} />
            <Problem words={form.problem} />
            {beside.problem}
            <Told>{recovered}</Told>
          </>
        }
      >
        {children}
      </PaperBeside>
      <ActionBar
        main={{ label: 'Emitir…', busy: acts.busy, onClick: acts.onIssue, byControlEnter: true }}
        saved={acts.saved}
      >
        <PlainButton onClick={acts.onShow} aria-keyshortcuts="Control+P">
          Ver borrador
          <Key>Ctrl P</Key>
        </PlainButton>
        {beside.ofAll(now.words?.missing ?? [])}
      </ActionBar>
    </UnfoldedForm>
  );
}
