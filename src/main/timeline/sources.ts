/** What each domain tells of a case, for who may read it there: a constant number of queries, whatever happened. */
import { areasOf } from '../../shared/attachments/index.ts';
import { serviceLabels, servicesOf } from '../../shared/access/index.ts';
import { reopenReasonLabels } from '../../shared/closing/index.ts';
import {
  appraisals,
  caseConditions,
  formSections,
  partSections,
  type AppraisalService,
  type ChangePart,
} from '../../shared/intake/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import { visitStateLabels } from '../../shared/reception/index.ts';
import {
  momentOf,
  ofArrival,
  ofAttention,
  ofEarlierAttention,
  ofCall,
  ofConsent,
  ofCustodyStep,
  ofDelivery,
  ofEvent,
  ofHandOver,
  ofHearing,
  ofInjuries,
  ofInterview,
  ofNotice,
  ofPaper,
  ofPresented,
  ofReceipt,
  ofReferral,
  ofReintegration,
  ofRisk,
  ofSlip,
  type ToldEntry,
} from '../../shared/timeline/index.ts';
import { findProposals, staffNames } from '../access/index.ts';
import { listAlertsOfCase } from '../alerts/index.ts';
import { chainsOfCase, listFileRows } from '../attachments/index.ts';
import { listAttentionLines, listConsents, listNewestAttentions, listInterviewLines } from '../care/index.ts';
import { listClosings, listReopenings, listSupervisions } from '../closing/index.ts';
import { listCalls } from '../contact/index.ts';
import { issuedFilings, presentationRows } from '../filings/index.ts';
import { allowed, listGrants, tellingsOf, type CaseRow } from '../intake/index.ts';
import { listMarks } from '../injuries/index.ts';
import { reintegrationOf } from '../reintegration/index.ts';
import { listDocuments } from '../papers/index.ts';
import type { CallFrame } from '../platform/gate/handler.ts';
import { cellsOf, columnsIn } from '../platform/storage/rows.ts';
import { eventFormOf, hearingOf, listEvents, listHearings } from '../proceedings/index.ts';
import { arrivalsOf, visitsOf } from '../reception/index.ts';
import { answersOf, custodyOfCase, listReferralsOfCase, slipsOf } from '../referrals/index.ts';
import { signedLevels } from '../risk/index.ts';
import { tablesIn, type Use } from './tables.ts';

type Call = {
  readonly row: CaseRow;
  readonly decision: CallFrame['decision'];
  readonly names: ReadonlyMap<string, string>;
  /** How many are told at most; null for all. */
  readonly newest: number | null;
};

/** Rows of the permission table, each with what it opens. */
type Source = { readonly action: string; readonly read: (unit: Use, call: Call) => Promise<ToldEntry[]> };

async function ficha({ trx }: Use, { row, names }: Call): Promise<ToldEntry[]> {
  const by = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''));
  const at = { on: row.admitted_on, time: row.admitted_time, recordedAt: row.opened_at };
  const opened = { act: 'Ingreso', rest: `se abrió la ficha ${row.number}`, by: by(row.opened_by) };
  const entries: ToldEntry[] = [{ id: 'opened', kind: 'opened', ...at, ...opened }];
  if (row.validated_at !== null) {
    const condition = caseConditions.find((one) => one.code === row.condition_confirmed)?.label ?? '';
    const act = `Caso validado como ${condition}`;
    const who = by(row.condition_confirmed_by);
    entries.push({ id: 'validated', kind: 'validated', ...momentOf(row.validated_at), act, by: who, page: 'validate' });
  }
  for (const { id, reason, service, granted_by, from_at } of await listGrants(trx, row.id))
    if (reason === 'handOver' && service !== null)
      entries.push(ofHandOver({ id, service, at: from_at, by: by(granted_by) }));
  return entries;
}

const isAppraisal = (part: ChangePart): part is AppraisalService => part in appraisals;

/** An appraisal that others only see handed over has no history for them. */
async function readableParts(unit: Use, row: CaseRow, parts: ReadonlySet<ChangePart>): Promise<ReadonlySet<string>> {
  const readable = new Set<string>();
  for (const part of parts) {
    const action = isAppraisal(part) ? appraisals[part].read : formSections[partSections[part]].read;
    const decision = await allowed(unit, action, row.id);
    if (decision !== null && (!isAppraisal(part) || decision.view === null)) readable.add(part);
  }
  return readable;
}

