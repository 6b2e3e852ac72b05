/** A list goes in: proposed by one person, approved by another, written whole or not at all. */
import { createHash } from 'node:crypto';
import { rowRoles, type importsContract, type RowFacts, type RowRole } from '../../shared/imports/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { ProposalId } from '../../shared/platform/ids.ts';
import { decideProposal, findProposal, insertProposal } from '../access/index.ts';
import { insertOldCase, reopenOfPersons, reopenWhy, type OldCase } from '../intake/index.ts';
import { findPerson, insertPerson } from '../people/index.ts';
import type { Preparation } from '../platform/gate/handler.ts';
import { hasNewCandidate } from './judge.ts';
import { refuseLocked } from './prepare-list.ts';
import {
  allStates,
  countVerdicts,
  eraseWork,
  getImportRow,
  insertImportedCases,
  updateImport,
  usersOfBefore,
  type ImportedCase,
  type ImportRow,
} from './repository.ts';
import type { RowState } from './row-state.ts';
import { resolve, rowOfOnePerson, type PersonRoot, type Resolved } from './who-is-who.ts';
import type { ListWork } from './work.ts';
import type { Trx, Use } from './tables.ts';

type Contract = typeof importsContract;

/** SHA-256 of everything that decides what is written. */
function hashOf(list: ImportRow, states: readonly RowState[]): string {
  const hash = createHash('sha256').update(list.sha256).update(list.settings);
  for (const state of states)
    hash.update(
      JSON.stringify([state.line, state.isExcluded, state.isConfirmed, state.edits, state.choices, state.result]),
    );
  return hash.digest('hex');
}

/** @throws rule-broken with what still has to be done */
async function refuseUnready(trx: Trx, list: ImportRow, resolved: readonly Resolved[]): Promise<void> {
  await refuseLocked(trx, list);
  if (list.checked_at === null) throw fail('rule-broken', 'list-unchecked');
  const counts = await countVerdicts(trx, list.id);
  if (counts.error > 0) throw fail('rule-broken', 'list-errors');
  if (counts.ask > 0) throw fail('rule-broken', 'list-undecided');
  if (resolved.length === 0) throw fail('rule-broken', 'list-nothing');
  const line = rowOfOnePerson(resolved);
  if (line !== null) {
    const message = `Fila ${line}: la persona usuaria y la presunta persona agresora resultan ser la misma.`;
    throw fail('rule-broken', 'same-person', [{ path: String(line), message }]);
  }
}

