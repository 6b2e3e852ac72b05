/** Calling her: a number is given only while it is safe, and to one person at a time. */
import {
  callResults,
  hoursAt,
  hoursOf,
  nextTry,
  nextTryTable,
  type contactContract,
  type Dialled,
  type Moment,
} from '../../shared/contact/index.ts';
import { isSafeToCall, maskedPhone } from '../../shared/people/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId, PersonId } from '../../shared/platform/ids.ts';
import { recordAttention } from '../care/index.ts';
import { getCaseRow, withdrawNumber } from '../intake/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { readRules } from '../rulebook/index.ts';
import { callsToHer, lastCall, momentOf, numbersOf, runningCall, type HerNumbers } from './standing.ts';
import { byNow, rowOf, updateVersioned, insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type CallRow, type Trx, type Use } from './tables.ts';

type Contract = typeof contactContract;

/** @throws rule-broken `call-unsafe`, `call-hours-unread` */
function safeNow({ record, advice }: HerNumbers, isWithinHours: boolean) {
  if (advice.state === 'never' || advice.state === 'later') throw fail('rule-broken', 'call-unsafe');
  if (advice.state === 'ask' && !isWithinHours) throw fail('rule-broken', 'call-hours-unread');
  const contact = record.contacts[advice.at];
  if (contact === undefined) throw fail('rule-broken', 'call-unsafe');
  return { contact, until: advice.state === 'now' ? advice.until : null };
}

async function dialled(unit: Use, row: CallRow, safe: ReturnType<typeof safeNow>): Promise<Dialled> {
  const { contact, until } = safe;
  const { phone, whose, hours, whatToSay, mayLeaveMessage } = contact;
  const rows = await readRules(unit.trx, nextTryTable);
  const at = { now: momentOf(unit.now), hours: hoursOf(hours) };
  return {
    ...{ callId: row.id, version: row.version, phone, whose, hours, until, whatToSay, mayLeaveMessage },
    nextTries: callResults.flatMap((result) => {
      const moment = nextTry(result, rows, at);
      return moment === null ? [] : [{ result, at: moment }];
    }),
  };
}

async function start(unit: Use, { caseId, lastCallId, isWithinHours }: InputOf<Contract['startCall']>) {
  const numbers = await numbersOf(unit, caseId);
  const safe = safeNow(numbers, isWithinHours);
  const calls = await callsToHer(unit, caseId, numbers.personId);
  const running = runningCall(calls, unit.now);
  const mask = maskedPhone(safe.contact.phone);
  if (running !== undefined) {
    if (running.started_by !== unit.session.staffId) throw fail('rule-broken', 'call-running');
    if (running.case_id === caseId && running.number_mask === mask) return dialled(unit, running, safe);
  }
  if ((lastCall(calls)?.id ?? null) !== lastCallId) throw fail('rule-broken', 'call-meanwhile');
  const row: CallRow = {
    ...{ id: unit.newId<'CallId'>(), case_id: caseId, number_mask: mask },
    ...{ ...byNow(unit, 'started'), ended_at: null, result: null },
    ...{ said: null, next_on: null, next_time: null, has_withdrawn: 0, attention_id: null, version: 1 },
  };
  await insertRecord(unit, tablesIn, 'call_attempt', row);
  return dialled(unit, row, safe);
}

type End = InputOf<Contract['endCall']>;

/** @throws rule-broken `call-next-past`, `call-next-unsafe` */
function checkNext(unit: Use, next: Moment | null, { record }: HerNumbers): void {
  if (next === null) return;
  const now = momentOf(unit.now);
  if (`${next.on} ${next.time}` < `${now.on} ${now.time}`)
    throw failAt('end.nextOn', 'El próximo intento no puede ser en el pasado.', 'call-next-past');
  const safe = record.contacts.filter(isSafeToCall).map(({ hours }) => hoursOf(hours));
  // Hours that are not understood are read by whoever calls then.
  if (safe.length === 0 || safe.some((hours) => hours === null || hoursAt(hours, next) !== null)) return;
  throw failAt('end.nextTime', 'A esa hora no es seguro llamarla. Elija una de sus horas.', 'call-next-unsafe');
}

async function attend(unit: Use, caseId: CaseId, call: CallRow, { action, said }: End['end']): Promise<string | null> {
  if (action === null) return null;
  await unit.require('attention.record', caseId);
  if ((await getCaseRow(unit.trx, caseId)).state === 'closed') throw fail('rule-broken', 'case-closed');
  const given = { action, ...momentOf(call.started_at), withWhom: 'user', outcome: 'done', note: said } as const;
  return (await recordAttention(unit, { caseId, attention: given })).attentionId;
}

async function end(unit: Use, { caseId, callId, version, end: told }: End) {
  const call = await rowOf(tablesIn(unit.trx), 'call_attempt', { id: callId, case_id: caseId });
  if (call.started_by !== unit.session.staffId) throw fail('rule-broken', 'call-of-other');
  if (call.result !== null) throw fail('rule-broken', 'call-ended');
  const { result, said, nextOn, nextTime, withdraws } = told;
  const next = nextOn === null || nextTime === null ? null : { on: nextOn, time: nextTime };
  const numbers = await numbersOf(unit, caseId);
  if (withdraws) {
    await unit.require('registerForm.writeA', caseId);
    const isIt = (phone: string) => maskedPhone(phone) === call.number_mask;
    await withdrawNumber(unit, { caseId, personId: numbers.personId as PersonId }, isIt);
  } else checkNext(unit, next, numbers);
  await updateVersioned(
    tablesIn(unit.trx),
    'call_attempt',
    { id: callId, version },
    {
      ...{ ended_at: unit.now, result, said, has_withdrawn: withdraws ? 1 : 0 },
      ...{ next_on: nextOn, next_time: nextTime, attention_id: await attend(unit, caseId, call, told) },
    },
  );
  unit.touch('call_attempt', callId);
  unit.note({ result, withdrawn: withdraws, next: next !== null });
  return { version: version + 1 };
}

export const contactHandlers: Handlers<Contract, Trx> = { startCall: inside(start), endCall: inside(end) };