/** Who wrote in which section on which day; what was changed in it says its own history. */
async function sections(unit: Use, { row, names }: Call): Promise<ToldEntry[]> {
  const sets = await tablesIn(unit.trx)
    .selectFrom('change_set')
    .select(['id', 'part', 'is_first', 'changed_by', 'changed_at'])
    .where('case_id', '=', row.id)
    .orderBy('changed_at')
    .execute();
  const readable = await readableParts(unit, row, new Set(sets.map(({ part }) => part as ChangePart)));
  const shown = sets.flatMap((set) =>
    readable.has(set.part) ? [{ ...set, section: partSections[set.part as ChangePart] }] : [],
  );
  const keyOf = ({ section, changed_by, changed_at }: (typeof shown)[number]) =>
    `${section} ${changed_by} ${civilDateOf(Date.parse(changed_at))}`;
  return [...Map.groupBy(shown, keyOf).values()].flatMap((own) =>
    own.slice(-1).map(({ id, section, changed_by, changed_at }): ToldEntry => {
      const title = section === 'f' ? 'Secciones F a H' : `Sección ${section.toUpperCase()}`;
      const act = `${title} ${own.some(({ is_first }) => is_first === 1) ? 'llenada' : 'cambiada'}`;
      const by = names.get(changed_by) ?? '';
      return { id: `change-${id}`, kind: 'section', ...momentOf(changed_at), act, by, page: section };
    }),
  );
}

async function told({ trx }: Use, { row, decision, names }: Call): Promise<ToldEntry[]> {
  if (decision.view !== null) return [];
  const entries = (await tellingsOf(trx, [row.id])).map(({ by, on }): ToldEntry => {
    const at = { on, time: null, recordedAt: row.opened_at };
    const words = { act: 'Relato', rest: 'escrito una vez y guardado con sus palabras', by: names.get(by) ?? '' };
    return { id: 'told', kind: 'told', ...at, ...words, page: 'account' };
  });
  const columns = ['id', 'added_by', 'added_at'] as const;
  const supplements = await columnsIn(tablesIn(trx), 'account_supplement', columns, { case_id: row.id });
  const added = supplements.map(({ id, added_by, added_at }): ToldEntry => {
    const words = { act: 'Ampliación del relato', by: names.get(added_by) ?? '' };
    return { id: `supplement-${id}`, kind: 'told', ...momentOf(added_at), ...words, page: 'account' };
  });
  return [...entries, ...added];
}

/** Of a case of years there are hundreds: those that cannot be among the newest are counted and not told. */
async function attentions({ trx }: Use, { row, newest }: Call): Promise<ToldEntry[]> {
  if (newest === null) return (await listAttentionLines(trx, row.id)).map(ofAttention);
  const { lines, before } = await listNewestAttentions(trx, row.id, newest);
  return [...lines.map(ofAttention), ...before.map(ofEarlierAttention)];
}

async function proceeding({ trx }: Use, { row, names }: Call): Promise<ToldEntry[]> {
  const events = (await listEvents(trx, row.id)).filter(({ withdrawn }) => withdrawn === 0);
  const by = (id: string) => names.get(id) ?? '';
  return events.map((one) =>
    ofEvent({ ...cellsOf(one, 'id', 'recorded_at'), event: eventFormOf(one), by: by(one.recorded_by) }),
  );
}

/** Those to come stand in what is in force. */
async function hearings({ trx, today }: Use, { row }: Call): Promise<ToldEntry[]> {
  const over = (await listHearings(trx, row.id)).filter(({ held_on }) => held_on <= today);
  return over.map((one) =>
    ofHearing({ ...cellsOf(one, 'id', 'state', 'result', 'recorded_at'), hearing: hearingOf(one) }),
  );
}

async function presented({ trx }: Use, { row }: Call): Promise<ToldEntry[]> {
  const writs = new Map((await issuedFilings(trx, row.id)).map(({ id, title }) => [id, title]));
  const standing = (await presentationRows(trx, row.id)).filter(({ annulled_at }) => annulled_at === null);
  return standing.map((one) =>
    ofPresented({
      ...cellsOf(one, 'id', 'desk', 'entry_number', 'folios', 'recorded_at'),
      ...{ title: writs.get(one.filing_id) ?? '', on: one.presented_on, time: one.presented_time },
    }),
  );
}

async function referrals({ trx }: Use, { row }: Call): Promise<ToldEntry[]> {
  const rows = await listReferralsOfCase(trx, row.id);
  const ids = rows.map(({ id }) => id);
  const slips = await slipsOf(trx, ids);
  const answered = await answersOf(trx, row.id);
  return rows.flatMap((one) => {
    const referral = cellsOf(one, 'id', 'kind', 'number', 'receiver', 'state', 'issued_at');
    const slip = slips.get(one.id);
    const recordedAt = answered.get(one.id);
    const back = slip === undefined || recordedAt === undefined ? [] : [ofSlip({ ...referral, slip, recordedAt })];
    return [ofReferral(referral), ...back];
  });
}

