/** What the centre keeps of one person, over her fichas that the reader attends: each part under its own right. */
import { decide, roleLabels, roles as allRoles } from '../../shared/access/index.ts';
import { areasOf, fileKindLabels } from '../../shared/attachments/index.ts';
import { documentKindLabels as paperLabels } from '../../shared/papers/index.ts';
import { type PlaceIndex } from '../../shared/people/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { referralRules, referralStateLabels } from '../../shared/referrals/index.ts';
import { partnerRiskLevelLabels } from '../../shared/risk/index.ts';
import {
  copyParts,
  seenInSmall,
  type CopyEntry,
  type CopyFacts,
  type CopyFicha,
  type CopyPart,
  type OpenedBy,
  type WithheldPart,
} from '../../shared/subject/index.ts';
import { listFileRows } from '../attachments/index.ts';
import {
  appraisalsOf,
  closedCases,
  getCaseRow,
  getPair,
  listCasesOfPerson,
  relationsTo,
  type CaseRow,
} from '../intake/index.ts';
import { listDocuments } from '../papers/index.ts';
import type { CallFrame } from '../platform/gate/handler.ts';
import { among } from '../platform/storage/among.ts';
import { listReferralsOfCase } from '../referrals/index.ts';
import { signedLevels } from '../risk/index.ts';
import { plansByCase } from '../safety/index.ts';
import { knownAround } from './others.ts';
import { personEntries } from './person.ts';
import {
  accountOf,
  accusedCount,
  answersOf,
  attentionsOf,
  callsOf,
  consentsOf,
  dayOf,
  entry,
  injuriesOf,
  measuresAndHearings,
  planOf,
  reintegrationEntries,
} from './parts.ts';
import { tablesIn, type Trx } from './tables.ts';

export type Gathered = { readonly facts: CopyFacts; readonly notRead: number };
type Call = Pick<CallFrame, 'session' | 'now' | 'today'>;
type May = (action: string) => ReturnType<typeof decide>;

type Counted = Partial<Record<WithheldPart, number>>;
const add = (counts: Counted, more: Counted) => {
  for (const [part, count] of Object.entries(more))
    counts[part as WithheldPart] = (counts[part as WithheldPart] ?? 0) + count;
};

type Around = {
  readonly call: Call;
  readonly places: PlaceIndex;
  readonly may: May;
  readonly hers: ReadonlySet<string>;
  readonly counts: Counted;
};

/** What the centre wrote for its own work, and what the ficha holds of him. */
async function keptBack(trx: Trx, row: CaseRow): Promise<Counted> {
  const { psychology, social, legal } = await appraisalsOf(trx, row.id);
  return {
    notes: [psychology, social].filter(({ text }) => text !== null).length,
    defence: legal.text === null ? 0 : 1,
    safety: (await plansByCase(trx, [row.id])).size,
    aggressor: await accusedCount(trx, row),
  };
}

/** Parts that are their entries and no more. */
const plainParts = [
  ['calls', callsOf],
  ['injuries', injuriesOf],
  ['reintegration', reintegrationEntries],
  ['plan', planOf],
  ['consents', consentsOf],
] as const satisfies readonly (readonly [CopyPart, (trx: Trx, caseId: CaseId) => Promise<CopyEntry[]>])[];

async function fichaOf(trx: Trx, row: CaseRow, { call, places, may, hers, counts }: Around): Promise<CopyFicha> {
  const caseId = row.id;
  const parts: Partial<Record<CopyPart, readonly CopyEntry[]>> = {};
  const whole = (part: CopyPart) => {
    const decision = may(copyParts[part].may);
    return decision.allowed && decision.view === null;
  };
  const answers = await answersOf(trx, caseId, may, places);
  parts.answers = answers.entries;
  add(counts, { network: answers.network });
  if (whole('account')) parts.account = await accountOf(trx, row, hers);
  if (whole('attentions')) {
    const { entries, notes } = await attentionsOf(trx, row, call);
    parts.attentions = entries;
    add(counts, { notes });
  }
  for (const [part, entriesOf] of plainParts) if (whole(part)) parts[part] = await entriesOf(trx, caseId);
  if (whole('valuations'))
    parts.valuations = (await signedLevels(trx, caseId)).map(({ assessedAt, level, points }) =>
      entry(dayOf(assessedAt), `Ficha de valoración de riesgo: ${partnerRiskLevelLabels[level]}, ${points} puntos.`),
    );
  if (whole('referrals'))
    parts.referrals = (await listReferralsOfCase(trx, caseId))
      .filter(({ kind }) => referralRules[kind].subject === 'user')
      .map(({ kind, number, receiver, state, issued_at: at }) => {
        const words = `${referralRules[kind].label}. ${referralStateLabels[state]}.`;
        return entry(`${dayOf(at)}, ${number}`, words, receiver);
      });
  if (whole('measures')) {
    const { entries, notes } = await measuresAndHearings(trx, caseId);
    parts.measures = entries;
    add(counts, { defence: notes });
  }
  if (whole('papers'))
    parts.papers = (await listDocuments(trx, caseId)).map(({ kind, number, issuedAt }) =>
      entry(dayOf(issuedAt), `${paperLabels[kind]} ${number}`),
    );
  const files = may(copyParts.files.may);
  if (files.allowed) {
    const areas = areasOf(files.view, call.session.roles);
    const rows = (await listFileRows(trx, caseId)).filter(
      (one) => one.annulled_at === null && areas.includes(one.area),
    );
    parts.files = rows.map(({ kind, added_at: at }) => entry(dayOf(at), fileKindLabels[kind]));
  }
  add(counts, await keptBack(trx, row));
  return { number: row.number, admittedOn: row.admitted_on, parts };
}

