import { useState } from 'react';
import type { CaseOverview } from '../../../shared/intake/index.ts';
import { PageTitle, QueryState } from '../../platform/ui/index.ts';
import { CaseFrame } from '../case-frame.tsx';
import { useToday } from '../today.ts';
import { ConditionForm } from '../validation/condition-form.tsx';
import { ConditionQuestions } from '../validation/condition-questions.tsx';
import { MissingPanel } from '../validation/missing-panel.tsx';
import { ProposalPanel } from '../validation/proposal-panel.tsx';
import { SettlePanel } from '../validation/settle-panel.tsx';
import { noConditionAnswers, useProposal } from '../validation/use-proposal.ts';
import { ValidatedPanel } from '../validation/validated-panel.tsx';

/** «Validar»: what is missing, who is who, the condition proposed and confirmed; then the result, which stays. */
export function ValidateScreen({ params }: { readonly params: { readonly caseId: string } }) {
  return (
    <CaseFrame caseId={params.caseId} section="validate">
      {(overview) => (
        <>
          <PageTitle>Validar el caso</PageTitle>
          {overview.state === 'draft' ? <Validation overview={overview} /> : <ValidatedPanel overview={overview} />}
        </>
      )}
    </CaseFrame>
  );
}

const civilDate = /^\d{4}-\d{2}-\d{2}$/;

function Validation({ overview }: { readonly overview: CaseOverview }) {
  const [answers, setAnswers] = useState(noConditionAnswers);
  const today = useToday();
  const last = answers.lastAttentionElsewhereOn;
  // A date that cannot be read yet stays in its field and is not sent.
  const given = last !== null && !civilDate.test(last) ? { ...answers, lastAttentionElsewhereOn: null } : answers;
  const proposal = useProposal(overview.caseId, given);
  return (
    <QueryState query={proposal}>
      {(proposed) => (
        <>
          <div id="validate-missing" tabIndex={-1}>
            <MissingPanel caseId={overview.caseId} missing={proposed.missing} />
          </div>
          <div id="validate-settle" tabIndex={-1}>
            <SettlePanel overview={overview} />
          </div>
          <ConditionQuestions answers={answers} needed={proposed.needsAnswer} today={today} onChange={setAnswers} />
          <ProposalPanel caseId={overview.caseId} proposal={proposed} />
          <ConditionForm overview={overview} proposal={proposed} answers={given} />
        </>
      )}
    </QueryState>
  );
}
