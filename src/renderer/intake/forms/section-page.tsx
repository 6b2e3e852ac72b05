import { useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, type ComponentProps, type ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { sectionOf, type CaseOverview, type FormSectionId } from '../../../shared/intake/index.ts';
import type { ChangeReason } from '../../../shared/history/index.ts';
import type { Answers } from '../../../shared/record/index.ts';
import { announce } from '../../platform/announce.ts';
import {
  FieldSuggestions,
  FieldTrail,
  FieldWarnings,
  NextUnanswered,
  QuestionFields,
  SectionLayout,
  summaryOf,
  useProblemFocus,
} from '../../platform/forms/index.ts';
import { useGo } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import {
  Problem,
  look,
  ActionBar,
  ErrorSummary,
  PageTitle,
  UnfoldedForm,
  Dialog,
  QueryState,
} from '../../platform/ui/index.ts';
import { sectionAfter } from '../case-frame.tsx';
import { focusPending } from '../pending-focus.ts';
import { useFrequentDetails, useFormChanges } from '../queries.ts';
import { sectionPaths, sectionTitles } from '../words.ts';
import { ChangesTable } from '../changes-table.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { fieldLabel, labelOfQuestion } from './field-words.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { RecoveredNotice } from './recovered-notice.tsx';
import { SavedPanel } from './saved-panel.tsx';
import type { SectionWork } from './use-section.ts';
import { orderOf } from './values.ts';

type Props<Values extends FieldValues> = {
  readonly section: FormSectionId;
  readonly overview: CaseOverview;
  readonly work: SectionWork<Values>;
  /** Answers of other sections that this one rests on. */
  readonly context?: Answers;
  readonly children: ReactNode;
};

/** Name of a field for the summary; null where the page has no words for it. */
function labelOf(path: string): string | null {
  const label = fieldLabel(path);
  return label === path ? null : label;
}

/** What every section has around their fields: recovered draft, errors, conflict, what is missing, the save. */
export function SectionPage<Values extends FieldValues>(props: Props<Values>) {
  const { section, overview, work, context, children } = props;
  const root = useRef<HTMLFormElement>(null);
  const { form, draft, result, conflict } = work;
  const go = useGo();
  const problem = useProblemFocus(form);
  useEffect(() => focusPending(), []);
  const after = sectionAfter(overview, section);
  const goOn = () => {
    if (after !== null) go(sectionPaths[after], { caseId: overview.caseId });
  };
  const router = useRouter();
  const save = async (reason?: ChangeReason) => {
    const from = router.state.location.pathname;
    const answer = await work.saveNow(reason);
    if (answer === null) return;
    announce('Sección guardada.');
    // Whoever went elsewhere while it was being kept, or typed on, is not pulled away from there.
    const isStillHere = router.state.location.pathname === from;
    if (isStillHere && !answer.isTypedOn && answer.missing.length === 0 && answer.warnings.length === 0) goOn();
  };
  const mayReadChanges = useMay('registerForm.readB');
  const [shown, setShown] = useState<string | null>(null);
  const { changed } = work;
  const key = [...changed].join();
  const trail = useMemo(
    () => (mayReadChanges ? { changed: new Set(key.split(',')), show: setShown } : null),
    [key, mayReadChanges],
  );
  const { title, questions } = sectionOf(section);
  const order = orderOf(section);
  const offered = useFrequentDetails(overview.caseId, section);
  return (
    <FieldWarnings value={work.warnings}>
      <FieldTrail value={trail}>
        <PageTitle>{title}</PageTitle>
        <RecoveredNotice {...work} />
        <ErrorSummary items={summaryOf(form, order, labelOf)} attempt={form.attempt} />
        {(form.problem !== null || conflict !== null) && (
          <div className={look.stack} ref={problem} tabIndex={-1}>
            {conflict === null && <Problem words={form.problem} />}
            {conflict !== null && (
              <ConflictPanel
                {...{ form, section, order, caseId: overview.caseId, theirs: conflict.form }}
                onResolved={() => {
                  work.resolve();
                  void save();
                }}
              />
            )}
          </div>
        )}
        {result !== null && (
          <SavedPanel
            {...result}
            questions={questions}
            fieldId={form.fieldId}
            next={after === null ? null : { label: `Continuar: ${sectionTitles[after]}`, onClick: goOn }}
          />
        )}
        <SectionLayout
          section={sectionOf(section)}
          form={form}
          at="answers"
          context={context}
          root={root}
          onLeave={() => void draft.saveNow()}
        >
          <UnfoldedForm value={work.recoveredAt !== null}>
            <FieldSuggestions value={offered}>{children}</FieldSuggestions>
          </UnfoldedForm>
        </SectionLayout>
        <ActionBar
          main={{ label: 'Guardar y continuar', onClick: () => void save(), busy: work.busy, byControlEnter: true }}
          saved={draft.state}
        >
          <NextUnanswered root={root} />
        </ActionBar>
        <ReasonDialog opened={work.asksReason} onCancel={work.giveUpReason} onChosen={(reason) => void save(reason)} />
        {shown !== null && (
          <ChangesDialog caseId={overview.caseId} section={section} path={shown} onClose={() => setShown(null)} />
        )}
      </FieldTrail>
    </FieldWarnings>
  );
}

type QuestionsProps = Omit<ComponentProps<typeof QuestionFields>, 'isFolding' | 'labelOf' | 'section' | 'at'>;

/** The questions of a section, in blocks that fold. */
export function SectionQuestions({ section, ...drawn }: QuestionsProps & { readonly section: FormSectionId }) {
  return <QuestionFields isFolding labelOf={labelOfQuestion} section={sectionOf(section)} at="answers" {...drawn} />;
}

type ChangesDialogProps = {
  readonly caseId: string;
  readonly section: FormSectionId;
  readonly path: string;
  readonly onClose: () => void;
};

/** How one answer changed since it was first saved. */
function ChangesDialog({ caseId, section, path, onClose }: ChangesDialogProps) {
  const changes = useFormChanges(caseId, section);
  return (
    <Dialog isWide title={`Cambios: ${fieldLabel(path)}`} cancel={{ label: 'Cerrar', onClick: onClose }}>
      <QueryState query={changes}>
        {({ sets }) => <ChangesTable caption={fieldLabel(path)} sets={sets} path={path} />}
      </QueryState>
    </Dialog>
  );
}
