/** What a counterpart notes becomes the fact it is; where another stands already, that one stays and the difference is told. */
import {
  attendedFields,
  counterpartReasons,
  noteWords,
  notesOfSide,
  toldBy,
  type CounterpartNote,
  type NoteKind,
  type NoteOutcome,
} from '../../shared/counterparts/index.ts';
import { instantOf } from '../../shared/platform/clock.ts';
import { spanOf } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import { isInForce, type EventForm, type MeasureState } from '../../shared/proceedings/index.ts';
import { onlyAsked } from '../../shared/record/index.ts';
import { asksForKit, referralRules, type Slip } from '../../shared/referrals/index.ts';
import { getCaseRow, getIncident, occurredOn } from '../intake/index.ts';
import { clockTolerance, futurePart } from '../platform/future.ts';
import { listEvents, measuresOf, recordEvent, type StoredEvent } from '../proceedings/index.ts';
import { keepSlip, optionsOfReferral, slipsOf } from '../referrals/index.ts';
import { notesOf } from './repository.ts';
import type { Open } from './sight.ts';
import { updateVersioned, insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Use } from './tables.ts';

type Of<Kind extends NoteKind> = Extract<CounterpartNote, { kind: Kind }>;
/** The fact and its id, or that another one stands. */
type Became = { readonly outcome: NoteOutcome; readonly recordId: string | null };

const differs: Became = { outcome: 'differs', recordId: null };

function refuseFuture(unit: Use, note: CounterpartNote): void {
  if (note.on === null) return;
  const part = futurePart(unit, { on: note.on, time: note.time }, clockTolerance);
  if (part !== null) throw failAt(`note.${part}`, 'Eso todavía no pasó: revise la fecha.', 'event-in-future');
}

/** Whether it is told of a day before the fact of this ficha: then nothing follows from it but a question. */
async function isBeforeFact(unit: Use, { row }: Open, on: CounterpartNote['on']): Promise<boolean> {
  const occurred = occurredOn(await getIncident(unit.trx, (await getCaseRow(unit.trx, row.case_id)).incident_id));
  return on !== null && occurred !== null && on < spanOf(occurred).first;
}

/** @throws rule-broken `counterpart-many-notes` */
async function refuseMany(unit: Use, { row }: Open): Promise<void> {
  const since = instantOf(Date.parse(unit.now) - day);
  const own = (await notesOf(unit.trx, [row.case_id])).filter((note) => note.hand_over_id === row.id);
  if (own.filter(({ noted_at }) => noted_at > since).length >= mostNotes)
    throw fail('rule-broken', 'counterpart-many-notes');
}

const day = 24 * 60 * 60_000;
/** Of one sheet in a day. */
const mostNotes = 12;

const blankEvent = {
  ...{ act: null, authorityId: null, office: null, district: null, fileNumber: null, document: null },
  ...{ notification: null, measures: [], fixedOn: null, favours: null, instance: null, words: null, note: null },
} satisfies Partial<EventForm>;

async function keepEvent(unit: Use, { row }: Open, event: Omit<EventForm, 'source'>): Promise<Became> {
  const source = toldBy(row.establishment).slice(0, 160);
  const { eventId } = await recordEvent(unit, { caseId: row.case_id, event: { ...event, source } });
  return { outcome: 'kept', recordId: eventId };
}

async function standing(unit: Use, { row }: Open, kind: EventForm['kind']): Promise<StoredEvent[]> {
  return (await listEvents(unit.trx, row.case_id)).filter((one) => one.withdrawn === 0 && one.kind === kind);
}

/** One that says the same, or one that says another thing; null where none stands. */
function amongThose(found: readonly StoredEvent[], isSame: (event: StoredEvent) => boolean): Became | null {
  if (found.length === 0) return null;
  const same = found.find(isSame);
  return same === undefined ? differs : { outcome: 'same', recordId: same.id };
}

async function keepComplaint(unit: Use, open: Open, note: Of<'complaint'>): Promise<Became> {
  const found = amongThose(
    await standing(unit, open, 'complaintFiled'),
    (event) => event.file_number === note.number && event.happened_on === note.on,
  );
  if (found !== null) return found;
  const { on, time, office, number: fileNumber } = note;
  return keepEvent(unit, open, { ...blankEvent, kind: 'complaintFiled', at: { on, time }, office, fileNumber });
}

const isDecision = (state: MeasureState) => state === 'granted' || state === 'partlyGranted';

