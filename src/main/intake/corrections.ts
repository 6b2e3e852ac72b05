/** Corrections asked for by who opened a ficha and may no longer write it. */
import { sql } from 'kysely';
import type { Correction, correctionContract } from '../../shared/intake/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import { staffNames } from '../access/index.ts';
import { raiseAlert } from '../alerts/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { cellsOf, rowOf, updateVersioned, byNow, insertRecord } from '../platform/storage/rows.ts';
import { findCase, findCaseByNumber, type CaseRow } from './case-repository.ts';
import { isClosedTo } from './case-persons.ts';
import { refuseClosed } from './drafts.ts';
import { allowed } from './rights.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof correctionContract;

/** Whoever opened it, or may write it anyway; a conflict or a seal holds against all. */
async function mayAsk(unit: Use, row: CaseRow): Promise<boolean> {
  if ((await allowed(unit, 'correction.ask', row.id)) === null) return false;
  return row.opened_by === unit.session.staffId || (await allowed(unit, 'registerForm.writeA', row.id)) !== null;
}

async function ask(unit: Use, { number, part, words }: InputOf<Contract['askCorrection']>) {
  const row = await findCaseByNumber(unit.trx, number);
  if (row === undefined || !(await mayAsk(unit, row))) {
    throw failAt('number', 'No existe una ficha con ese número o no la abrió usted.', 'ficha-not-own');
  }
  refuseClosed(row.state);
  const id = unit.newId<'CorrectionId'>();
  await insertRecord(unit, tablesIn, 'correction_request', {
    id,
    case_id: row.id,
    part,
    words,
    ...byNow(unit, 'asked'),
    state: 'pending',
    decline_reason: null,
    decline_words: null,
    decided_by: null,
    decided_at: null,
    version: 1,
  });
  unit.about('correction_request', id);
  await raiseAlert(unit, { caseId: row.id, kind: 'correctionAsked', note: null });
  unit.note({ part });
  return {};
}

async function list(unit: Use): Promise<OutputOf<Contract['listCorrections']>> {
  const names = await staffNames(unit.trx);
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''));
  const rows = await tablesIn(unit.trx)
    .selectFrom('correction_request')
    .selectAll()
    .orderBy(sql`state <> 'pending'`)
    .orderBy('asked_at', 'desc')
    .limit(500)
    .execute();
  const corrections: Correction[] = [];
  for (const row of rows) {
    const found = await findCase(unit.trx, row.case_id);
    if (found === undefined || (await isClosedTo(unit.trx, found, unit.session.staffId))) continue;
    const decides = await allowed(unit, 'correction.decide', row.case_id);
    if (decides === null && row.asked_by !== unit.session.staffId) continue;
    corrections.push({
      ...cellsOf(row, 'id', 'case_id', 'part', 'words', 'asked_at', 'state', 'decline_reason', 'decline_words'),
      ...cellsOf(row, 'decided_at', 'version'),
      number: found.number,
      askedBy: nameOf(row.asked_by) ?? '',
      decidedBy: nameOf(row.decided_by),
      canDecide: decides !== null && row.state === 'pending',
    });
  }
  unit.note({ corrections: corrections.length });
  return { corrections };
}

async function decide(unit: Use, input: InputOf<Contract['decideCorrection']>) {
  const { decision } = input;
  const row = await rowOf(tablesIn(unit.trx), 'correction_request', { id: input.correctionId, case_id: input.caseId });
  if (row.state !== 'pending') throw fail('rule-broken', 'correction-decided');
  const why = decision.state === 'declined' ? decision : { reason: null, words: null };
  const read = { id: row.id, version: input.version };
  await updateVersioned(tablesIn(unit.trx), 'correction_request', read, {
    state: decision.state,
    decline_reason: why.reason,
    decline_words: why.words,
    decided_by: unit.session.staffId,
    decided_at: unit.now,
  });
  unit.touch('correction_request', row.id);
  unit.note({ state: decision.state });
  return {};
}

export const correctionHandlers: Handlers<Contract, Trx> = {
  askCorrection: inside(ask),
  listCorrections: inside(list),
  decideCorrection: inside(decide),
};
