/** Who is to be called today: the items of the day that are done by calling, each with what is safe at this hour. */
import type { CallLine, NextLine } from '../../shared/day/index.ts';
import { maskedPhone } from '../../shared/people/index.ts';
import { civilDateOf, timeOf } from '../../shared/platform/clock.ts';
import { staffNames } from '../access/index.ts';
import {
  callsAmong,
  callsToHer,
  lastCall,
  momentOf,
  numbersOf,
  runningCall,
  type CallRow,
  type HerNumbers,
} from '../contact/index.ts';
import { allowed } from '../intake/index.ts';
import type { Use } from '../platform/unit.ts';

function callableOf({ record, advice }: HerNumbers): CallLine['callable'] {
  const contact = advice.state === 'never' ? undefined : record.contacts[advice.at];
  if (advice.state === 'never' || contact === undefined)
    return { state: 'never', why: advice.state === 'never' ? advice.why : 'noPhone' };
  const { phone, whose, hours, whatToSay } = contact;
  return {
    ...{ state: advice.state, mask: maskedPhone(phone), whose, hours, whatToSay },
    until: advice.state === 'now' ? advice.until : null,
    from: advice.state === 'later' ? advice.from : null,
  };
}

function runningOf(unit: Use, running: CallRow | undefined, names: ReadonlyMap<string, string>): CallLine['running'] {
  if (running === undefined) return null;
  const { started_by: by, started_at: at } = running;
  return { by: names.get(by) ?? '', isOwn: by === unit.session.staffId, since: timeOf(Date.parse(at)) };
}

function lastOf(last: CallRow | undefined, names: ReadonlyMap<string, string>): CallLine['last'] {
  if (last === undefined || last.result === null) return null;
  const at = Date.parse(last.started_at);
  const by = names.get(last.started_by) ?? '';
  return { callId: last.id, result: last.result, by, on: civilDateOf(at), time: timeOf(at) };
}

/** The lines in which it is the reader's turn, as `readMyDay` has them: what is done by calling today, and next tries. */
export async function callLines(unit: Use, lines: readonly NextLine[]) {
  const { trx, now, today } = unit;
  const moment = momentOf(now);
  const names = await staffNames(trx);
  const called: CallLine[] = [];
  const ids = lines.map(({ caseId }) => caseId);
  const callsOf = await callsAmong(trx, ids);
  for (const { caseId, number, userName, level, items: all } of lines) {
    const items = all.filter(({ kind, isCall, due }) => isCall && (kind === 'call' || due === null || due.on <= today));
    if (items.length === 0 || (await allowed(unit, 'call.read', caseId)) === null) continue;
    const numbers = await numbersOf(unit, caseId);
    const calls = await callsToHer(unit, caseId, numbers.personId);
    const { last, triedOn } = callsOf(caseId);
    const next = last?.next ?? null;
    called.push({
      ...{ caseId, number, userName, level, items, tries: triedOn.length, callable: callableOf(numbers) },
      ...{ running: runningOf(unit, runningCall(calls, now), names), last: lastOf(lastCall(calls), names) },
      next: next !== null && `${next.on} ${next.time}` > `${moment.on} ${moment.time}` ? next : null,
    });
  }
  return { today, time: moment.time, lines: called };
}
