/** Signed partner risk forms: the form in one row, each answer as a row of text beside it. */
import type { CaseId } from '../../shared/platform/ids.ts';
import type { PartnerRiskAnswers, PartnerRiskLevel, PartnerRiskRecord } from '../../shared/risk/index.ts';
import { blankPartnerRisk, partnerRiskAnswersSchema } from '../../shared/risk/index.ts';
import { staffNames } from '../access/index.ts';
import { among } from '../platform/storage/among.ts';
import { cellsOf, columnsIn, insertRecord, insertRow, rowsOf, valuesIn } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type RiskTables, type Use } from './tables.ts';

export type RiskFormRow = RiskTables['partner_risk_form'];
type AnswerRow = Pick<RiskTables['partner_risk_answer'], 'item' | 'answer'>;

const itemPrefix = 'item.';
const annexPrefix = 'annex.';
const explainedPrefix = 'explained.';

/** One row per answer; what was not answered has no row. */
export function answerRows(answers: PartnerRiskAnswers): AnswerRow[] {
  const { items, annex, highestSeverity, livedTogether, resistsControl, explained, ...texts } = answers;
  const rows: { item: string; answer: string | null }[] = [
    ...Object.entries(items).map(([id, answer]) => ({ item: `${itemPrefix}${id}`, answer })),
    ...Object.entries(annex).map(([id, answer]) => ({ item: `${annexPrefix}${id}`, answer })),
    ...explained.map(({ about, why }) => ({ item: `${explainedPrefix}${about}`, answer: why })),
    ...Object.entries(texts).map(([item, answer]) => ({ item, answer })),
    { item: 'highestSeverity', answer: highestSeverity === null ? null : String(highestSeverity) },
    { item: 'livedTogether', answer: livedTogether },
    { item: 'resistsControl', answer: resistsControl ? 'yes' : null },
  ];
  return rows.flatMap(({ item, answer }) => (answer === null ? [] : [{ item, answer }]));
}

/** The answers as they were signed; a row that fits no question is a damage, not an answer to drop. */
export function answersOf(rows: readonly AnswerRow[]): PartnerRiskAnswers {
  const blank = blankPartnerRisk();
  const items: Record<string, string> = { ...blank.items };
  const annex: Record<string, string | null> = { ...blank.annex };
  const rest: Record<string, unknown> = {};
  const explained: { about: string; why: string }[] = [];
  for (const { item, answer } of rows) {
    if (item.startsWith(itemPrefix)) items[item.slice(itemPrefix.length)] = answer;
    else if (item.startsWith(annexPrefix)) annex[item.slice(annexPrefix.length)] = answer;
    else if (item.startsWith(explainedPrefix))
      explained.push({ about: item.slice(explainedPrefix.length), why: answer });
    else if (item === 'highestSeverity') rest[item] = Number(answer);
    else if (item === 'resistsControl') rest[item] = answer === 'yes';
    else rest[item] = answer;
  }
  return partnerRiskAnswersSchema.parse({ ...blank, ...rest, items, annex, explained });
}

export async function insertRiskForm(unit: Use, row: RiskFormRow, answers: PartnerRiskAnswers): Promise<void> {
  await insertRecord(unit, tablesIn, 'partner_risk_form', row);
  const rows = answerRows(answers).map((answer) => ({ form_id: row.id, ...answer }));
  await insertRow(tablesIn(unit.trx), 'partner_risk_answer', rows);
}

/** Signed forms of a case, newest first. */
export async function listRiskForms(trx: Trx, caseId: CaseId): Promise<PartnerRiskRecord[]> {
  const forms = await rowsOf(tablesIn(trx), 'partner_risk_form', { case_id: caseId }, 'assessed_at desc', 'id');
  const answers = await rowsOf(tablesIn(trx), 'partner_risk_answer', { form_id: forms.map(({ id }) => id) });
  const names = await staffNames(trx);
  return forms.map((form) => toRecord(form, answersOf(answers.filter((row) => row.form_id === form.id)), names));
}

/** Level confirmed by the newest form signed of a pair, whatever the ficha; null when none was signed. */
export async function latestLevelOfPair(trx: Trx, caseId: CaseId): Promise<PartnerRiskLevel | null> {
  const row = await tablesIn(trx)
    .selectFrom('partner_risk_form')
    .innerJoin('case_file', 'case_file.id', 'partner_risk_form.case_id')
    .select('partner_risk_form.confirmed_level')
    .where('case_file.pair_id', '=', (own) =>
      own.selectFrom('case_file as own').select('own.pair_id').where('own.id', '=', caseId),
    )
    .where('case_file.annulled_at', 'is', null)
    .orderBy('assessed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : row.confirmed_level;
}

/** Ids of the other fichas of the pair. */
export async function otherCasesOfPair(trx: Trx, caseId: CaseId): Promise<CaseId[]> {
  const rows = await tablesIn(trx)
    .selectFrom('case_file')
    .select('id')
    .where('pair_id', '=', (own) =>
      own.selectFrom('case_file as own').select('own.pair_id').where('own.id', '=', caseId),
    )
    .where('id', '<>', caseId)
    .where('annulled_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** When the newest form of each case was signed, by their ids; one without any is left out. */
export async function valuedAt(trx: Trx, caseIds: readonly CaseId[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tablesIn(trx)
    .selectFrom('partner_risk_form')
    .select(['case_id', ({ fn }) => fn.max('assessed_at').as('at')])
    .where('case_id', 'in', among(caseIds))
    .groupBy('case_id')
    .execute();
  return new Map(rows.map(({ case_id, at }) => [case_id, at]));
}

/** Who signed forms of these cases. */
export async function riskHands(trx: Trx, caseIds: readonly CaseId[]) {
  return tablesIn(trx)
    .selectFrom('partner_risk_form')
    .select(['case_id as caseId', 'assessed_by as staffId'])
    .where('case_id', 'in', among(caseIds))
    .execute();
}

/** The newest signed form; null when none was signed. */
export async function latestRiskForm(trx: Trx, caseId: CaseId): Promise<PartnerRiskRecord | null> {
  return (await listRiskForms(trx, caseId))[0] ?? null;
}

export function toRecord(
  row: RiskFormRow,
  answers: PartnerRiskAnswers,
  names: ReadonlyMap<string, string>,
): PartnerRiskRecord {
  return {
    ...cellsOf(row, 'id', 'instrument', 'assessed_at', 'points', 'score_level', 'adjusted_level', 'confirmed_level'),
    ...cellsOf(row, 'override_reason', 'unknown_count'),
    assessedBy: names.get(row.assessed_by) ?? '',
    answers,
  };
}

export async function riskFormsOf(trx: Trx, caseId: CaseId): Promise<string[]> {
  return valuesIn(tablesIn(trx), 'partner_risk_form.assessed_at', { case_id: caseId });
}

/** What each signed form of a case came to, without its answers. */
export async function signedLevels(trx: Trx, caseId: CaseId) {
  const columns = ['id', 'assessed_at', 'points', 'confirmed_level', 'assessed_by'] as const;
  const rows = await columnsIn(tablesIn(trx), 'partner_risk_form', columns, { case_id: caseId });
  const names = await staffNames(trx);
  return rows.map((row) => ({
    ...cellsOf(row, 'id', 'assessed_at', 'points'),
    level: row.confirmed_level,
    by: names.get(row.assessed_by) ?? '',
  }));
}