async function keepMeasures(unit: Use, open: Open, note: Of<'measures'>): Promise<Became> {
  const inForce = measuresOf(await listEvents(unit.trx, open.row.case_id)).filter(({ state }) => isInForce(state));
  const decided = inForce.filter(({ steps }) => steps.some((step) => isDecision(step.state) && step.at.on <= note.on));
  if (inForce.length > 0 && decided.length === 0) {
    throw failAt('note.on', counterpartReasons['note-before-decision'], 'note-before-decision');
  }
  const kind = note.step === 'notified' ? 'accusedNotified' : 'executionStarted';
  const found = amongThose(await standing(unit, open, kind), (event) => event.happened_on === note.on);
  if (found !== null) return found;
  // No measure stands in the case: who attends her is told, and says first what was granted.
  if (inForce.length === 0) return differs;
  const measures = decided.map((one) => ({ kind: one.kind, outcome: null, detail: null }));
  const at = { on: note.on, time: note.time };
  return keepEvent(unit, open, { ...blankEvent, kind, at, measures, office: open.row.establishment });
}

function slipOf({ referral }: Open, note: Of<'attended'> | null, on: Slip['on'], time: Slip['time']): Slip {
  const options = optionsOfReferral(referral);
  const reason = note === null || note.attended === 'yes' ? null : note.attended;
  const attended = reason === null;
  const hasCertificate = note !== null && 'certificateNumber' in (referralRules[referral.kind].result ?? {});
  return {
    ...{ attended, notAttendedReason: reason, on, time },
    services: attended && note === null ? options.services : [],
    kit: note !== null && asksForKit(referral.kind, options) ? note.kit : null,
    kitItems: note?.kitItems ?? [],
    ...{ nextOn: null, nextTime: null, nextPlace: null, recommendations: null, professional: null, college: null },
    result: hasCertificate ? { certificateNumber: note.certificateNumber, certificateOn: note.certificateOn } : {},
  };
}

async function keepAttended(unit: Use, open: Open, note: Of<'attended'>): Promise<Became> {
  const { referral } = open;
  if (note.kit !== null && !asksForKit(referral.kind, optionsOfReferral(referral)))
    throw fail('rule-broken', 'slip-of-other-kind');
  const slip = slipOf(open, note, note.on, note.time);
  const id = await keepSlip(unit, referral, slip);
  if (id !== null) return { outcome: 'kept', recordId: id };
  const before = (await slipsOf(unit.trx, [referral.id])).get(referral.id);
  const facts = ({ attended, on, kit, result }: Slip) =>
    JSON.stringify([attended, on, kit, result['certificateNumber'] ?? null, result['certificateOn'] ?? null]);
  return before !== undefined && facts(before) === facts(slip) ? { outcome: 'same', recordId: null } : differs;
}

async function keep(unit: Use, open: Open, note: CounterpartNote): Promise<Became> {
  const isOld = await isBeforeFact(unit, open, note.on);
  if (isOld && note.kind !== 'measures') return differs;
  if (note.kind === 'attended') return keepAttended(unit, open, note);
  const became =
    note.kind === 'complaint' ? await keepComplaint(unit, open, note) : await keepMeasures(unit, open, note);
  if (isOld) return became;
  // What was asked of the police is answered by its first act.
  await keepSlip(unit, open.referral, slipOf(open, null, note.on, note.time));
  return became;
}

/** @throws rule-broken `counterpart-other-side` for what is not of its institution */
export async function keepNote(unit: Use, open: Open, said: CounterpartNote): Promise<NoteOutcome> {
  const { row } = open;
  const note = said.kind === 'attended' ? onlyAsked(attendedFields, said) : said;
  if (!(notesOfSide[row.side] as readonly NoteKind[]).includes(note.kind))
    throw fail('rule-broken', 'counterpart-other-side');
  refuseFuture(unit, note);
  await refuseMany(unit, open);
  const { outcome, recordId } = await keep(unit, open, note);
  const id = unit.newId<'CounterpartNoteId'>();
  await insertRecord(unit, tablesIn, 'counterpart_note', {
    ...{ id, case_id: row.case_id, hand_over_id: row.id, kind: note.kind, outcome, record_id: recordId },
    said: outcome === 'differs' ? noteWords(note) : null,
    ...{ noted_by: unit.session.staffId, noted_at: unit.now, settled_by: null, settled_at: null, version: 1 },
  });
  if (row.first_act_at === null) {
    await updateVersioned(tablesIn(unit.trx), 'counterpart_hand_over', row, { first_act_at: unit.now });
    unit.touch('counterpart_hand_over', row.id);
  }
  unit.note({ kind: note.kind, outcome });
  return outcome;
}
