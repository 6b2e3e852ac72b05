import { useState } from 'react';
import type { ChangeReason } from '../../../shared/history/index.ts';
import {
  caseConditions,
  conditionOverrideReasons,
  type CaseOverview,
  type ConditionReason,
} from '../../../shared/intake/index.ts';
import { type ActClient, ActProblem, useAct } from '../../platform/forms/index.ts';
import { LineWait } from '../../platform/line/index.ts';
import { ActionBar, ChoiceField, ErrorSummary, optionsOf, Panel, TextField } from '../../platform/ui/index.ts';
import { ReasonDialog } from '../forms/reason-dialog.tsx';
import { useRefreshCase } from '../queries.ts';
import { reviewerWords } from './reviewer-words.ts';
import type { ConditionGiven, Proposal } from './use-proposal.ts';

type Props = {
  readonly overview: CaseOverview;
  readonly proposal: Proposal;
  readonly answers: ConditionGiven;
  /** Given where a condition that was confirmed before is changed. */
  readonly onChanged?: () => void;
};

type Decision = {
  readonly condition: number | null;
  readonly reason: ConditionReason['code'] | null;
  readonly words: string;
};

const reasons = optionsOf(conditionOverrideReasons);

/** Code of the list, with words for «Otro»; null for none. */
function reasonOf({ reason, words }: Decision): ConditionReason | null {
  if (reason === null) return null;
  if (reason !== 'other') return { code: reason, text: null };
  return words.trim() === '' ? null : { code: reason, text: words.trim() };
}

/** What the validation waits for: the answer of this reader, or that of others. */
function waitsFor({ unsettled }: CaseOverview): string {
  const others = unsettled.flatMap(({ needsReview, reviewers }) => (needsReview ? reviewers : []));
  if (unsettled.some(({ needsReview }) => !needsReview)) return 'Confirme primero si es la misma persona.';
  return `Espera a que ${reviewerWords([...new Set(others)], false)} diga si es la misma persona.`;
}

function problemsOf(decision: Decision, proposal: Proposal, overview: CaseOverview) {
  const problems: { field: string; message: string }[] = [];
  if (overview.unsettled.length > 0) problems.push({ field: 'validate-settle', message: waitsFor(overview) });
  if (proposal.missing.length > 0 && overview.state === 'draft')
    problems.push({ field: 'validate-missing', message: 'Complete las respuestas que faltan en las secciones A y B.' });
  if (decision.condition === null)
    problems.push({ field: 'validate-condition', message: 'Elija la condición del caso.' });
  else if (decision.condition !== proposal.proposed && reasonOf(decision) === null)
    problems.push({
      field: decision.reason === 'other' ? 'validate-words' : 'validate-reason',
      message:
        decision.reason === 'other' ? 'Escriba el motivo.' : 'Elija el motivo por el que no es la condición propuesta.',
    });
  return problems;
}

/** Confirmation of the proposal, or another condition with its reason; «Validar caso». */
export function ConditionForm({ overview, proposal, answers, onChanged }: Props) {
  const refresh = useRefreshCase();
  const [decision, setDecision] = useState<Decision>({ condition: null, reason: null, words: '' });
  const [attempt, setAttempt] = useState(0);
  const act = useAct({ refresh });
  const [asksWhy, setAsksWhy] = useState(false);
  const problems = problemsOf(decision, proposal, overview);
  const shown = attempt === 0 ? [] : problems;
  const messageAt = (field: string) => shown.find((one) => one.field === field)?.message;
  const isOther = decision.condition !== null && decision.condition !== proposal.proposed;
  const send = (changeReason: ChangeReason | null) => {
    const { condition } = decision;
    if (condition === null) return;
    setAsksWhy(false);
    const given = {
      ...{ caseId: overview.caseId, version: overview.version, answers, condition },
      overrideReason: isOther ? reasonOf(decision) : null,
    };
    const validate = async (client: ActClient) => {
      if (changeReason === null) await client.validateCase(given);
      else await client.changeCondition({ ...given, changeReason });
    };
    void act.run(validate, {
      words: changeReason === null ? `Caso ${overview.number} validado.` : 'Condición cambiada.',
      done: () => onChanged?.(),
      toTitle: true,
      refused: refresh,
    });
  };
  const decide = () => {
    if (act.busy) return;
    act.say(null);
    setAttempt((count) => count + 1);
    if (problems.length > 0) return;
    if (onChanged === undefined) send(null);
    else setAsksWhy(true);
  };
  return (
    <>
      <Panel title="Confirmación">
        <ErrorSummary items={shown} attempt={attempt} />
        <LineWait what="validation" />
        <ActProblem act={act} byBar />
        <ChoiceField
          words={{ label: 'Condición del caso', id: 'validate-condition', error: messageAt('validate-condition') }}
          options={caseConditions.map(({ code, label }) => ({
            code,
            label: code === proposal.proposed ? `${label} (propuesta)` : label,
          }))}
          value={decision.condition}
          onChange={(condition) => setDecision((before) => ({ ...before, condition }))}
        />
        {isOther && (
          <ChoiceField
            words={{
              label: 'Motivo por el que no es la propuesta',
              id: 'validate-reason',
              error: messageAt('validate-reason'),
            }}
            options={reasons}
            value={decision.reason}
            onChange={(reason) => setDecision((before) => ({ ...before, reason }))}
          />
        )}
        {isOther && decision.reason === 'other' && (
          <TextField
            words={{ label: 'Especifique el motivo', id: 'validate-words', error: messageAt('validate-words') }}
            maxLength={300}
            value={decision.words}
            onChange={(event) => {
              const words = event.target.value;
              setDecision((before) => ({ ...before, words }));
            }}
          />
        )}
      </Panel>
      <ActionBar
        main={{
          label: onChanged === undefined ? 'Validar caso' : 'Guardar la condición',
          onClick: decide,
          busy: act.busy,
        }}
      />
      <ReasonDialog opened={asksWhy} onCancel={() => setAsksWhy(false)} onChosen={send} />
    </>
  );
}