/** Each file with every hand it went through, also one that was annulled: its chain does not end by it. */
async function files({ trx, session }: Use, { row, decision, names }: Call): Promise<ToldEntry[]> {
  const areas = areasOf(decision.view, session.roles);
  const rows = (await listFileRows(trx, row.id)).filter((one) => areas.includes(one.area));
  const told = new Map(rows.map((one) => [one.id as string, { ...one, isAnnulled: one.annulled_at !== null }]));
  return (await chainsOfCase(trx, row.id)).flatMap((step) => {
    const file = told.get(step.attachment_id);
    const own = { ...cellsOf(step, 'position', 'kind', 'at', 'note'), fileId: step.attachment_id };
    return file === undefined ? [] : [ofCustodyStep({ ...own, by: names.get(step.staff_id) ?? '' }, file)];
  });
}

/** Objects and clothes that the centre keeps, and hands on. */
async function custody({ trx }: Use, { row, names }: Call): Promise<ToldEntry[]> {
  const { receipts, deliveries } = await custodyOfCase(trx, row.id);
  const by = (id: string) => names.get(id) ?? '';
  const of = new Map(receipts.map((one) => [one.id as string, one]));
  return [
    ...receipts.map((one) =>
      ofReceipt({
        ...cellsOf(one, 'id', 'document_id', 'number', 'things', 'handed_by', 'kept_at', 'recorded_at'),
        ...{ on: one.received_on, time: one.received_time, by: by(one.recorded_by) },
      }),
    ),
    ...deliveries.map((one) =>
      ofDelivery({
        ...cellsOf(one, 'id', 'office', 'signed_by', 'proof', 'recorded_at'),
        ...{ number: of.get(one.receipt_id)?.number ?? '', things: of.get(one.receipt_id)?.things ?? [] },
        ...{ on: one.delivered_on, time: one.delivered_time, by: by(one.recorded_by) },
      }),
    ),
  ];
}

async function injuries({ trx }: Use, { row }: Call): Promise<ToldEntry[]> {
  const byDay = Map.groupBy(await listMarks(trx, row.id), ({ seenOn, by }) => `${seenOn} ${by}`);
  return [...byDay.values()].flatMap(ofInjuries);
}

async function visits({ trx, today }: Use, { row }: Call): Promise<ToldEntry[]> {
  const found = (await visitsOf(trx, row.id, today)).filter(({ state, day }) => state !== 'expected' || day < today);
  return found.map((one): ToldEntry => {
    const outcome = one.state === 'expected' ? 'no vino' : visitStateLabels[one.state].toLowerCase();
    const by = one.service === null ? '' : serviceLabels[one.service];
    const at = { on: one.day, time: one.time, recordedAt: one.booked_at };
    return { id: `visit-${one.id}`, kind: 'visit', ...at, act: 'Cita', rest: outcome, by };
  });
}

const closingEnds = { declined: 'Cierre rechazado', withdrawn: 'Propuesta de cierre retirada' } as const;

/** Proposed to no end, closed, opened again, and gone through by somebody else; what is still to be decided is work. */
async function closings({ trx }: Use, { row, names }: Call): Promise<ToldEntry[]> {
  const common = { kind: 'closing', page: 'closing' } as const;
  const by = (id: string | null) => names.get(id ?? '') ?? '';
  const rows = await listClosings(trx, [row.id]);
  const ids = rows.map(({ proposal_id: id }) => id);
  const proposals = new Map((await findProposals(trx, ids)).map((one) => [one.id, one]));
  const ended = ({ id, proposal_id, reason_label: rest }: (typeof rows)[number]): ToldEntry[] => {
    const { state, decidedAt = null, decidedBy } = proposals.get(proposal_id) ?? {};
    if (decidedAt === null || (state !== 'declined' && state !== 'withdrawn')) return [];
    const words = { act: closingEnds[state], rest, by: by(decidedBy ?? null) };
    return [{ id: `closing-${id}`, ...momentOf(decidedAt), ...common, ...words }];
  };
  return [
    ...rows.flatMap((one): ToldEntry[] => {
      if (one.closed_at === null) return ended(one);
      const who = `${by(one.proposed_by)}, aprobó ${by(one.closed_by)}`;
      const words = { act: 'Ficha cerrada', rest: one.reason_label, by: who };
      return [{ id: `closing-${one.id}`, ...momentOf(one.closed_at), ...common, ...words }];
    }),
    ...(await listReopenings(trx, [row.id])).map((one): ToldEntry => {
      const words = { act: 'Ficha reabierta', rest: reopenReasonLabels[one.reason], by: by(one.reopened_by) };
      return { id: `reopening-${one.id}`, ...momentOf(one.reopened_at), ...common, ...words };
    }),
    ...(await listSupervisions(trx, [row.id])).map((one): ToldEntry => {
      const at = { on: one.held_on, time: null, recordedAt: one.recorded_at };
      const words = { act: 'Seguimiento supervisado', rest: one.words, by: by(one.supervised_by) };
      return { id: `supervision-${one.id}`, ...at, ...common, ...words };
    }),
  ];
}

