/** What the pack says of a period: from the audit and the registers of the centre, never from a case. */
import { sql } from 'kysely';
import { roleLabels, staffStateLabels } from '../../shared/access/index.ts';
import { actionWords, roleWords } from '../../shared/audit/index.ts';
import { civilDateOf, instantAt, timeOf } from '../../shared/platform/clock.ts';
import { addDays, type CivilDate, type Instant } from '../../shared/platform/dates.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { incidentStateLabels, requestStateLabels, rightWords } from '../../shared/privacy/index.ts';
import type { Act, InspectionFacts } from '../../shared/inspection/index.ts';
import { listStaff, staffNames } from '../access/index.ts';
import { witnessSheets } from '../audit/index.ts';
import { verifyChain } from '../platform/storage/audit-chain.ts';
import { platformOf } from '../platform/storage/platform-tables.ts';
import { sealWords } from '../platform/storage/witness.ts';
import { listIncidents, listRequests, listReviews } from '../privacy/index.ts';
import { tablesIn, type Trx } from './tables.ts';

export type Period = { readonly from: CivilDate; readonly to: CivilDate };
type Span = { readonly since: Instant; readonly until: Instant };
type Names = ReadonlyMap<string, string>;

const spanOf = ({ from, to }: Period): Span => ({
  since: instantAt(from, '00:00'),
  until: instantAt(addDays(to, 1), '00:00'),
});

const formatInstant = (at: Instant) => `${formatCivilDate(civilDateOf(Date.parse(at)))} ${timeOf(Date.parse(at))}`;

const program = 'El programa';
const nameOf = (names: Names, id: string | null) => (id === null ? program : (names.get(id) ?? ''));

/** Entries of these actions, oldest first, without what they are about. */
async function actsOf(trx: Trx, { since, until }: Span, names: Names, like: readonly string[]): Promise<Act[]> {
  const rows = await tablesIn(trx)
    .selectFrom('audit_entry')
    .select(['utc', 'action', 'outcome', 'staff_id'])
    .where('utc', '>=', since)
    .where('utc', '<', until)
    .where((where) => where.or(like.map((one) => where('action', 'like', one))))
    .where('outcome', '<>', 'denied')
    .orderBy('seq')
    .execute();
  return rows.map(({ utc, action, outcome, staff_id: id }) => ({
    at: formatInstant(utc),
    words: outcome === 'failed' ? `${actionWords(action)}: no se pudo` : actionWords(action),
    by: nameOf(names, id),
  }));
}

/** Of the wall clock of Lima: from 20:00 to 6:59. */
const atNight = sql`cast(strftime('%H', utc, '-5 hours') as integer) not between 7 and 19`;

async function accessesOf(trx: Trx, { since, until }: Span, names: Names): Promise<InspectionFacts['accesses']> {
  type Row = {
    id: string;
    role: string | null;
    reads: number;
    changes: number;
    printed: number;
    saved: number;
    night: number;
    denied: number;
  };
  const { rows } = await sql<Row>`
    with of_case as (
      select e.seq, e.staff_id, e.role, e.outcome, e.action, e.utc, e.detail,
        max(o.object_kind = 'case_file') as is_case,
        max(o.object_version is not null) as is_change,
        max(o.object_kind in ('document_copy', 'saved_file') and o.object_version = 1) as has_left
      from audit_entry e join audit_object o on o.seq = e.seq
      where e.utc >= ${since} and e.utc < ${until} and e.staff_id is not null group by e.seq)
    select staff_id as id, max(role) as role,
      sum(is_case and outcome = 'ok' and not is_change and not has_left) as reads,
      sum(is_case and outcome = 'ok' and is_change and not has_left) as changes,
      sum(has_left and json_extract(detail, '$.way') is 'print') as printed,
      sum(has_left and json_extract(detail, '$.way') is not 'print') as saved,
      sum(is_case and outcome = 'ok' and ${atNight}) as night,
      sum(is_case and outcome = 'denied') as denied
    from of_case group by staff_id having reads + changes + printed + saved + denied > 0`.execute(trx);
  return rows
    .map(({ id, role, reads, changes, printed, saved, night, denied }) => ({
      ...{ who: nameOf(names, id), role: roleWords(role), counts: [reads, changes, printed, saved, night, denied] },
    }))
    .toSorted((one, other) => (one.who < other.who ? -1 : 1));
}

