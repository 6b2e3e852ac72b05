/** Her own copy behind the gate: read, decided sentence by sentence, approved by another person, handed out. */
import { createHash } from 'node:crypto';
import { mayEver } from '../../shared/access/index.ts';
import { documentFileName, type Paper } from '../../shared/papers/index.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import { askerLabels, basisOn, basisTable, identityLabels } from '../../shared/privacy/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, Id, ProposalId } from '../../shared/platform/ids.ts';
import {
  composeCopy,
  copyPartCodes,
  countPassages,
  ownCopyTemplate,
  passagesOf,
  passageText,
  withheldPartCodes,
  withheldParts,
  type CopyFacts,
  type CopyFrame,
  type Passage,
  type Reason,
  type ReleaseReason,
  type subjectContract,
  type WithheldPart,
} from '../../shared/subject/index.ts';
import { decideProposal, findProposal, getStaff, insertProposal } from '../access/index.ts';
import { getCentre } from '../centre/index.ts';
import { getCaseRow, isClosedTo } from '../intake/index.ts';
import {
  centreHead,
  deliverWorking,
  issueWorking,
  prepareWorking,
  type ReadyPaper,
  type WorkingParts,
} from '../papers/index.ts';
import { inside, twoPhase, type CallFrame, type Handlers } from '../platform/gate/handler.ts';
import { changeRecord, findRow, insertRecord, rowsOf } from '../platform/storage/rows.ts';
import { noteCopy, requestForCopy, type RequestRow } from '../privacy/index.ts';
import { readRules } from '../rulebook/index.ts';
import { gatherCopy } from './gather.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof subjectContract;
type Target = { readonly caseId: CaseId; readonly requestId: Id<'DataRequestId'> };
type Call = Pick<CallFrame, 'session' | 'now' | 'today'>;
export type SubjectParts = WorkingParts & { readonly places: PlaceIndex };

const kind = 'own-copy';
const goodForMs = 24 * 60 * 60 * 1000;

const keyOf = (passage: Passage) => createHash('sha256').update(passageText(passage)).digest('hex');

async function choicesOf(trx: Trx, requestId: Id<'DataRequestId'>) {
  return rowsOf(tablesIn(trx), 'own_copy_choice', { request_id: requestId });
}

/** @throws rule-broken `own-copy-other-right` */
async function requestOf(trx: Trx, { caseId, requestId }: Target): Promise<RequestRow> {
  const row = await requestForCopy(trx, caseId, requestId);
  if (row.data_right !== 'access') throw fail('rule-broken', 'own-copy-other-right');
  return row;
}

type Read = {
  readonly request: RequestRow;
  readonly facts: CopyFacts;
  readonly frame: CopyFrame;
  readonly notRead: number;
  readonly passages: readonly Passage[];
  /** Why a passage stands; null where it is withheld. */
  readonly reasonOf: (passage: Passage) => ReleaseReason | null;
  /** The program only doubts, and nobody said. */
  readonly isToDecide: (passage: Passage) => boolean;
};

const isDoubtful = ({ piece: { findings } }: Passage) => findings.every(({ kind: what }) => what === 'start');

async function read(trx: Trx, call: Call, target: Target, { places }: Pick<SubjectParts, 'places'>): Promise<Read> {
  const request = await requestOf(trx, target);
  const { facts, notRead } = await gatherCopy(trx, call, { caseId: target.caseId, places });
  const chosen = new Map((await choicesOf(trx, request.id)).map(({ passage, reason }) => [passage, reason]));
  const centre = await getCentre(trx);
  const signer = await getStaff(trx, call.session.staffId);
  const { name, letterhead } = centreHead(centre);
  const rows = await readRules(trx, basisTable);
  const reasons = Object.fromEntries(
    withheldPartCodes.map((part) => [part, basisOn(rows, withheldParts[part].basis, call.today)]),
  ) as Record<WithheldPart, Reason>;
  // By the lists alone: what was typed names who represents her, and with what document.
  const by = askerLabels[request.asker];
  const identity = identityLabels[request.identity];
  return {
    ...{ request, facts, notRead, passages: passagesOf(facts) },
    frame: {
      ...{ letterhead, centre: name, isPractice: centre.isPractice, isDraft: true, today: call.today, reasons },
      request: { askedOn: request.asked_on, by, identity },
      signer: { name: signer.fullName, profession: signer.profession },
    },
    reasonOf: (passage) => (passage.piece.isClosed ? null : (chosen.get(keyOf(passage)) ?? null)),
    isToDecide: (passage) => isDoubtful(passage) && !chosen.has(keyOf(passage)),
  };
}

function paperOf({ facts, frame, reasonOf }: Read, isDraft: boolean): Paper {
  return composeCopy(facts, { ...frame, isDraft }, (passage) => reasonOf(passage) !== null);
}

