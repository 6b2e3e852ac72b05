import { type ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { type AnyForm, type ActClient, type SectionForm, useAct, useAutosave } from '../../platform/forms/index.ts';
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
import { useDraftPages, type DraftPages, type PaperShown } from '../beside/use-paper.ts';
import { issuedPath } from '../case-paths.ts';
import { useRefreshDocuments } from '../queries.ts';
import { useSaveDraft } from './use-form-draft.ts';

/** What a page of a paper works with: its draft, kept as it is typed, its pages, and the act that issues it. */
export function usePaperWork<Values extends FieldValues>(form: SectionForm<Values>, caseId: string, draftId: string) {
  const { state, saveNow } = useAutosave({ form, save: useSaveDraft(draftId) });
  const go = useGo();
  const act = useAct({ refresh: useRefreshDocuments() });
  return {
    ...{ busy: form.busy, saved: state, pages: useDraftPages(), act },
    /** One press at a time: saves the draft, clears old refusals, and shows those of the new try at their fields. */
    run: async (work: (draft: Values, client: ActClient) => Promise<void>) => {
      if (form.busy) return;
      form.clearErrors();
      await form.send(async (draft, client) => {
        await saveNow();
        await work(draft, client);
      });
    },
    /** Goes to the page of the paper; pressing again after a lost answer gives the same paper. */
    issue: (work: (client: ActClient) => Promise<{ readonly document: { readonly id: string } }>) =>
      act.run(work, { done: ({ document }) => go(issuedPath, { caseId, documentId: document.id }) }),
  };
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