async function openedBy(trx: Trx, caseIds: readonly CaseId[]): Promise<{ opened: OpenedBy[]; staff: number }> {
  const rows = await tablesIn(trx)
    .selectFrom('audit_object')
    .innerJoin('audit_entry', 'audit_entry.seq', 'audit_object.seq')
    .select(['audit_entry.role', 'audit_entry.utc', 'audit_entry.staff_id', 'audit_entry.seq'])
    .where('audit_object.object_kind', '=', 'case_file')
    .where('audit_object.object_id', 'in', among(caseIds))
    .where('audit_entry.outcome', '=', 'ok')
    .where('audit_entry.staff_id', 'is not', null)
    .distinct()
    .orderBy('audit_entry.seq')
    .execute();
  const words = (role: string | null) =>
    (role ?? '')
      .split('+')
      .map((one) => (allRoles.some((known) => known === one) ? roleLabels[one as keyof typeof roleLabels] : one))
      .join(' y ');
  const opened = [...Map.groupBy(rows, ({ role }) => words(role))].map(([role, own]): OpenedBy => {
    const days = own.map(({ utc }) => civilDateOf(Date.parse(utc)));
    return { role, times: own.length, first: days[0] ?? civilDateOf(0), last: days.at(-1) ?? civilDateOf(0) };
  });
  return { opened, staff: new Set(rows.map(({ staff_id: id }) => id)).size };
}

/** Everything of hers as the reader may read it; a ficha closed to the reader is not said to be there. */
export async function gatherCopy(
  trx: Trx,
  call: Call,
  { caseId, places }: { readonly caseId: CaseId; readonly places: PlaceIndex },
): Promise<Gathered> {
  const { user_id: personId } = await getPair(trx, (await getCaseRow(trx, caseId)).pair_id);
  const hers = (await listCasesOfPerson(trx, personId))
    .filter(({ role }) => role === 'user')
    .toSorted((one, other) => (one.number < other.number ? -1 : 1))
    .map(({ id }) => id);
  const relations = await relationsTo(trx, call.session, hers, { instant: call.now, today: call.today });
  const mayIn =
    (id: CaseId): May =>
    (action) => {
      const relation = relations.get(id);
      return relation === undefined ? { allowed: false } : decide(call.session.roles, action, relation);
    };
  const read = hers.filter((id) => mayIn(id)('ownCopy.read').allowed);
  const closed = await closedCases(trx, call.session.staffId, hers);
  const counts: Counted = {};
  const fichas: CopyFicha[] = [];
  const own = new Set<string>(hers);
  for (const id of read) {
    const row = await getCaseRow(trx, id);
    fichas.push(await fichaOf(trx, row, { call, places, may: mayIn(id), hers: own, counts }));
  }
  const { secrets, counts: around } = await knownAround(trx, { personId, caseIds: read, today: call.today, places });
  const person = await personEntries(trx, call, { caseId, personId }, places);
  const seen = read.filter((id) => mayIn(id)(copyParts.opened.may).allowed);
  const { opened, staff } = await openedBy(trx, seen);
  const others = around.others + person.otherPhones;
  add(counts, { ...around, others, unsafe: person.unsafe, address: person.isReserved ? 1 : 0, staff });
  const { name, identity, contact } = person;
  return {
    facts: {
      ...{ name, identity, contact, fichas, opened: seen.length === 0 ? null : opened, withheld: counts },
      secrets: {
        ...secrets,
        seen: seenInSmall([...contact, ...fichas.flatMap(({ parts }) => Object.values(parts).flat())]),
      },
    },
    notRead: hers.filter((id) => !closed.has(id)).length - read.length,
  };
}
