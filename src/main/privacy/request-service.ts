/** The register of requests about data: taken down, verified, answered, each within its term. */
import {
  basisOn,
  basisTable,
  identityFields,
  outsideEndFields,
  outsideRequestFields,
  ownRequestFields,
  requestEndFields,
  type dataRequestContract,
  type DataRequestView,
  namesAccused,
} from '../../shared/privacy/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId, DocumentId, Id } from '../../shared/platform/ids.ts';
import { onlyAsked } from '../../shared/record/index.ts';
import { staffNames } from '../access/index.ts';
import { closedCases, getCaseRow, getPair, listCasesOfPerson } from '../intake/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { columnsOfValues } from '../record/index.ts';
import { readRules } from '../rulebook/index.ts';
import { caseNumbers, getRequest, listRequests, type RequestRow } from './request-repository.ts';
import { isPast, type DutyTerm, type PrivacyParts } from './service.ts';
import { changeRecord, insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';
import { getRecord } from '../people/index.ts';

// Nobody whom she denounced asks for her, whatever paper he brings: not as her husband, nor as father of a minor.

/**
 * Over every ficha of hers, also one that is closed to the reader: the words of the refusal say nothing of any.
 *
 * @throws rule-broken `request-not-for-her`
 */
async function refuseAccused(
  trx: Trx,
  caseId: CaseId,
  {
    asker,
    represented_by: who,
    identity_words: shown,
  }: Pick<RequestRow, 'asker' | 'represented_by' | 'identity_words'>,
): Promise<void> {
  if (asker !== 'representative') return;
  const { user_id: userId } = await getPair(trx, (await getCaseRow(trx, caseId)).pair_id);
  const accused = new Set<string>();
  for (const { id, role } of await listCasesOfPerson(trx, userId)) {
    if (role !== 'user') continue;
    const row = await getCaseRow(trx, id);
    accused.add((await getPair(trx, row.pair_id)).aggressor_id);
    if (row.maybe_aggressor_id !== null) accused.add(row.maybe_aggressor_id);
  }
  for (const personId of accused) {
    const { record } = await getRecord(trx, personId);
    if ([who, shown].some((words) => words !== null && namesAccused(words, record)))
      throw fail('rule-broken', 'request-not-for-her');
  }
}

type Contract = typeof dataRequestContract;

/** What starts the term of its answer. */
export const requestTerm = ({
  data_right: right,
  asked_on: on,
}: Pick<RequestRow, 'data_right' | 'asked_on'>): DutyTerm => ({
  kind: right === 'access' ? 'dataAccessAsked' : 'dataChangeAsked',
  fact: { on, time: null },
});

function refuseFuture(unit: Use, on: CivilDate, path: string): void {
  if (on > unit.today) throw failAt(path, 'La fecha no puede ser futura.', 'request-in-future');
}

const unanswered = {
  ...({ state: 'open', answered_on: null, answer: null, basis: null, receipt: null, answered_by: null } as const),
  ...{ document_id: null, copy_number: null, version: 1 },
};

async function record(
  unit: Use,
  row: Omit<RequestRow, keyof typeof unanswered | 'id' | 'recorded_by' | 'recorded_at'>,
) {
  refuseFuture(unit, row.asked_on, 'request.on');
  const id = unit.newId<'DataRequestId'>();
  await insertRecord(unit, tablesIn, 'data_request', {
    ...{ ...row, ...unanswered, id },
    ...{ recorded_by: unit.session.staffId, recorded_at: unit.now },
  });
  unit.note({ right: row.data_right, asker: row.asker });
  return { requestId: id };
}

/** @throws rule-broken `request-not-for-her` */
async function recordOwn(unit: Use, { caseId, request }: InputOf<Contract['recordDataRequest']>) {
  const columns = columnsOfValues(ownRequestFields, onlyAsked(ownRequestFields, request));
  await refuseAccused(unit.trx, caseId, columns);
  return record(unit, { ...columns, case_id: caseId, asker_name: null });
}

function recordOutside(unit: Use, { request }: InputOf<Contract['recordOutsideRequest']>) {
  const columns = columnsOfValues(outsideRequestFields, onlyAsked(outsideRequestFields, request));
  return record(unit, { ...columns, case_id: null, represented_by: null, words: null });
}

type Due = Awaited<ReturnType<PrivacyParts['dutyEnds']>>[number];

const dueOf = (due: Due): Pick<DataRequestView, 'due' | 'isDueToConfirm'> =>
  due === null
    ? { due: null, isDueToConfirm: false }
    : { due: { on: due.on, time: due.time }, isDueToConfirm: due.isToConfirm };

async function viewsOf(unit: Use, rows: readonly RequestRow[], { dutyEnds }: PrivacyParts): Promise<DataRequestView[]> {
  const { trx } = unit;
  const names = await staffNames(trx);
  const ends = await dutyEnds(trx, rows.map(requestTerm));
  const reasons = await readRules(trx, basisTable);
  const numbers = await caseNumbers(
    trx,
    rows.flatMap(({ case_id: id }) => id ?? []),
  );
  return rows.map((row, at): DataRequestView => {
    const due = ends[at] ?? null;
    return {
      ...{ id: row.id, caseId: row.case_id, caseNumber: numbers.get(row.case_id ?? '') ?? null },
      ...{ asker: row.asker, askerName: row.asker_name, representedBy: row.represented_by },
      ...{ identity: row.identity, identityWords: row.identity_words, right: row.data_right, words: row.words },
      ...dueOf(due),
      ...{ askedOn: row.asked_on, isOverdue: row.state === 'open' && isPast(due, unit) },
      ...{ state: row.state, answeredOn: row.answered_on, answer: row.answer, receipt: row.receipt },
      basis: row.basis === null ? null : basisOn(reasons, row.basis, row.answered_on ?? unit.today),
      ...{ copyNumber: row.copy_number, recordedBy: names.get(row.recorded_by) ?? '', recordedAt: row.recorded_at },
      answeredBy: row.answered_by === null ? null : (names.get(row.answered_by) ?? ''),
      version: row.version,
    };
  });
}

async function listOfCase(unit: Use, caseId: CaseId, parts: PrivacyParts) {
  const rows = await listRequests(unit.trx, { case_id: caseId });
  unit.note({ requests: rows.length });
  return { requests: await viewsOf(unit, rows, parts) };
}

/** Of a ficha that is closed to the reader nothing is said, not even that somebody asked. */
async function listAll(unit: Use, parts: PrivacyParts): Promise<OutputOf<Contract['listDataRequests']>> {
  const isOwn = unit.decision.scope === 'own';
  const rows = await listRequests(unit.trx, isOwn ? { case_id: null, recorded_by: unit.session.staffId } : {});
  const closed = await closedCases(
    unit.trx,
    unit.session.staffId,
    rows.flatMap(({ case_id: id }) => id ?? []),
  );
  const open = rows.filter(({ case_id: id }) => id === null || !closed.has(id));
  unit.note({ requests: open.length });
  return { requests: await viewsOf(unit, open, parts) };
}

/** @throws not-found; rule-broken `request-answered` */
async function openRequest(unit: Use, id: Id<'DataRequestId'>, caseId: CaseId | null): Promise<RequestRow> {
  const row = await getRequest(unit.trx, id, caseId);
  if (row.state !== 'open') throw fail('rule-broken', 'request-answered');
  return row;
}

async function verify(unit: Use, { caseId, requestId, version, identity }: InputOf<Contract['verifyRequester']>) {
  const row = await openRequest(unit, requestId, caseId);
  const columns = columnsOfValues(identityFields, onlyAsked(identityFields, identity));
  await refuseAccused(unit.trx, caseId, { ...row, ...columns });
  await changeRecord(unit, tablesIn, 'data_request', { id: row.id, version, ...columns });
}

type End = Pick<RequestRow, 'state' | 'answered_on' | 'answer' | 'basis' | 'receipt'>;

async function close(unit: Use, row: RequestRow, version: number, end: End) {
  const on = end.answered_on ?? unit.today;
  refuseFuture(unit, on, 'end.answeredOn');
  if (on < row.asked_on) throw failAt('end.answeredOn', 'No puede ser anterior al pedido.', 'request-before-asked');
  await changeRecord(unit, tablesIn, 'data_request', {
    id: row.id,
    version,
    ...end,
    answered_by: unit.session.staffId,
  });
  unit.note({ state: end.state });
}

async function answerOwn(unit: Use, { caseId, requestId, version, end }: InputOf<Contract['answerDataRequest']>) {
  const row = await openRequest(unit, requestId, caseId);
  const columns = columnsOfValues(requestEndFields, onlyAsked(requestEndFields, end));
  const isGiven = columns.state === 'granted' || columns.state === 'partly';
  if (isGiven && row.identity === 'not') throw fail('rule-broken', 'request-unverified');
  if ((columns.receipt ?? 'none') !== 'none' && row.document_id === null) throw fail('rule-broken', 'request-no-copy');
  return close(unit, row, version, columns);
}

async function answerOutside(unit: Use, { requestId, version, end }: InputOf<Contract['answerOutsideRequest']>) {
  const row = await openRequest(unit, requestId, null);
  const columns = columnsOfValues(outsideEndFields, onlyAsked(outsideEndFields, end));
  return close(unit, row, version, { ...columns, answer: null, receipt: null });
}

/**
 * The request that a copy is made for.
 *
 * @throws not-found; rule-broken `request-answered`, `request-unverified`, `request-not-for-her`
 */
export async function requestForCopy(trx: Trx, caseId: CaseId, id: Id<'DataRequestId'>): Promise<RequestRow> {
  const row = await getRequest(trx, id, caseId);
  if (row.state !== 'open') throw fail('rule-broken', 'request-answered');
  if (row.identity === 'not') throw fail('rule-broken', 'request-unverified');
  // He may have been told of since she was asked for.
  await refuseAccused(trx, caseId, row);
  return row;
}

/** A copy was issued for it: the newest counts. */
export const noteCopy = (
  unit: Use,
  { id, version }: RequestRow,
  paper: { id: DocumentId; number: string },
): Promise<void> =>
  changeRecord(unit, tablesIn, 'data_request', { id, version, document_id: paper.id, copy_number: paper.number });

export function dataRequestHandlers(parts: PrivacyParts): Handlers<Contract, Trx> {
  return {
    recordDataRequest: inside(recordOwn),
    listRequestsOfCase: inside((unit, { caseId }) => listOfCase(unit, caseId, parts)),
    verifyRequester: inside(verify),
    answerDataRequest: inside(answerOwn),
    recordOutsideRequest: inside(recordOutside),
    listDataRequests: inside((unit) => listAll(unit, parts)),
    answerOutsideRequest: inside(answerOutside),
  };
}
