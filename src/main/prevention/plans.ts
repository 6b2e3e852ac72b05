/** What is planned, and what its plan may not say. */
import {
  activity,
  preventionReasons,
  programme,
  termsOn,
  termTable,
  type Activity,
  type ActivityForm,
  type ActivityId,
  type Term,
  type TermList,
} from '../../shared/prevention/index.ts';
import { failAt } from '../../shared/platform/failures.ts';
import { listStaff } from '../access/index.ts';
import { KeptStore } from '../record/index.ts';
import { readRules } from '../rulebook/index.ts';
import { resultsByActivity, sessionActivities } from './repository.ts';
import type { Trx, Use } from './tables.ts';

export const programmes = new KeptStore(programme);
export const activities = new KeptStore(activity);

export const saidAt = (path: string, reason: keyof typeof preventionReasons) =>
  failAt(path, preventionReasons[reason], reason);

type Plan = { readonly id: string | null; readonly form: ActivityForm };

/** What a plan names must be there on its day: a choice of the lists, a programme, a session of which there is one. */
export async function refusePlan(unit: Use, { id, form }: Plan): Promise<void> {
  const { trx } = unit;
  const before = id === null ? null : await activities.find(trx, id);
  const terms = termsOn(await readRules(trx, termTable), form.heldOn);
  for (const [field, list] of planLists) {
    const isSame = before?.[field] === form[field];
    const fits = (term: Term) => term.code === form[field] && term.list === list && (term.isUsed || isSame);
    if (!terms.some(fits)) throw saidAt(`form.${field}`, 'term-unknown');
  }
  const leads = (await listStaff(trx)).filter(mayLead).map(({ id: staffId }) => staffId);
  // Who left since still led it.
  if (form.leadStaff !== before?.leadStaff && !leads.includes(form.leadStaff))
    throw saidAt('form.leadStaff', 'lead-unknown');
  const own = before?.id ?? null;
  if (before !== null) await refuseOtherKind(trx, before, form);
  await refuseSession(trx, own, form);
  if (form.heldOn > unit.today) await refuseDone(trx, own);
}

/** The auditor visits, and support minds the computer: neither leads an activity. */
export const mayLead = ({ state, roles }: Awaited<ReturnType<typeof listStaff>>[number]) =>
  state === 'active' && roles.some((role) => role !== 'auditor' && role !== 'technicalSupport');

/** An attendance is no reach: while one stands, its activity is not made of the other kind. */
async function refuseOtherKind(trx: Trx, before: Activity, form: ActivityForm): Promise<void> {
  const rules = await readRules(trx, termTable);
  const isMedia = ({ activityType, heldOn }: ActivityForm) =>
    termsOn(rules, heldOn).some((term) => term.code === activityType && term.isMedia);
  if (isMedia(before) === isMedia(form)) return;
  if ((await resultsByActivity(trx, [before.id])).get(before.id)?.state === 'done')
    throw saidAt('form.activityType', 'type-has-result');
}

/** What was done stays where it is in time. */
async function refuseDone(trx: Trx, id: ActivityId | null): Promise<void> {
  if (id !== null && (await resultsByActivity(trx, [id])).get(id)?.state === 'done')
    throw saidAt('form.heldOn', 'activity-in-future');
}

const planLists = [
  ['activityType', 'type'],
  ['activityGroup', 'group'],
  ['audience', 'audience'],
] as const satisfies readonly (readonly [keyof ActivityForm, TermList])[];

export async function refuseSession(trx: Trx, id: ActivityId | null, { programmeId, sessionNumber }: ActivityForm) {
  if (programmeId === null) return;
  const found = await programmes.find(trx, programmeId);
  if (found === null || !found.isActive) throw saidAt('form.programmeId', 'programme-unknown');
  if ((sessionNumber ?? 0) > found.sessions) throw saidAt('form.sessionNumber', 'session-beyond');
  const twins = (await sessionActivities(trx)).filter(
    (one) => one.id !== id && one.programmeId === programmeId && one.sessionNumber === sessionNumber,
  );
  const ids = twins.map((one) => one.id);
  const standing = await resultsByActivity(trx, ids);
  // One that was cancelled is held again under its number.
  if (twins.some((one) => standing.get(one.id)?.state !== 'cancelled'))
    throw saidAt('form.sessionNumber', 'session-twice');
}
