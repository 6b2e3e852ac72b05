/** Alerts of the clock, each raised once: when the centre is opened and when its day changes. */
import { Temporal } from 'temporal-polyfill';
import { hearingKindLabels, isRecordTermOverdue } from '../../shared/proceedings/index.ts';
import { addDays, type CivilDate } from '../../shared/platform/dates.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { remind, type Reminder } from '../alerts/index.ts';
import { fromStored } from './computed.ts';
import { listOpenDeadlines, type StoredDeadline } from './deadline-repository.ts';
import { readLaw } from './law.ts';
import { isOverdue, nowKey } from './pending.ts';
import { recountTerms } from './recompute.ts';
import { isPending, recordTermsByCase, type RecordParts } from './record-terms.ts';
import { listScheduled, type HearingRow } from './hearing-repository.ts';
import { tablesIn, type Use } from './tables.ts';

/** A hearing is told of some days before, and again on its day. */
const hearingDays = 3;

/** Days of admission looked back for a clock that began before the case did. */
const recentDays = 10;

/** After a sexual assault the team is told while the hours run, not only near their end. */
async function ofAssaults(unit: Use, now: string, parts: RecordParts): Promise<Reminder[]> {
  const rows = await tablesIn(unit.trx)
    .selectFrom('case_file')
    .select('id')
    .where('admitted_on', '>=', addDays(unit.today, -recentDays))
    .where('annulled_at', 'is', null)
    .where('state', '<>', 'closed')
    .execute();
  const ids = rows.map(({ id }) => id);
  const byCase = await recordTermsByCase(unit.trx, ids, { law: await readLaw(unit.trx), parts });
  const reminders: Reminder[] = [];
  for (const [id, terms] of byCase) {
    for (const term of terms) {
      const due = term.computed.byEffect?.due;
      if (term.trigger.kind !== 'sexualAssault' || !isPending(term, unit.today) || due === undefined) continue;
      const { id: ruleId, value } = term.computed.rule;
      const kind = isRecordTermOverdue(term, now) ? 'deadlineOverdue' : 'deadlineNear';
      const note = `${value.task} (${ruleId}): ${formatCivilDate(due.on)}, ${due.time}`;
      reminders.push({ caseId: id, kind, note });
    }
  }
  return reminders;
}

export async function remindDeadlines(unit: Use, parts: RecordParts): Promise<{ raised: number }> {
  // A newer version of the program may bring another table: what is open follows it before anybody is warned.
  await recountTerms(unit);
  const now = nowKey(unit);
  const deadlines = await listOpenDeadlines(unit.trx);
  const hearings = await listScheduled(unit.trx, unit.today, addDays(unit.today, hearingDays));
  const reminders = [
    ...deadlines.map((row) => ofDeadline(row, now)),
    ...hearings.map((row) => ofHearing(row, unit.today)),
    ...(await ofAssaults(unit, now, parts)),
  ].filter((reminder) => reminder !== null);
  return remind(unit, reminders);
}

/** The words carry the date: a term that moves is told of again, one that stays is not. */
function ofDeadline(row: StoredDeadline, now: string): Reminder | null {
  const due = row.dues.at(-1);
  if (due === undefined || row.warn_on === null || row.warn_time === null) return null;
  const { rule } = fromStored(due.computed);
  const warn = { on: row.warn_on, time: row.warn_time };
  const words = `${rule.task} (${row.rule_id}): ${formatCivilDate(warn.on)}, ${warn.time}`;
  const caseId = row.case_id;
  if (isOverdue(warn, now)) return { caseId, kind: 'deadlineOverdue', note: words };
  const hours = hoursUntil(now, `${warn.on} ${warn.time}`);
  const reached = rule.remindHoursBefore.filter((before) => hours <= before).sort((one, other) => one - other)[0];
  if (reached === undefined) return null;
  return { caseId, kind: 'deadlineNear', note: `${words}. Aviso de ${beforeWords(reached)} antes` };
}

function beforeWords(hours: number): string {
  if (hours % 24 !== 0 || hours === 24) return `${hours} horas`;
  return `${hours / 24} días`;
}

function hoursUntil(now: string, then: string): number {
  const at = (text: string) => Temporal.PlainDateTime.from(text.replace(' ', 'T'));
  return at(now).until(at(then)).total({ unit: 'hours' });
}

function ofHearing(row: HearingRow, today: CivilDate): Reminder {
  // With its date: the same hearing of another day is another reminder.
  const date = formatCivilDate(row.held_on);
  const day = row.held_on === today ? `hoy, ${date}` : date;
  const note = `${hearingKindLabels[row.kind]}: ${day}, ${row.held_time}. ${row.office}`;
  return { caseId: row.case_id, kind: 'hearingNear', note };
}
