/** Declaring who is close to me; reviewing whom a case is closed to. */
import {
  conflictKeys,
  type Comparable,
  type ConflictDeclaration,
  type DeclaredPerson,
  type FoundConflict,
  type conflictsContract,
} from '../../shared/conflicts/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId, StaffId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import type { Trx } from '../database.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { marksOf, matchOf } from './marks.ts';
import {
  insertDeclaration,
  insertDismissal,
  isDismissed,
  listDeclarations,
  listDismissals,
  readPepper,
  type DeclarationRow,
} from './repository.ts';

/** Every case with its persons, handed in so that this domain knows none of the case file. */
export type CasePersons = (
  trx: Trx,
) => Promise<{ readonly caseId: string; readonly number: string; readonly persons: readonly Comparable[] }[]>;

function comparable(person: DeclaredPerson): Comparable {
  const { documentKind: kind, documentNumber: number, givenNames, firstSurname, secondSurname } = person;
  return { givenNames, firstSurname, secondSurname, document: { kind, number } };
}

function toDeclaration(row: DeclarationRow): ConflictDeclaration {
  return {
    declarationId: row.id as ConflictDeclaration['declarationId'],
    kinship: row.kinship,
    hasDocument: row.document_mark !== null,
    hasNames: row.names_mark !== null,
    declaredOn: row.declared_on as CivilDate,
  };
}

async function findConflicts(trx: Trx, casePersons: CasePersons): Promise<Omit<FoundConflict, 'staffName'>[]> {
  const declared = await listDeclarations(trx, null);
  if (declared.length === 0) return [];
  const pepper = await readPepper(trx);
  const dismissals = await listDismissals(trx);
  const found = new Map<string, Omit<FoundConflict, 'staffName'>>();
  for (const { caseId, number, persons } of await casePersons(trx)) {
    const marks = persons.map((person) => marksOf(pepper, person));
    for (const one of declared) {
      const by = marks.map((mark) => matchOf(mark, one)).find((match) => match !== null);
      const key = `${caseId} ${one.staff_id}`;
      if (by === undefined || found.get(key)?.by === 'document') continue;
      const dismissal = dismissals.find((row) => row.case_id === caseId && row.staff_id === one.staff_id);
      found.set(key, {
        ...{ caseId: caseId as CaseId, number, staffId: one.staff_id as StaffId, by },
        dismissed: dismissal?.reason ?? null,
      });
    }
  }
  return [...found.values()];
}

export function conflictsHandlers(casePersons: CasePersons): Handlers<typeof conflictsContract, Trx> {
  return {
    declareConflict: inside(async (unit, { person }) => {
      const keys = conflictKeys(comparable(person));
      if (keys.document === null && keys.names === null) {
        throw failAt('person.documentNumber', 'Ese número no sirve para comparar. Revise.', 'nothing-to-compare');
      }
      const marks = marksOf(await readPepper(unit.trx), comparable(person));
      const row: DeclarationRow = {
        id: unit.newId(),
        staff_id: unit.session.staffId,
        kinship: person.kinship,
        document_mark: marks.document,
        names_mark: marks.names,
        declared_on: unit.today,
        version: 1,
      };
      await insertDeclaration(unit.trx, row);
      unit.touch('conflict_declaration', row.id);
      return toDeclaration(row);
    }),
    listOwnDeclarations: inside(async (unit) => ({
      declarations: (await listDeclarations(unit.trx, unit.session.staffId)).map(toDeclaration),
    })),
    listConflicts: inside(async (unit) => {
      const names = await staffNames(unit.trx);
      const found = await findConflicts(unit.trx, casePersons);
      const others = found.filter((one) => one.staffId !== unit.session.staffId);
      unit.note({ found: others.length });
      return { conflicts: others.map((one) => ({ ...one, staffName: names.get(one.staffId) ?? '' })) };
    }),
    dismissConflict: inside(async (unit, { caseId, staffId, reason }) => {
      if (staffId === unit.session.staffId) throw fail('rule-broken', 'own-conflict');
      const found = await findConflicts(unit.trx, casePersons);
      if (!found.some((one) => one.caseId === caseId && one.staffId === staffId)) throw fail('not-found');
      if (await isDismissed(unit.trx, caseId, staffId)) return {};
      const id = unit.newId();
      await insertDismissal(unit.trx, {
        ...{ id, case_id: caseId, staff_id: staffId, reason },
        ...{ decided_by: unit.session.staffId, decided_at: unit.now, version: 1 },
      });
      unit.touch('conflict_dismissal', id);
      unit.note({ reason });
      return {};
    }),
  };
}
