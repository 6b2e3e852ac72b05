/** Declaring who is close to me; reviewing whom a case is closed to. */
import {
  type Comparable,
  type ConflictDeclaration,
  type DeclaredPerson,
  type FoundConflict,
  type conflictsContract,
} from '../../shared/conflicts/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId, StaffId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { isJudged, marksOf, matchesOf, type CasePerson, type Match } from './marks.ts';
import { listDeclarations, listJudged, readPepper, type DeclarationRow, type JudgedRow } from './repository.ts';
import { byNow, findRow, insertRecord, insertRow, nextVersions } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof conflictsContract;

type OneCase = {
  readonly caseId: CaseId;
  readonly number: string;
  readonly isSealed: boolean;
  readonly persons: readonly CasePerson[];
};

/** Every case with its persons, handed in so that this domain knows none of the case file. */
export type CasePersons = (trx: Trx) => Promise<OneCase[]>;

function comparable(person: DeclaredPerson): Comparable {
  const { documentKind: kind, documentNumber: number, givenNames, firstSurname, secondSurname } = person;
  return { givenNames, firstSurname, secondSurname, documents: [{ kind, number }] };
}

function toDeclaration(row: DeclarationRow): ConflictDeclaration {
  return {
    declarationId: row.id,
    kinship: row.kinship,
    hasDocument: row.document_mark !== null,
    hasNames: row.names_mark !== null,
    declaredOn: row.declared_on,
  };
}

type Found = {
  readonly of: OneCase;
  readonly staffId: StaffId;
  readonly matches: Match[];
  readonly judged: JudgedRow[];
};

/** What the program takes for a conflict, a case and a person of the staff at a time; judged ones too. */
async function findConflicts(trx: Trx, casePersons: CasePersons): Promise<Found[]> {
  const declared = await listDeclarations(trx, null);
  if (declared.length === 0) return [];
  const pepper = await readPepper(trx);
  const judged = await listJudged(trx, null);
  return (await casePersons(trx)).flatMap((of) => {
    const byStaff = Map.groupBy(matchesOf(pepper, of.persons, declared), ({ staffId }) => staffId);
    const ofCase = judged.filter((row) => row.case_id === of.caseId);
    return [...byStaff].map(([staffId, matches]) => ({ of, staffId, matches, judged: ofCase }));
  });
}

function openMatches({ matches, judged }: Found): Match[] {
  return matches.filter((match) => !isJudged(match, judged));
}

function shown(found: Found): Omit<FoundConflict, 'staffName'> {
  const open = openMatches(found);
  const told = open.length > 0 ? open : found.matches;
  const about = new Set(told.map(({ declarationId }) => declarationId));
  const decided = found.judged.findLast((row) => about.has(row.declaration_id));
  return {
    caseId: found.of.caseId,
    number: found.of.number,
    staffId: found.staffId,
    by: told.some(({ by }) => by === 'document') ? 'document' : 'names',
    dismissed: open.length > 0 ? null : (decided?.reason ?? null),
  };
}

/** Those of others, in cases the reader may know of: neither sealed nor closed to the reader by a declaration. */
function othersWithin(found: readonly Found[], readerId: string): Found[] {
  const own = found.filter((one) => one.staffId === readerId && openMatches(one).length > 0);
  const closed = new Set(own.map((one) => one.of.caseId));
  return found.filter((one) => one.staffId !== readerId && !one.of.isSealed && !closed.has(one.of.caseId));
}

async function listConflicts(unit: Use, casePersons: CasePersons) {
  const names = await staffNames(unit.trx);
  const others = othersWithin(await findConflicts(unit.trx, casePersons), unit.session.staffId).map(shown);
  unit.note({ found: others.length });
  return { conflicts: others.map((one) => ({ ...one, staffName: names.get(one.staffId) ?? '' })) };
}

/** The decision is about what was found now: a declaration or a person that comes later closes the case again. */
async function dismissConflict(
  unit: Use,
  { caseId, staffId, by, reason }: InputOf<Contract['dismissConflict']>,
  casePersons: CasePersons,
) {
  if (staffId === unit.session.staffId) throw fail('rule-broken', 'own-conflict');
  const all = await findConflicts(unit.trx, casePersons);
  const found = all.find((one) => one.of.caseId === caseId && one.staffId === staffId);
  if (found === undefined) throw fail('not-found');
  const open = openMatches(found);
  if (open.length === 0) return {};
  // A document was found equal while the list showed a name: that is another decision.
  if (shown(found).by !== by) throw fail('conflict');
  const decision = { reason, ...byNow(unit, 'decided') };
  const before = await findRow(tablesIn(unit.trx), 'conflict_dismissal', { case_id: caseId, staff_id: staffId });
  const dismissal = before?.id ?? unit.newId();
  const row = { id: dismissal, case_id: caseId, staff_id: staffId, ...decision, version: 1 };
  if (before === undefined) await insertRow(tablesIn(unit.trx), 'conflict_dismissal', row);
  // The newest decision stands; what the earlier ones judged stays judged.
  else await nextVersions(tablesIn(unit.trx), 'conflict_dismissal', { id: dismissal }, decision);
  unit.touch('conflict_dismissal', dismissal);
  for (const match of open) {
    const id = unit.newId();
    await insertRecord(unit, tablesIn, 'conflict_judged', {
      ...{ id, dismissal_id: dismissal, case_id: caseId, declaration_id: match.declarationId },
      ...{ person_id: match.personId, matched_by: match.by, ...decision, version: 1 },
    });
  }
  unit.note({ reason });
  return {};
}

export function conflictsHandlers(casePersons: CasePersons): Handlers<Contract, Trx> {
  return {
    declareConflict: inside(async (unit, { person }) => {
      const marks = marksOf(await readPepper(unit.trx), comparable(person));
      const document = marks.documents[0];
      if (document === undefined && marks.names === null) {
        throw failAt('person.documentNumber', 'Ese número no sirve para comparar. Revise.', 'nothing-to-compare');
      }
      const row: DeclarationRow = {
        ...{ id: unit.newId(), staff_id: unit.session.staffId, kinship: person.kinship },
        ...{ document_kind: document?.kind ?? null, document_mark: document?.mark ?? null },
        ...{ names_mark: marks.names, short_names_mark: marks.shortNames },
        ...{ declared_on: unit.today, version: 1 },
      };
      await insertRecord(unit, tablesIn, 'conflict_declaration', row);
      return toDeclaration(row);
    }),
    listOwnDeclarations: inside(async (unit) => ({
      declarations: (await listDeclarations(unit.trx, unit.session.staffId)).map(toDeclaration),
    })),
    listConflicts: inside((unit) => listConflicts(unit, casePersons)),
    dismissConflict: inside((unit, input) => dismissConflict(unit, input, casePersons)),
  };
}
