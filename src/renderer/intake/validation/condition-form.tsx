import { useState } from 'react';
import { caseConditions, conditionOverrideReasons, type CaseOverview } from '../../../shared/intake/index.ts';
import { announce } from '../../platform/announce.ts';
import { useClient } from '../../platform/client-context.tsx';
import { failureOf, wordsOf } from '../../platform/failure-words.ts';
import { ActionBar, ChoiceField, ErrorSummary, Notice, Panel, TextField } from '../../platform/ui/index.ts';
import { useRefreshCase } from '../queries.ts';
import type { ConditionGiven, Proposal } from './use-proposal.ts';

type Props = {
  readonly overview: CaseOverview;
  readonly proposal: Proposal;
  readonly answers: ConditionGiven;
};

type Decision = { readonly condition: number | null; readonly reason: string | null; readonly words: string };

const reasons = conditionOverrideReasons.map(({ id, label }) => ({ code: id, label }));

/** What is stored: the label of the list, the words alone for «Otro»; null for none. */
function reasonText({ reason, words }: Decision): string | null {
  if (reason === 'other') return words.trim() === '' ? null : words.trim();
  return reasons.find((option) => option.code === reason)?.label ?? null;
}

function problemsOf(decision: Decision, proposal: Proposal, overview: CaseOverview) {
  const problems: { field: string; message: string }[] = [];
  if (overview.unsettled.length > 0)
    problems.push({ field: 'validate-settle', message: 'Confirme primero si es la misma persona.' });
  if (proposal.missing.length > 0)
    problems.push({ field: 'validate-missing', message: 'Complete las respuestas que faltan en las secciones A y B.' });
  if (decision.condition === null)
    problems.push({ field: 'validate-condition', message: 'Elija la condición del caso.' });
  else if (decision.condition !== proposal.proposed && reasonText(decision) === null)
    problems.push({
      field: decision.reason === 'other' ? 'validate-words' : 'validate-reason',
      message:
        decision.reason === 'other' ? 'Escriba el motivo.' : 'Elija el motivo por el que no es la condición propuesta.',
    });
  return problems;
}

/** Confirmation of the proposal, or another condition with its reason; «Validar caso». */
export function ConditionForm({ overview, proposal, answers }: Props) {
  const client = useClient();
  const refresh = useRefreshCase();
  const [decision, setDecision] = useState<Decision>({ condition: null, reason: null, words: '' });
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const problems = problemsOf(decision, proposal, overview);
  const shown = attempt === 0 ? [] : problems;
  const messageAt = (field: string) => shown.find((one) => one.field === field)?.message;
  const isOther = decision.condition !== null && decision.condition !== proposal.proposed;
  const validate = async () => {
    if (busy) return;
    setProblem(null);
    setAttempt((count) => count + 1);
    if (problems.length > 0 || decision.condition === null) return;
    setBusy(true);
    try {
      await client.validateCase({
        caseId: overview.caseId,
        version: overview.version,
        answers,
        condition: decision.condition,
        overrideReason: isOther ? reasonText(decision) : null,
      });
      announce(`Caso ${overview.number} validado.`);
    } catch (error) {
      setProblem(wordsOf(failureOf(error)));
    }
    await refresh();
    setBusy(false);
  };
  return (
    <>
      <Panel title="Confirmación">
        <ErrorSummary items={shown} attempt={attempt} />
        {problem !== null && (
          <Notice tone="error">
            <p role="alert">{problem}</p>
          </Notice>
        )}
        <ChoiceField
          words={{ label: 'Condición del caso', id: 'validate-condition', error: messageAt('validate-condition') }}
          options={caseConditions.map(({ code, label }) => ({
            code,
            label: code === proposal.proposed ? `${label} (propuesta)` : label,
          }))}
          value={decision.condition}
          onChange={(condition) => {
            setDecision((before) => ({ ...before, condition }));
          }}
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
            onChange={(reason) => {
              setDecision((before) => ({ ...before, reason }));
            }}
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
      <ActionBar main={{ label: 'Validar caso', onClick: () => void validate(), busy }} />
    </>
  );
}
