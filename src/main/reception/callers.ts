/** Who asks for another person, and which institution calls: both end at once and are counted. */
import { raiseAlert } from '../alerts/index.ts';
import type { Office } from '../../shared/directory/index.ts';
import { underReviewName } from '../../shared/people/index.ts';
import { timeOf } from '../../shared/platform/clock.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { Id, ArrivalId } from '../../shared/platform/ids.ts';
import { blankForm } from '../../shared/record/index.ts';
import {
  blankArrivalFacts,
  channelLabels,
  entryFields,
  inquiryFields,
  institutionCallFields,
  relationLabels,
  type deskContract,
  type Inquiry,
  type InstitutionCallLine,
} from '../../shared/reception/index.ts';
import { staffNames } from '../access/index.ts';
import type { InsideHandler } from '../platform/gate/handler.ts';
import { columnsOfValues, valuesOfRow } from '../record/index.ts';
import { findOffice, listOffices } from '../directory/index.ts';
import { cellsOf, updateVersioned, findRow, byNow, insertRecord } from '../platform/storage/rows.ts';
import { newArrival } from './arrivals.ts';
import { areNamesClosedTo } from './closed-names.ts';
import { listCalls, listInquiryRows, type CallRow, type InquiryRow } from './desk-repository.ts';
import type { DoorContext } from './door-context.ts';
import { mayReadCall } from './reach.ts';
import { insertEntry, nextNumber, type Arrival, type Entry } from './repository.ts';
import { casesAskedFor } from './silent-match.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof deskContract;

/** An arrival or call that is over with its registration: numbered and counted like every other. */
async function passing(
  unit: Use,
  { outcome, ...of }: Pick<Entry, 'channel' | 'purpose'> & { outcome: NonNullable<Arrival['outcome']> },
): Promise<ArrivalId> {
  const arrivalId = await newArrival(unit, { closed_at: unit.now, outcome });
  const entry: Entry = {
    id: unit.newId(),
    arrival_id: arrivalId,
    day: unit.today,
    number: await nextNumber(unit.trx, unit.today),
    arrived_at: unit.now,
    ...columnsOfValues(entryFields, { ...blankArrivalFacts(), ...of }),
    must_call: 0,
    ...byNow(unit, 'registered'),
    ended_at: unit.now,
    version: 1,
    worded_by: unit.session.staffId,
  };
  await insertEntry(unit, entry, []);
  return arrivalId;
}

/** What her team reads: everything that was seen or said, with the hour. */
function noteOf(unit: Use, inquiry: Inquiry): string {
  const said = [
    `${timeOf(unit.clock.now())}, ${channelLabels[inquiry.channel].toLowerCase()}`,
    inquiry.askerName === null ? 'no dijo su nombre' : `dijo llamarse ${inquiry.askerName}`,
    inquiry.relation === null ? null : `dijo ser: ${relationLabels[inquiry.relation].toLowerCase()}`,
    inquiry.description === null ? null : `descripción: ${inquiry.description}`,
    inquiry.message === null ? null : `dejó dicho: ${inquiry.message}`,
  ];
  return `${said.filter((part) => part !== null).join('. ')}.`;
}

/** Milliseconds that an inquiry takes at least: longer than any search, so that the wait tells nothing. */
const sameTimeMs = 800;

/**
 * The answer is empty, of one length, after one time, and the audit entry is about the inquiry alone: whoever stands
 * at the desk, or at its keyboard, learns nothing from asking.
 */
export function recordInquiry(door: DoorContext): InsideHandler<Contract['recordInquiry'], Trx, unknown> {
  const started = new WeakMap<object, number>();
  return {
    prepare: (_call, inquiry) => {
      started.set(inquiry, performance.now());
      return Promise.resolve(null);
    },
    commit: async (unit, inquiry) => {
      const arrivalId = await passing(unit, { channel: inquiry.channel, purpose: 'other', outcome: 'notForUs' });
      const id = unit.newId<'InquiryId'>();
      await insertRecord(unit, tablesIn, 'person_inquiry', {
        id,
        arrival_id: arrivalId,
        ...columnsOfValues(inquiryFields, inquiry),
        asked_at: unit.now,
        taken_by: unit.session.staffId,
        version: 1,
      });
      unit.about('person_inquiry', id);
      for (const { caseId } of await casesAskedFor(unit.trx, door, inquiry.askedName)) {
        await raiseAlert(unit, { caseId, kind: 'askedAbout', note: noteOf(unit, inquiry) });
      }
      return {};
    },
    deliver: async (_call, inquiry, output) => {
      const taken = performance.now() - (started.get(inquiry) ?? 0);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, sameTimeMs - taken)));
      return output;
    },
  };
}

/** What was asked; of somebody whose ficha is closed to the reader, that there was a question. */
async function toldOf(unit: Use, door: DoorContext, row: InquiryRow): Promise<Inquiry> {
  const asked = valuesOfRow(inquiryFields, row);
  const { askedName, askerName, description, message } = asked;
  const isOwn = row.taken_by === unit.session.staffId;
  const naming = { names: [askedName, askerName], words: [description, message] };
  if (isOwn || !(await areNamesClosedTo(unit, door, naming))) return asked;
  return { ...blankForm<Inquiry>(inquiryFields), askedName: underReviewName, channel: asked.channel };
}

