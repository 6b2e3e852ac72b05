/** Decisions on the condition of a case: each stays as it was taken. */
import {
  conditionReasonWords,
  type ConditionAnswers,
  type ConditionDecision,
  type ConditionProposal,
  type ConditionReason,
} from '../../shared/intake/index.ts';
import { changeReasonWords, type ChangeReason } from '../../shared/history/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { insertRow, rowsOf, valuesIn, byNow, insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type IntakeTables, type Use } from './tables.ts';

export type Decided = {
  readonly caseId: CaseId;
  readonly proposal: ConditionProposal;
  readonly answers: ConditionAnswers;
  /** Persons close to her who are not she. */
  readonly ruledOut: number;
  /** The fichas that the proposal rests on. */
  readonly basis: readonly Pick<IntakeTables['condition_basis'], 'rests_on' | 'aggressor'>[];
  readonly condition: number;
  readonly overrideReason: ConditionReason | null;
  readonly changeReason: ChangeReason | null;
};

const bit = (answer: boolean | null): 0 | 1 | null => (answer === null ? null : answer ? 1 : 0);

export async function keepDecision(unit: Use, decided: Decided): Promise<void> {
  const { proposal, answers, overrideReason, changeReason } = decided;
  const id = unit.newId();
  await insertRow(tablesIn(unit.trx), 'condition_decision', {
    id,
    case_id: decided.caseId,
    proposed: String(proposal.proposed),
    confirmed: decided.condition,
    override_code: overrideReason?.code ?? null,
    override_text: overrideReason?.text ?? null,
    change_code: changeReason?.code ?? null,
    change_text: changeReason?.text ?? null,
    rule_set: proposal.ruleSetVersion,
    new_event: bit(answers.newEvent),
    is_another_person: decided.ruledOut > 0 ? 1 : null,
    same_aggressor: bit(answers.sameAggressor),
    transferred_same_event: bit(answers.transferredSameEvent),
    services_needed: answers.servicesNeeded,
    last_attention_elsewhere_on: answers.lastAttentionElsewhereOn,
    ...byNow(unit, 'decided'),
    version: 1,
  });
  const sentences = [
    ...proposal.reasons.map((sentence) => ({ kind: 'reason' as const, sentence })),
    ...proposal.warnings.map((sentence) => ({ kind: 'warning' as const, sentence })),
  ].map((one, position) => ({ decision_id: id, position, ...one }));
  await tablesIn(unit.trx).insertInto('condition_sentence').values(sentences).execute();
  for (const one of decided.basis) {
    const basisId = unit.newId();
    await insertRecord(unit, tablesIn, 'condition_basis', { id: basisId, decision_id: id, ...one, version: 1 });
  }
  unit.touch('condition_decision', id);
}

function proposedOf(text: string): ConditionDecision['proposed'] {
  return text === 'no-new-ficha' || text === 'undecidable' ? text : Number(text);
}

function toDecision(row: IntakeTables['condition_decision'], reasons: string[], name: string): ConditionDecision {
  const override = { code: row.override_code, text: row.override_text } as ConditionReason;
  const change = { code: row.change_code, text: row.change_text } as ChangeReason;
  return {
    proposed: proposedOf(row.proposed),
    condition: row.confirmed,
    reason: row.override_code === null ? null : conditionReasonWords(override),
    changeReason: row.change_code === null ? null : changeReasonWords(change),
    reasons,
    ruleSetVersion: row.rule_set,
    decidedBy: name,
    decidedAt: row.decided_at,
  };
}

/** Newest first. */
export async function listDecisions(trx: Trx, caseId: CaseId): Promise<ConditionDecision[]> {
  const rows = await rowsOf(tablesIn(trx), 'condition_decision', { case_id: caseId }, 'decided_at desc', 'rowid desc');
  const names = await staffNames(trx);
  const found: ConditionDecision[] = [];
  for (const row of rows) {
    const reasons = await valuesIn(
      tablesIn(trx),
      'condition_sentence.sentence',
      { decision_id: row.id, kind: 'reason' },
      'position',
    );
    found.push(toDecision(row, reasons, names.get(row.decided_by) ?? ''));
  }
  return found;
}