function monthWords(day: string): string {
  return `${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** One sentence for the approver: how much and of when, never who. */
function summaryOf(resolved: readonly Resolved[]): string {
  const days = resolved.map(({ state }) => state.result.facts?.admittedOn ?? '').toSorted();
  const known = new Set(resolved.flatMap(({ roots }) => Object.values(roots)).filter((root) => root.startsWith('p:')));
  const from = monthWords(days[0] ?? '');
  const to = monthWords(days.at(-1) ?? '');
  const when = from === to ? `ingresos de ${from}` : `ingresos de ${from} a ${to}`;
  const who = known.size === 0 ? 'ninguna persona estaba registrada' : `personas ya registradas: ${known.size}`;
  return `Importar una lista antigua: ${resolved.length} ${resolved.length === 1 ? 'ficha' : 'fichas'}, ${when}; ${who}`;
}

export async function propose(unit: Use, { importId, version }: InputOf<Contract['proposeImport']>) {
  const list = await getImportRow(unit.trx, importId);
  const states = await allStates(unit.trx, importId);
  const resolved = resolve(states);
  await refuseUnready(unit.trx, list, resolved);
  const proposalId = await insertProposal(unit, {
    kind: 'list-import',
    subjectKind: 'list_import',
    subjectId: importId,
    payload: { summary: summaryOf(resolved), importId },
  });
  const change = { state: 'proposed', proposal_id: proposalId, content_hash: hashOf(list, states) } as const;
  await updateImport(unit, { id: importId, version }, change);
  unit.note({ cases: resolved.length });
  return { proposalId };
}

export type Proposed = {
  readonly list: ImportRow;
  readonly states: readonly RowState[];
  readonly resolved: readonly Resolved[];
};

async function readProposed(trx: Trx, proposalId: ProposalId): Promise<Proposed> {
  const proposal = await findProposal(trx, proposalId);
  if (proposal?.subjectId === null || proposal === null) throw fail('not-found');
  const list = await getImportRow(trx, proposal.subjectId);
  if (list.proposal_id !== proposalId || list.state !== 'proposed') throw fail('conflict', 'list-changed');
  const states = await allStates(trx, list.id);
  if (hashOf(list, states) !== list.content_hash) throw fail('conflict', 'list-changed');
  return { list, states, resolved: resolve(states) };
}

/** @throws conflict `list-stale` when the record now holds somebody the check could not show, or lost somebody chosen */
export async function prepareApproval(
  call: Preparation<Trx>,
  proposalId: ProposalId,
  work: ListWork,
): Promise<Proposed> {
  const proposed = await call.read((trx) => readProposed(trx, proposalId));
  await work.run(proposalId, 'comparing', proposed.resolved, async (some) => {
    await call.read(async (trx) => {
      for (const { state, roots } of some) {
        for (const root of Object.values(roots)) await refuseLost(trx, root);
        if (await hasNewCandidate(trx, state)) throw fail('conflict', 'list-stale');
      }
    });
  });
  return proposed;
}

async function refuseLost(trx: Trx, root: PersonRoot): Promise<void> {
  if (root.startsWith('p:') && (await findPerson(trx, root.slice(2))) === null) throw fail('conflict', 'list-stale');
}

type Bonds = Required<OldCase['a']>;

function bondAnswers({ bond }: RowFacts): OldCase['a'] {
  if (bond === null) return {};
  const answers: OldCase['a'][] = [
    { bondGroup: 1, partnerBond: bond.code as Bonds['partnerBond'] },
    { bondGroup: 2, familyBond: bond.code as Bonds['familyBond'] },
    { bondGroup: 3, otherBond: bond.code as Bonds['otherBond'] },
  ];
  return answers[bond.group - 1] ?? {};
}

function oldCase(facts: RowFacts, userId: string, aggressorId: string): OldCase {
  const { admittedOn, fichaNumber, condition, userAge, userSex, violenceType, riskLevel, user } = facts;
  return {
    ...{ userId, aggressorId, admittedOn, fichaNumber, condition },
    a: { userAge, userSex, homeDistrict: user.address.districtCode, ...bondAnswers(facts) },
    // Codes of the form, read from the lists of the form.
    b: { violenceType, valuationLevel: riskLevel } as OldCase['b'],
  };
}

/** Writes the persons of the rows once each, as the first row that names them says. */
class PersonWriter {
  readonly #ids = new Map<PersonRoot, string>();
  readonly #unit: Use;

  constructor(unit: Use) {
    this.#unit = unit;
  }

  async place({ state, roots }: Resolved, role: RowRole): Promise<{ id: string; isNew: boolean }> {
    const root = roots[role];
    if (root.startsWith('p:')) return { id: root.slice(2), isNew: false };
    const known = this.#ids.get(root);
    if (known !== undefined) return { id: known, isNew: true };
    const facts = state.result.facts as RowFacts;
    const id = this.#unit.newId();
    const years = facts.toldAges[role];
    const toldAge = years === null ? null : { years, on: facts.admittedOn };
    await insertPerson(this.#unit.trx, id, { ...facts[role], toldAge }, this.#unit.now);
    this.#unit.touch('person', id);
    this.#ids.set(root, id);
    return { id, isNew: true };
  }
}

/** Writes the fichas of the rows, remembering which persons and pairs came in with them. */
class CaseWriter {
  readonly cases: ImportedCase[] = [];
  readonly #persons: PersonWriter;
  readonly #newPairs = new Set<string>();
  readonly #unit: Use;
  readonly #list: ImportRow;

  constructor(unit: Use, list: ImportRow) {
    this.#unit = unit;
    this.#list = list;
    this.#persons = new PersonWriter(unit);
  }

  async write(one: Resolved): Promise<void> {
    const { line, result } = one.state;
    const facts = result.facts as RowFacts;
    const user = await this.#persons.place(one, 'user');
    const aggressor = await this.#persons.place(one, 'aggressor');
    const written = await insertOldCase(this.#unit, oldCase(facts, user.id, aggressor.id), this.#list.started_by);
    if (written.isPairNew) this.#newPairs.add(written.pairId);
    this.cases.push({
      import_id: this.#list.id,
      line,
      case_id: written.caseId,
      user_id: user.id,
      user_is_new: user.isNew ? 1 : 0,
      aggressor_id: aggressor.id,
      aggressor_is_new: aggressor.isNew ? 1 : 0,
      pair_id: written.pairId,
      pair_is_new: this.#newPairs.has(written.pairId) ? 1 : 0,
      closed_on: facts.closedOn,
      source: JSON.stringify(result.source),
    });
  }
}

/** Writes everything or, stopped or failed, nothing: the gate's transaction is undone whole. */
export async function commitApproval(
  unit: Use,
  { proposalId, work }: { readonly proposalId: ProposalId; readonly work: ListWork },
  prepared: Proposed,
): Promise<{ cases: number }> {
  const { list, resolved } = await readProposed(unit.trx, proposalId);
  if (list.version !== prepared.list.version) throw fail('conflict', 'list-changed');
  await decideProposal(unit, proposalId, 'approved');
  const writer = new CaseWriter(unit, list);
  await work.run(proposalId, 'writing', resolved, async (some) => {
    for (const one of some) await writer.write(one);
  });
  const { cases } = writer;
  await insertImportedCases(unit.trx, cases);
  await reopenOfPersons(unit, usersOfBefore(cases), reopenWhy.listCame);
  await eraseWork(unit.trx, list.id);
  const done = { state: 'done', cases: cases.length, done_by: unit.session.staffId, done_at: unit.now } as const;
  await updateImport(unit, list, done);
  unit.about('list_import', list.id);
  unit.note({ cases: cases.length, roles: rowRoles.length });
  return { cases: cases.length };
}
