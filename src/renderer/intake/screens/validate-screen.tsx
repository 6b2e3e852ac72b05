import { useState } from 'react';
import { blankConditionAnswers, type CaseOverview, type LikelyPerson } from '../../../shared/intake/index.ts';
import { look, focusTitleFrom, Notice, PageTitle, QueryState } from '../../platform/ui/index.ts';
import { CaseFrame } from '../case-frame.tsx';
import { ClosedLine } from '../closed-line.tsx';
import { useToday } from '../today.ts';
import { ConditionForm } from '../validation/condition-form.tsx';
import { ConditionQuestions } from '../validation/condition-questions.tsx';
import { DecisionsPanel } from '../validation/decisions-panel.tsx';
import { LikelyPanel } from '../validation/likely-panel.tsx';
import { MissingPanel } from '../validation/missing-panel.tsx';
import { ProposalPanel } from '../validation/proposal-panel.tsx';
import { SettlePanel } from '../validation/settle-panel.tsx';
import { useProposal, type ConditionGiven } from '../validation/use-proposal.ts';
import { ValidatedPanel } from '../validation/validated-panel.tsx';

/** «Validar»: what is missing, who is who, the condition proposed and confirmed; then the result, which stays. */
export function ValidateScreen({ params }: { readonly params: { readonly caseId: string } }) {
  return (
    <CaseFrame caseId={params.caseId} section="validate">
      {(overview) => (
        <>
          <PageTitle>Validar el caso</PageTitle>
          {overview.state === 'draft' ? <Validation overview={overview} /> : <Validated overview={overview} />}
        </>
      )}
    </CaseFrame>
  );
}

/** The result, what was decided and why; a condition found wrong later is changed here with its reason. */
function Validated({ overview }: { readonly overview: CaseOverview }) {
  const [isChanging, setChanging] = useState(false);
  const mayChange = overview.sections.some((one) => one.id === 'validate' && one.canWrite);
  if (isChanging) {
    return <Validation overview={overview} onChanged={() => setChanging(false)} />;
  }
  return (
    <>
      {overview.reopened.length > 0 && (
        <Notice tone="warning">
          {`La condición se abrió otra vez. ${overview.reopened.join(' ')} Revise en qué se apoya y confírmela con «Cambiar la condición».`}
        </Notice>
      )}
      <ClosedLine />
      <ValidatedPanel overview={overview} />
      <LeftToReview overview={overview} />
      {mayChange && (
        <DecisionsPanel
          caseId={overview.caseId}
          isOpen={overview.state !== 'closed'}
          onChange={() => {
            // The button goes away with its page.
            focusTitleFrom(document.activeElement);
            setChanging(true);
          }}
        />
      )}
    </>
  );
}

/** Whom nobody could compare when the case was validated: whoever may see both says now who is who. */
function LeftToReview({ overview }: { readonly overview: CaseOverview }) {
  const { data } = useProposal(overview.caseId, blankConditionAnswers);
  // Of the men of her fichas the question of the condition may have been answered instead.
  const isLeft = ({ isAsked, isOfHers, answer }: LikelyPerson) =>
    isAsked && answer !== 'different' && !(isOfHers && answer === null);
  const left = data?.likely.filter(isLeft) ?? [];
  return left.length === 0 ? null : <LikelyPanel overview={overview} likely={left} links={data?.links ?? []} />;
}

const civilDate = /^\d{4}-\d{2}-\d{2}$/;

type ValidationProps = {
  readonly overview: CaseOverview;
  /** Given where a confirmed condition is changed. */
  readonly onChanged?: () => void;
};

function Validation({ overview, onChanged }: ValidationProps) {
  const [answers, setAnswers] = useState<ConditionGiven>(blankConditionAnswers);
  const today = useToday();
  const last = answers.lastAttentionElsewhereOn;
  // A date that cannot be read yet stays in its field and is not sent.
  const given = last !== null && !civilDate.test(last) ? { ...answers, lastAttentionElsewhereOn: null } : answers;
  const proposal = useProposal(overview.caseId, given);
  const mayValidate = overview.sections.some((one) => one.id === 'validate' && one.canWrite);
  return (
    <QueryState query={proposal}>
      {(proposed) => (
        <>
          {onChanged === undefined && (
            <div id="validate-missing" tabIndex={-1}>
              <MissingPanel caseId={overview.caseId} missing={proposed.missing} />
            </div>
          )}
          <div id="validate-settle" className={look.stack} tabIndex={-1}>
            <SettlePanel overview={overview} />
            <LikelyPanel overview={overview} likely={proposed.likely} links={proposed.links} />
          </div>
          <ConditionQuestions answers={answers} asked={proposed.asked} today={today} onChange={setAnswers} />
          <ProposalPanel caseId={overview.caseId} proposal={proposed} />
          {mayValidate ? (
            <ConditionForm
              overview={overview}
              proposal={proposed}
              answers={given}
              {...(onChanged === undefined ? {} : { onChanged })}
            />
          ) : (
            <Notice>La condición la confirma quien atiende el caso. Aquí puede decir quién es quién.</Notice>
          )}
        </>
      )}
    </QueryState>
  );
}