/** What was approved: all that it says, but who opened it, since asking is an opening too, and its day. */
function stampOf({ facts, frame, reasonOf, request }: Read): string {
  const still = { ...facts, opened: null, withheld: { ...facts.withheld, staff: 0 } };
  const paper = composeCopy(
    still,
    { ...frame, isDraft: false, today: request.asked_on },
    (one) => reasonOf(one) !== null,
  );
  return createHash('sha256').update(JSON.stringify(paper.blocks)).digest('hex');
}

type Payload = {
  readonly summary: string;
  readonly caseId: CaseId;
  readonly requestId: string;
  readonly stamp: string;
};

/** The newest proposal of this person for the request. */
async function proposalOf(trx: Trx, requestId: string, staffId: string) {
  const proposed = { kind, subject_id: requestId, proposed_by: staffId } as const;
  const row = await findRow(tablesIn(trx), 'proposal', proposed, 'proposed_at desc', 'id');
  return row === undefined ? null : { ...row, payload: JSON.parse(row.payload) as Payload };
}

async function stateOf(unit: Use, request: RequestRow): Promise<OutputOf<Contract['getOwnCopy']>['state']> {
  const found = await proposalOf(unit.trx, request.id, unit.session.staffId);
  if (found?.state === 'pending') return 'asked';
  // A copy that was issued since used the approval up.
  const at = found?.decided_at ?? null;
  const isFresh = at !== null && Date.parse(unit.now) - Date.parse(at) <= goodForMs;
  return found?.state === 'approved' && isFresh && request.document_id === null ? 'approved' : 'none';
}

async function get(unit: Use, target: Target, parts: SubjectParts): Promise<OutputOf<Contract['getOwnCopy']>> {
  const found = await read(unit.trx, unit, target, parts);
  const { facts, passages, reasonOf, frame } = found;
  const kept = countPassages(passages.filter((one) => reasonOf(one) === null).map(({ piece }) => piece));
  const unsafe = (facts.withheld.unsafe ?? 0) + kept.unsafe;
  const withheld = { ...facts.withheld, passages: kept.passages, unsafe };
  const countOf = (part: (typeof copyPartCodes)[number]) => {
    if (part === 'identity' || part === 'contact') return facts[part].length;
    if (part === 'opened') return facts.opened?.length ?? 0;
    return facts.fichas.reduce((sum, ficha) => sum + (ficha.parts[part]?.length ?? 0), 0);
  };
  unit.note({ fichas: facts.fichas.length, passages: passages.length });
  return {
    ...{ fichas: facts.fichas.map(({ number }) => number), notRead: found.notRead },
    inside: copyPartCodes.map((part) => ({ part, count: countOf(part) })),
    withheld: withheldPartCodes.flatMap((part) => {
      const count = withheld[part] ?? 0;
      const { words, norm, isToConfirm } = frame.reasons[part];
      return count === 0 ? [] : [{ part, count, why: `${words} ${norm}${isToConfirm ? ' (por confirmar)' : ''}` }];
    }),
    passages: passages.map((passage) => ({
      ...{ key: keyOf(passage), ficha: passage.ficha, part: passage.part, label: passage.label },
      ...{ text: passage.piece.text.trim(), isClosed: passage.piece.isClosed, released: reasonOf(passage) },
      isToDecide: found.isToDecide(passage),
      findings: [
        ...new Map(
          passage.piece.findings.map(({ kind: what, who }) => [`${what} ${who}`, { kind: what, who }]),
        ).values(),
      ],
    })),
    state: await stateOf(unit, found.request),
    mayIssue: mayEver(unit.session.roles, 'ownCopy.issue'),
  };
}

/** @throws rule-broken `own-copy-passage-gone`, `own-copy-passage-closed` */
async function choose(unit: Use, input: InputOf<Contract['choosePassage']>, parts: SubjectParts) {
  const { passages, request } = await read(unit.trx, unit, input, parts);
  const found = passages.find((one) => keyOf(one) === input.passage);
  if (found === undefined) throw fail('rule-broken', 'own-copy-passage-gone');
  if (found.piece.isClosed) throw fail('rule-broken', 'own-copy-passage-closed');
  const before = (await choicesOf(unit.trx, request.id)).find(({ passage }) => passage === input.passage);
  const choice = { reason: input.reason, chosen_by: unit.session.staffId, chosen_at: unit.now };
  if (before === undefined) {
    const id = unit.newId<'OwnCopyChoiceId'>();
    const row = { id, case_id: input.caseId, request_id: request.id, passage: input.passage, ...choice, version: 1 };
    await insertRecord(unit, tablesIn, 'own_copy_choice', row);
  } else {
    await changeRecord(unit, tablesIn, 'own_copy_choice', { id: before.id, version: before.version, ...choice });
  }
  unit.note({ stands: input.reason !== null });
}

