/** Records of insertion and reintegration behind the gate: noted, ended once, annulled; none is changed or erased. */
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { onlyAsked } from '../../shared/record/index.ts';
import {
  firstDayOf,
  isUnderWay,
  reintegrationFields,
  reintegrationReasons,
  reintegrationRules,
  stands,
  type EndingKind,
  type reintegrationContract,
  type ReintegrationKind,
  type ReintegrationRecord,
  type ReintegrationRecords,
  type ReintegrationValues,
} from '../../shared/reintegration/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { byNow, insertRow, updateVersioned } from '../platform/storage/rows.ts';
import { columnsOfValues } from '../record/index.ts';
import { officesFor, referralsWaiting, visitsWaiting } from './choices.ts';
import { allRecords } from './repository.ts';
import { tablesIn, type Row, type Trx, type Use } from './tables.ts';

type Contract = typeof reintegrationContract;
type Reason = keyof typeof reintegrationReasons;
type Noted = InputOf<Contract['noteReintegration']>['record'];

const refused = (path: string, reason: Reason) => failAt(path, reintegrationReasons[reason], reason);
const at = (name: string) => `record.values.${name}`;

async function list(unit: Use, { caseId }: InputOf<Contract['listReintegration']>) {
  const { trx, today } = unit;
  const records = await allRecords(trx, caseId);
  unit.note({ records: Object.values(records).flat().length });
  return {
    records: records as OutputOf<Contract['listReintegration']>['records'],
    offices: await officesFor(trx),
    referrals: await referralsWaiting(trx, caseId, records),
    visits: await visitsWaiting(trx, { caseId, today }, records),
    today,
  };
}

/** @throws rule-broken `reintegration-future`, `reintegration-past` */
function refuseWrongDay({ today }: Use, { kind, values }: Noted): void {
  const { days, coming } = reintegrationRules[kind];
  const dayOf = (name: string) => (values as Readonly<Record<string, unknown>>)[name] as CivilDate | null;
  for (const name of days) if ((dayOf(name) ?? today) > today) throw refused(at(name), 'reintegration-future');
  for (const name of coming) if ((dayOf(name) ?? today) < today) throw refused(at(name), 'reintegration-past');
}

/** @throws rule-broken: what hangs from a plan or an Acompañamiento hangs from one of this case that is under way */
function ownerOf(kind: ReintegrationKind, ownerId: string | null, records: ReintegrationRecords) {
  const { of } = reintegrationRules[kind];
  if (of === null) return null;
  const all: readonly ReintegrationRecord<EndingKind>[] = records[of];
  const owner = all.find(({ id }) => id === ownerId);
  if (owner === undefined || !stands(owner)) throw fail('rule-broken', 'reintegration-owner');
  if (!isUnderWay(owner)) throw fail('rule-broken', 'reintegration-ended');
  if ('implementer' in owner && owner.implementer !== 1) throw fail('rule-broken', 'reintegration-not-ours');
  return owner;
}

/** @throws rule-broken `reintegration-before`: nothing of it is before it began */
function refuseBefore(owner: ReintegrationRecord<EndingKind> | null, { kind, values }: Noted): void {
  const of = reintegrationRules[kind].of;
  if (owner === null || of === null) return;
  const [began, own] = [firstDayOf(of, owner), firstDayOf(kind, values)];
  const [name = ''] = reintegrationRules[kind].days;
  if (began !== null && own !== null && own < began) throw refused(at(name), 'reintegration-before');
}

/** Of whom only one is under way: she is in one shelter, follows one plan, and has one Acompañamiento of a level. */
function refuseTwin(records: ReintegrationRecords, { kind, values }: Noted): void {
  const twins = {
    placement: () => records.placement.some((one) => isUnderWay(one) && one.way === 'shelter'),
    reintegration_plan: () => records.reintegration_plan.some(isUnderWay),
    accompaniment: () => records.accompaniment.some((one) => isUnderWay(one) && one.level === levelOf(values)),
  };
  if (kind === 'placement' && values.way !== 'shelter') return;
  if (kind in twins && twins[kind as keyof typeof twins]()) throw fail('rule-broken', 'reintegration-open');
}

const levelOf = (values: object) => ('level' in values ? values.level : null);

/** @throws rule-broken `reintegration-office`: in use, and a coordination of shelters for a shelter alone */
async function refuseOffice(unit: Use, { kind, values }: Noted): Promise<void> {
  if (!('officeId' in values) || values.officeId === null) return;
  const found = (await officesFor(unit.trx)).find(({ id }) => id === values.officeId);
  if (found === undefined || found.isShelter !== (kind === 'placement'))
    throw refused(at('officeId'), 'reintegration-office');
}