/** Those that were made; one that runs, or that nobody ended, is no contact. */
async function calls({ trx }: Use, { row, names }: Call): Promise<ToldEntry[]> {
  return (await listCalls(trx, [row.id])).flatMap((call) =>
    call.result === null || call.result === 'notMade'
      ? []
      : [
          ofCall({
            ...cellsOf(call, 'id', 'said', 'number_mask', 'next_on', 'next_time', 'started_at'),
            ...{ result: call.result, by: names.get(call.started_by) ?? '', hasWithdrawn: call.has_withdrawn === 1 },
          }),
        ],
  );
}

/** Of each domain what its own page opens with; nothing that the reader could not read there. */
const sources: readonly Source[] = [
  { action: 'person.readIdentity', read: ficha },
  {
    action: 'person.readIdentity',
    read: async ({ trx }, { row, names }) =>
      (await arrivalsOf(trx, row.id)).map(({ registeredBy, ...one }) =>
        ofArrival({ ...one, by: names.get(registeredBy) ?? '' }),
      ),
  },
  { action: 'closing.read', read: closings },
  { action: 'registerForm.readB', read: sections },
  { action: 'account.read', read: told },
  { action: 'attention.read', read: attentions },
  {
    action: 'interview.read',
    read: async ({ trx, session }, { row }) => {
      const reader = { staffId: session.staffId, services: servicesOf(session.roles) };
      return (await listInterviewLines(trx, row.id, reader)).map(ofInterview);
    },
  },
  {
    action: 'risk.read',
    read: async ({ trx }, { row, decision }) =>
      // The colour alone tells no form.
      decision.view === null
        ? (await signedLevels(trx, row.id)).map(({ assessedAt, ...one }) => ofRisk({ ...one, at: assessedAt }))
        : [],
  },
  { action: 'legalFile.read', read: proceeding },
  { action: 'legalFile.read', read: hearings },
  { action: 'legalFile.read', read: presented },
  {
    action: 'document.list',
    // A referral is told by what became of it.
    read: async ({ trx }, { row }) =>
      (await listDocuments(trx, row.id)).filter(({ kind }) => kind !== 'referral').map(ofPaper),
  },
  { action: 'referral.record', read: referrals },
  { action: 'referral.record', read: custody },
  { action: 'injury.read', read: injuries },
  {
    action: 'reintegration.read',
    read: async ({ trx }, { row }) => ofReintegration(await reintegrationOf(trx, row.id)),
  },
  { action: 'consent.read', read: async ({ trx }, { row }) => (await listConsents(trx, row.id)).map(ofConsent) },
  { action: 'attachment.read', read: files },
  { action: 'appointment.read', read: visits },
  { action: 'call.read', read: calls },
  {
    action: 'alert.read',
    read: async ({ trx }, { row }) =>
      (await listAlertsOfCase(trx, row.id)).flatMap((one) =>
        ofNotice({ ...cellsOf(one, 'id', 'kind', 'note', 'raised_at'), isOpen: one.closed_at === null }),
      ),
  },
];

/** What the reader may read of a case, in no order; `newest`: what is before the newest so many may be without words. */
export async function entriesOf(unit: Use, row: CaseRow, newest: number | null = null): Promise<ToldEntry[]> {
  const names = await staffNames(unit.trx);
  const decisions = new Map<string, CallFrame['decision'] | null>();
  const entries: ToldEntry[] = [];
  for (const { action, read } of sources) {
    const known = decisions.get(action);
    const decision = known === undefined ? await allowed(unit, action, row.id) : known;
    decisions.set(action, decision);
    if (decision !== null) entries.push(...(await read(unit, { row, decision, names, newest })));
  }
  // What was received is told with its things, in place of the paper that says so.
  const told = new Set(entries.flatMap(({ kind, id }) => (kind === 'custody' ? [id] : [])));
  return entries.filter(({ kind, id }) => kind !== 'paper' || !told.has(id));
}