/** «1 frase reservada y 2 que nombran a otra persona y se dejan»; of those that stay nothing where there are none. */
function passagesWords(kept: number, released: number): string {
  const reserved = kept === 1 ? '1 frase reservada' : `${kept} frases reservadas`;
  if (released === 0) return reserved;
  return released === 1
    ? `${reserved} y 1 que nombra a otra persona y se deja`
    : `${reserved} y ${released} que nombran a otra persona y se dejan`;
}

/** @throws rule-broken `own-copy-asked-already`, `own-copy-undecided` */
async function propose(unit: Use, target: Target, parts: SubjectParts): Promise<{ proposalId: ProposalId }> {
  const found = await read(unit.trx, unit, target, parts);
  const { request, facts } = found;
  if ((await stateOf(unit, request)) === 'asked') throw fail('rule-broken', 'own-copy-asked-already');
  if (found.passages.some(found.isToDecide)) throw fail('rule-broken', 'own-copy-undecided');
  const ficha = await getCaseRow(unit.trx, target.caseId);
  const released = found.passages.filter((one) => found.reasonOf(one) !== null).length;
  const summary =
    `Entregar en mano la copia de los datos de la persona usuaria de la ficha ${ficha.number}: ` +
    `${facts.fichas.length === 1 ? '1 ficha' : `${facts.fichas.length} fichas`}, ` +
    `${passagesWords(found.passages.length - released, released)}.`;
  const payload: Payload = { summary, caseId: target.caseId, requestId: request.id, stamp: stampOf(found) };
  const of = { kind, subjectKind: 'data_request', subjectId: request.id } as const;
  const id = await insertProposal(unit, { ...of, payload });
  unit.note({ passages: found.passages.length, released });
  return { proposalId: id };
}

/** A ficha closed to the approver reads as a proposal that is not there. */
async function approve(unit: Use, { proposalId }: InputOf<Contract['approveOwnCopy']>) {
  const proposal = await findProposal(unit.trx, proposalId);
  if (proposal === null) throw fail('not-found');
  const { caseId } = proposal.payload as Payload;
  if (await isClosedTo(unit.trx, await getCaseRow(unit.trx, caseId), unit.session.staffId)) throw fail('not-found');
  await decideProposal(unit, proposalId, 'approved');
}

/** @throws forbidden; rule-broken `own-copy-not-approved`, `own-copy-changed` */
async function refuseUnapproved(unit: Use, found: Read): Promise<void> {
  if (!mayEver(unit.session.roles, 'ownCopy.issue')) throw fail('forbidden');
  if ((await stateOf(unit, found.request)) !== 'approved') throw fail('rule-broken', 'own-copy-not-approved');
  const approved = await proposalOf(unit.trx, found.request.id, unit.session.staffId);
  if (approved?.payload.stamp !== stampOf(found)) throw fail('rule-broken', 'own-copy-changed');
}

const copy = { recipient: 'Persona usuaria', purpose: 'Entrega en mano de la copia de sus datos' } as const;

export function subjectHandlers(parts: SubjectParts): Handlers<Contract, Trx> {
  return {
    getOwnCopy: inside((unit, target) => get(unit, target, parts)),
    showOwnCopy: twoPhase<Contract['showOwnCopy'], Trx, { readonly bytes: Uint8Array; readonly pages: number }>({
      prepare: async (call, target) =>
        parts.printPaper(paperOf(await call.read((trx) => read(trx, call, target, parts)), true)),
      commit: (unit, _target, { bytes, pages }) => {
        unit.note({ pages });
        const name = documentFileName({ kind, number: 'borrador' }, 'pdf');
        return Promise.resolve({ file: unit.session.files.add(name, 'application/pdf', bytes, 'shown'), pages });
      },
    }),
    choosePassage: inside((unit, input) => choose(unit, input, parts)),
    proposeOwnCopy: inside((unit, target) => propose(unit, target, parts)),
    approveOwnCopy: inside(approve),
    issueOwnCopy: twoPhase<Contract['issueOwnCopy'], Trx, ReadyPaper>({
      prepare: async (call, input) => {
        const paper = paperOf(await call.read((trx) => read(trx, call, input, parts)), false);
        return prepareWorking(call, input, { kind, template: ownCopyTemplate, paper, copy }, parts);
      },
      commit: async (unit, input, ready) => {
        const found = await read(unit.trx, unit, input, parts);
        await refuseUnapproved(unit, found);
        const { documentId, released } = await issueWorking(unit, input.caseId, input, ready);
        await noteCopy(unit, found.request, { id: documentId, number: ready.number });
        return released;
      },
      deliver: (call, { way }, output, ready) => deliverWorking(call, { output, ready, way }),
    }),
  };
}