/** @throws rule-broken `reintegration-referral`, `reintegration-visit`: what it is taken from waits for it */
async function refuseSource(
  unit: Use,
  caseId: CaseId,
  { records, record }: { readonly records: ReintegrationRecords; readonly record: Noted },
): Promise<void> {
  const { trx, today } = unit;
  if (record.kind === 'accompaniment' && record.values.referralId !== null) {
    const waiting = await referralsWaiting(trx, caseId, records);
    if (!waiting.some(({ id }) => id === record.values.referralId)) throw fail('rule-broken', 'reintegration-referral');
  }
  if (record.kind === 'home_visit' && record.values.visitId !== null) {
    const { visitId, visitedOn, made } = record.values;
    const visit = (await visitsWaiting(trx, { caseId, today }, records)).find(({ id }) => id === visitId);
    const isSame = visit?.on === visitedOn && (visit.made === null || visit.made === made);
    if (!isSame) throw fail('rule-broken', 'reintegration-visit');
  }
}

/** What is written of it: nothing that is not asked. */
function askedOf(record: Noted): Noted {
  const fields = reintegrationFields[record.kind];
  return { ...record, values: onlyAsked(fields, record.values as Readonly<Record<string, unknown>>) } as Noted;
}

const columnsOf = (kind: ReintegrationKind, values: ReintegrationValues<ReintegrationKind>) =>
  // Kind and values come out of one record: together they fit, which a union of each does not say.
  columnsOfValues(reintegrationFields[kind], values as never) as object;

async function note(unit: Use, { caseId, ownerId, record: given }: InputOf<Contract['noteReintegration']>) {
  const record = askedOf(given);
  refuseWrongDay(unit, record);
  const records = await allRecords(unit.trx, caseId);
  const owner = ownerOf(record.kind, ownerId, records);
  refuseBefore(owner, record);
  refuseTwin(records, record);
  await refuseOffice(unit, record);
  await refuseSource(unit, caseId, { records, record });
  const row: Row = {
    ...columnsOf(record.kind, record.values),
    ...{ id: unit.newId<'ReintegrationId'>(), case_id: caseId, ...(owner !== null && { owner_id: owner.id }) },
    ...byNow(unit, 'recorded'),
    ...{ annulled_by: null, annulled_at: null, annul_reason: null, annul_words: null, version: 1 },
  };
  await insertRow(tablesIn(unit.trx), record.kind as 'placement', row);
  unit.touch(record.kind, row.id);
  unit.note({ kind: record.kind });
  return { id: row.id };
}

type Target = { readonly caseId: CaseId; readonly kind: ReintegrationKind; readonly id: Id<'ReintegrationId'> };

/** @throws not-found, also for one of another case; rule-broken `reintegration-annulled` */
async function standing(unit: Use, { caseId, kind, id }: Target): Promise<ReintegrationRecord> {
  const all: readonly ReintegrationRecord[] = (await allRecords(unit.trx, caseId))[kind];
  const found = all.find((one) => one.id === id);
  if (found === undefined) throw fail('not-found');
  if (!stands(found)) throw fail('rule-broken', 'reintegration-annulled');
  return found;
}

async function end(unit: Use, { caseId, id, version, end: given }: InputOf<Contract['endReintegration']>) {
  const { kind } = given;
  const { endedOn, endReason, endWords } = given.values;
  const found = await standing(unit, { caseId, kind, id });
  const neverBegan = 'way' in found && found.way === 'refused';
  if (!isUnderWay(found) || neverBegan) throw fail('rule-broken', 'reintegration-ended');
  if (endedOn > unit.today) throw refused('end.values.endedOn', 'reintegration-future');
  const began = firstDayOf(kind, found);
  if (began !== null && endedOn < began) throw refused('end.values.endedOn', 'reintegration-before');
  const ended = { ended_on: endedOn, end_reason: endReason, end_words: endWords, ...byNow(unit, 'ended') };
  await updateVersioned(tablesIn(unit.trx), kind, { id, version }, ended);
  unit.touch(kind, id);
  unit.note({ kind, reason: endReason });
  return {};
}

async function annul(unit: Use, input: InputOf<Contract['annulReintegration']>) {
  const { kind, id, version, reason, words } = input;
  await standing(unit, input);
  const annulled = { ...byNow(unit, 'annulled'), annul_reason: reason, annul_words: words };
  await updateVersioned(tablesIn(unit.trx), kind, { id, version }, annulled);
  unit.touch(kind, id);
  unit.note({ kind, reason });
  return {};
}

export const reintegrationHandlers: Handlers<Contract, Trx> = {
  listReintegration: inside(list),
  noteReintegration: inside(note),
  endReintegration: inside(end),
  annulReintegration: inside(annul),
};