const within =
  ({ from, to }: Period) =>
  (on: CivilDate) =>
    on >= from && on <= to;

async function privacyFacts(trx: Trx, period: Period, names: Names) {
  const isIn = within(period);
  const incidents = (await listIncidents(trx, null)).filter(({ known_on: on }) => isIn(on));
  const reviews = (await listReviews(trx)).filter((one) => isIn(one.reviewed_on) && one.withdrawn_at === null);
  const requests = (await listRequests(trx)).filter(({ asked_on: on }) => isIn(on));
  const counted = Map.groupBy(
    requests,
    ({ data_right: right, state }) => `${rightWords[right]}|${requestStateLabels[state]}`,
  );
  return {
    incidents: incidents.map(({ known_on: on, known_time: time, state, told_on: told, told_time: at }) => ({
      known: `${formatCivilDate(on)} ${time}`,
      ...{ state: incidentStateLabels[state], told: told === null ? '—' : `${formatCivilDate(told)} ${at ?? ''}` },
    })),
    reviews: reviews.map((one) => ({ on: formatCivilDate(one.reviewed_on), by: nameOf(names, one.reviewed_by) })),
    requests: [...counted].map(([key, own]) => {
      const [right = '', state = ''] = key.split('|');
      return { right, state, count: own.length };
    }),
  };
}

async function copiesOf(trx: Trx, { since, until }: Span): Promise<InspectionFacts['copies']> {
  const rows = await tablesIn(trx)
    .selectFrom('audit_entry')
    .select(['utc', 'outcome'])
    .where('action', '=', 'backup.made')
    .where('utc', '>=', since)
    .where('utc', '<', until)
    .orderBy('seq')
    .execute();
  const made = rows.filter(({ outcome }) => outcome === 'ok');
  const last = made.at(-1);
  return {
    made: made.length,
    failed: rows.length - made.length,
    last: last === undefined ? null : formatInstant(last.utc),
  };
}

export type ProofParts = {
  readonly verifySeals: (trx: Trx) => Promise<{ checked: number; wrong: readonly unknown[] }>;
};

/** @throws damaged where the chain does not hold: then there is nothing to hand over */
export async function inspectionFacts(trx: Trx, period: Period, { verifySeals }: ProofParts): Promise<InspectionFacts> {
  const span = spanOf(period);
  const names = await staffNames(trx);
  const { head } = await verifyChain(platformOf(trx));
  const seals = await verifySeals(trx);
  const acts = (...like: string[]) => actsOf(trx, span, names, like);
  const isIn = within(period);
  return {
    staff: (await listStaff(trx)).map(({ fullName, roles, state }) => ({
      ...{ name: fullName, roles: roles.map((role) => roleLabels[role]).join(' y '), state: staffStateLabels[state] },
    })),
    staffActs: await acts(
      'staff.created',
      'staff.change%',
      'staff.disabled',
      'staff.accessReset',
      'acting.approved',
      'acting.ended',
      'cover.%',
    ),
    accesses: await accessesOf(trx, span, names),
    exceptional: await acts('breakGlass.start', 'breakGlass.stop', 'breakGlass.reviewed'),
    copies: await copiesOf(trx, span),
    drills: await acts('backup.drilled', 'backup.restored'),
    recordActs: await acts(
      'keys.%',
      'rollback.detected',
      'readonly.ended',
      'chain.broken',
      'audit.segmentStarted',
      'clock.stepped',
      'approval.recoveryKeyStoodIn',
    ),
    ...(await privacyFacts(trx, period, names)),
    months: await acts('report.monthClosed'),
    sheets: (await witnessSheets(trx))
      .filter(({ printed_at: at }) => isIn(civilDateOf(Date.parse(at))))
      .map(({ number, printed_at: printed, signed_at: signed }) => ({
        ...{ number, printed: formatInstant(printed), signed: signed === null ? '—' : formatInstant(signed) },
      })),
    proof: {
      entries: head.seq,
      code: `${head.seq}-${sealWords(head.hash)}`,
      records: seals.checked,
      problems: seals.wrong.length,
    },
  };
}