export async function listInquiries(unit: Use, door: DoorContext) {
  const names = await staffNames(unit.trx);
  const rows = await listInquiryRows(unit.trx);
  unit.note({ inquiries: rows.length });
  const inquiries: OutputOf<Contract['listInquiries']>['inquiries'] = [];
  for (const row of rows) {
    inquiries.push({
      inquiryId: row.id,
      askedAt: row.asked_at,
      takenBy: names.get(row.taken_by) ?? '',
      ...(await toldOf(unit, door, row)),
    });
  }
  return { inquiries };
}

export async function recordInstitutionCall(unit: Use, input: InputOf<Contract['recordInstitutionCall']>) {
  if (input.officeId !== null) await officeInUse(unit.trx, input.officeId);
  const arrivalId = await passing(unit, { channel: 'call', purpose: 'institution', outcome: 'institution' });
  const id = unit.newId<'InstitutionCallId'>();
  await insertRecord(unit, tablesIn, 'institution_call', {
    id,
    arrival_id: arrivalId,
    ...columnsOfValues(institutionCallFields, input),
    received_at: unit.now,
    taken_by: unit.session.staffId,
    phone_called: null,
    called_back_at: null,
    called_back_by: null,
    answer: null,
    answered_at: null,
    answered_by: null,
    version: 1,
  });
  unit.about('institution_call', id);
  return { callId: id };
}

async function officeInUse(trx: Trx, id: string): Promise<Office> {
  const office = await findOffice(trx, id);
  if (office?.isActive !== true) throw fail('not-found');
  return office;
}

/** The number that may be called back; null while nobody checked it. */
function verifiedNumber({ phone, phoneVerifiedOn }: Office): string | null {
  return phoneVerifiedOn === null ? null : phone;
}

/** By the reach of the session, and nobody named in the question being closed to it; who took the call knows anyway. */
async function isCallOpenTo(unit: Use, door: DoorContext, call: CallRow): Promise<boolean> {
  if (!mayReadCall(unit.session, call)) return false;
  if (call.taken_by === unit.session.staffId) return true;
  return !(await areNamesClosedTo(unit, door, { names: [], words: [call.question] }));
}

export async function listInstitutionCalls(unit: Use, door: DoorContext) {
  const names = await staffNames(unit.trx);
  const offices = new Map((await listOffices(unit.trx)).map((one): [string, Office] => [one.id, one]));
  const rows = await listCalls(unit.trx);
  unit.note({ calls: rows.length });
  const calls: InstitutionCallLine[] = [];
  for (const row of rows) {
    const office = row.office_id === null ? undefined : offices.get(row.office_id);
    calls.push({
      callId: row.id,
      ...cellsOf(row, 'version', 'received_at', 'called_back_at', 'answer'),
      ...valuesOfRow(institutionCallFields, row),
      question: (await isCallOpenTo(unit, door, row)) ? row.question : null,
      takenBy: names.get(row.taken_by) ?? '',
      officeName: office?.name ?? null,
      phone: row.phone_called ?? (office === undefined ? null : verifiedNumber(office)),
    });
  }
  return { calls };
}

/** @throws not-found, also for a call of others or about somebody closed to the session; rule-broken `call-answered` */
async function openCall(unit: Use, door: DoorContext, callId: Id<'InstitutionCallId'>): Promise<CallRow> {
  const call = await findRow(tablesIn(unit.trx), 'institution_call', { id: callId });
  if (call === undefined || !(await isCallOpenTo(unit, door, call))) throw fail('not-found');
  if (call.answer !== null) throw fail('rule-broken', 'call-answered');
  return call;
}

export async function identifyInstitution(
  unit: Use,
  input: InputOf<Contract['identifyInstitution']>,
  door: DoorContext,
) {
  const call = await openCall(unit, door, input.callId);
  await officeInUse(unit.trx, input.officeId);
  // Another office has another number: what was called before does not count for it.
  const change = { office_id: input.officeId, phone_called: null, called_back_at: null, called_back_by: null };
  await updateVersioned(tablesIn(unit.trx), 'institution_call', { id: call.id, version: input.version }, change);
  unit.touch('institution_call', call.id);
  return {};
}

export async function recordCallBack(unit: Use, input: InputOf<Contract['recordCallBack']>, door: DoorContext) {
  const call = await openCall(unit, door, input.callId);
  if (call.office_id === null) throw fail('rule-broken', 'directory-first');
  const phone = verifiedNumber(await officeInUse(unit.trx, call.office_id));
  if (phone === null) throw fail('rule-broken', 'number-unverified');
  const change = { phone_called: phone, ...byNow(unit, 'called_back') };
  await updateVersioned(tablesIn(unit.trx), 'institution_call', { id: call.id, version: input.version }, change);
  unit.touch('institution_call', call.id);
  return {};
}

export async function answerInstitution(unit: Use, input: InputOf<Contract['answerInstitution']>, door: DoorContext) {
  const call = await openCall(unit, door, input.callId);
  if (input.answer === 'told' && call.called_back_at === null) throw fail('rule-broken', 'call-back-first');
  const change = { answer: input.answer, ...byNow(unit, 'answered') };
  await updateVersioned(tablesIn(unit.trx), 'institution_call', { id: call.id, version: input.version }, change);
  unit.touch('institution_call', call.id);
  unit.note({ answer: input.answer });
  return {};
}
