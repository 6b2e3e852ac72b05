/** Annex B of the partner form: kept by versions, her whereabouts in the compartment of addresses; its sheet printed apart. */
import {
  blankLocation,
  composeLocationSheet,
  locationAnswersSchema,
  locationReceiverLabels,
  partnerLocation2019,
  type LocationForm,
  type LocationQuestion,
  type LocationQuestionId,
  type LocationRecord,
  type riskContract,
} from '../../shared/risk/index.ts';
import { longDate, withhold } from '../../shared/papers/index.ts';
import { paperName } from '../../shared/people/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { forgetTyped } from '../intake/index.ts';
import {
  centreHead,
  issueDocument,
  nextNumber,
  peekNumber,
  serialNumber,
  readCaseRecord,
  withheldTexts,
} from '../papers/index.ts';
import type { CallFrame, Preparation } from '../platform/gate/handler.ts';
import type { PaperPrinter } from '../platform/paper/index.ts';
import { SealedFields } from '../platform/storage/sealed-fields.ts';
import { latestRiskForm } from './repository.ts';
import { byNow, cellsOf, columnsIn, insertRecord, insertRow, rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof riskContract;
type Issue = InputOf<Contract['issueLocationSheet']>;

const questions: readonly (LocationQuestion & { readonly id: LocationQuestionId })[] = partnerLocation2019;
const whereabouts = { sharedHome: 'location.shared-home', looksForHer: 'location.looks-for-her' } as const;
const isWhereabouts = (item: string): item is keyof typeof whereabouts => item in whereabouts;

/** @throws rule-broken `location-needs-form` while no form of the case is signed */
export async function recordLocation(unit: Use, { caseId, form }: InputOf<Contract['recordLocation']>) {
  const signed = await latestRiskForm(unit.trx, caseId);
  if (signed === null) throw fail('rule-broken', 'location-needs-form');
  const id = unit.newId<'LocationAnnexId'>();
  await insertRecord(unit, tablesIn, 'location_annex', {
    id,
    case_id: caseId,
    form_id: signed.id,
    has_photograph: form.hasPhotograph ? 1 : 0,
    blank: form.blank,
    ...byNow(unit, 'recorded'),
    version: 1,
  });
  for (const { id: item } of questions) {
    const answer = form.answers[item];
    if (answer === null) continue;
    if (isWhereabouts(item)) await SealedFields.put(unit.trx, { ownerId: id, name: whereabouts[item] }, answer);
    else await insertRow(tablesIn(unit.trx), 'location_answer', { annex_id: id, item, answer });
  }
  await forgetTyped(unit, 'location', caseId);
  unit.note({ blank: Object.values(form.answers).filter((answer) => answer === null).length });
  return {};
}

async function answersOf(trx: Trx, id: string): Promise<LocationForm['answers']> {
  const rows = await columnsIn(tablesIn(trx), 'location_answer', ['item', 'answer'], { annex_id: id });
  const answers: Record<string, string | null> = { ...blankLocation().answers };
  for (const { item, answer } of rows) answers[item] = answer;
  for (const [item, name] of Object.entries(whereabouts)) {
    answers[item] = await SealedFields.get(trx, { ownerId: id, name });
  }
  return locationAnswersSchema.parse(answers);
}

/** Every version, newest first. */
export async function listLocations(trx: Trx, caseId: CaseId): Promise<LocationRecord[]> {
  const rows = await rowsOf(tablesIn(trx), 'location_annex', { case_id: caseId }, 'recorded_at desc', 'id');
  const names = await staffNames(trx);
  const records: LocationRecord[] = [];
  for (const row of rows) {
    const answers = await answersOf(trx, row.id);
    records.push({
      ...cellsOf(row, 'id', 'recorded_at'),
      form: { answers, hasPhotograph: row.has_photograph === 1, blank: row.blank },
      recordedBy: names.get(row.recorded_by) ?? '',
    });
  }
  return records;
}

const series = 'location' as const;
const template = 'location-sheet@1';

function numberOf(call: CallFrame, sequence: number): string {
  return `Anexo B reservado · ${serialNumber(series, Number(call.today.slice(0, 4)), sequence)}`;
}

function receiverOf({ receiver, office }: Issue['sheet']): string {
  return `${locationReceiverLabels[receiver]}: ${office}`;
}

/** @throws rule-broken `location-needs-annex`, `reserved-place-in-text` */
export async function prepareLocationSheet(call: Preparation<Trx>, { caseId, sheet }: Issue, printPaper: PaperPrinter) {
  const { record, newest, sequence } = await call.read(async (trx) => ({
    record: await readCaseRecord(trx, caseId, call),
    newest: (await listLocations(trx, caseId))[0],
    sequence: await peekNumber(trx, series, Number(call.today.slice(0, 4))),
  }));
  if (newest === undefined) throw fail('rule-broken', 'location-needs-annex');
  const composed = composeLocationSheet(newest.form, {
    ...sheet,
    number: numberOf(call, sequence),
    centre: centreHead(record.centre),
    practice: record.centre.isPractice,
    on: longDate(call.today),
    user: paperName(record.user) ?? 'Sin nombre registrado',
    accused: paperName(record.aggressor) ?? 'Sin nombre registrado',
    signer: { names: record.staff.fullName, profession: record.staff.profession },
  });
  // Her address is what the sheet is for; how she is reached and where she shelters stays out of it too.
  const { paper, found } = withhold(composed, withheldTexts(record, false));
  if (found)
    throw failAt('sheet', 'El anexo nombra un teléfono, correo o albergue: corríjalo.', 'reserved-place-in-text');
  return { ...(await printPaper(paper, { sheet })), sequence, annexId: newest.id };
}

type Prepared = Awaited<ReturnType<typeof prepareLocationSheet>>;

export async function commitLocationSheet(unit: Use, { caseId, sheet }: Issue, prepared: Prepared) {
  if ((await nextNumber(unit.trx, series, Number(unit.today.slice(0, 4)))) !== prepared.sequence) {
    throw fail('conflict', 'number-taken');
  }
  const newest = (await listLocations(unit.trx, caseId))[0];
  if (newest?.id !== prepared.annexId) throw fail('conflict');
  const document = await issueDocument(unit, {
    caseId,
    kind: 'location-sheet',
    number: numberOf(unit, prepared.sequence),
    title: 'Anexo B reservado',
    template,
    bytes: prepared.bytes,
    pages: prepared.pages,
    recipient: receiverOf(sheet),
    missingReason: null,
  });
  unit.note({ receiver: sheet.receiver });
  return { document };
}
