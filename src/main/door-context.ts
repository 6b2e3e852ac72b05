/** What the door needs of the cases, joined here so that `reception` depends on none of them. */
import { decide, isClosedBy } from '../shared/access/index.ts';
import { documentKinds } from '../shared/people/index.ts';
import { ExpectedFailure } from '../shared/platform/failures.ts';
import type { CaseId } from '../shared/platform/ids.ts';
import { hasDeclared, isDeclared, type WrittenPerson } from './conflicts/index.ts';
import type { Trx, Use } from './platform/unit.ts';
import {
  allowed,
  doorCaseOf,
  findCaseRow,
  handOverTo,
  listCasesOfPerson,
  nameIn,
  personsOfReserved,
  relationTo,
} from './intake/index.ts';
import { findPerson, type SearchBudget } from './people/index.ts';
import type { DoorCase, DoorContext } from './reception/index.ts';

async function findCase(trx: Trx, caseId: CaseId): Promise<DoorCase | null> {
  const row = await findCaseRow(trx, caseId);
  return row === undefined ? null : doorCaseOf(trx, row);
}

function casesAs(role: 'user' | 'aggressor') {
  return async (trx: Trx, personId: string): Promise<DoorCase[]> => {
    const cases: DoorCase[] = [];
    for (const one of await listCasesOfPerson(trx, personId)) {
      const found = one.role === role ? await findCase(trx, one.id) : null;
      if (found !== null) cases.push(found);
    }
    return cases;
  };
}

/** By a conflict of interest or a reserve; a case that is not there is closed, too. */
export async function isCaseClosed(unit: Use, caseId: CaseId): Promise<boolean> {
  const now = { instant: unit.now, today: unit.today };
  const relation = await relationTo(unit.trx, unit.session, caseId, now);
  return relation === null || isClosedBy(relation);
}

export async function isPersonClosedTo(unit: Use, personId: string): Promise<boolean> {
  for (const { id } of await listCasesOfPerson(unit.trx, personId)) if (await isCaseClosed(unit, id)) return true;
  return false;
}

async function openFichaOf(
  unit: Use,
  personId: string,
  exceptId: string | null,
): ReturnType<DoorContext['openFichaOf']> {
  let isThere = false;
  for (const { id, number, role } of await listCasesOfPerson(unit.trx, personId)) {
    if (role !== 'user' || id === exceptId || (await findCaseRow(unit.trx, id))?.state === 'closed') continue;
    const now = { instant: unit.now, today: unit.today };
    const relation = await relationTo(unit.trx, unit.session, id, now);
    // Of a ficha that is closed to her nobody says that it is there.
    if (relation === null || isClosedBy(relation)) continue;
    const decision = decide(unit.session.roles, 'person.readIdentity', relation);
    if (decision.allowed && decision.view === null) return { caseId: id, number };
    isThere = true;
  }
  return isThere ? 'review' : null;
}

/** One line of words as the names it may be: with both surnames, and with one. */
function namesSaid(name: string | null): Pick<WrittenPerson, 'givenNames' | 'firstSurname' | 'secondSurname'>[] {
  const words = (name ?? '').split(/\s+/).filter((word) => word !== '');
  const cut = (surnames: 1 | 2) => ({
    givenNames: words.slice(0, -surnames).join(' '),
    firstSurname: words.at(-surnames) ?? null,
    secondSurname: surnames === 2 ? (words.at(-1) ?? null) : null,
  });
  return words.length < 2 ? [] : words.length === 2 ? [cut(1)] : [cut(1), cut(2)];
}

/** What the desk typed, in every way it can be compared: it asks for no kind of document. */
function comparablesOf({ name, document }: { name: string | null; document: string | null }): WrittenPerson[] {
  const noNames = { givenNames: null, firstSurname: null, secondSurname: null };
  const noDocument = { kind: null, number: null };
  return [
    ...namesSaid(name).map((names) => ({ ...names, document: noDocument })),
    ...(document === null ? [] : documentKinds.map((kind) => ({ ...noNames, document: { kind, number: document } }))),
  ];
}

async function isTold(trx: Trx, told: Parameters<DoorContext['isDeclared']>[1]): Promise<boolean> {
  const person = told.personId === null ? null : await findPerson(trx, told.personId);
  for (const one of [...(person === null ? [] : [person]), ...comparablesOf(told)]) {
    if (await isDeclared(trx, one)) return true;
  }
  return false;
}

function spend(searches: SearchBudget, unit: Use): boolean {
  try {
    searches.spend(unit.session.staffId, unit.clock.now());
    return true;
  } catch (error) {
    if (error instanceof ExpectedFailure) return false;
    throw error;
  }
}

/** @param searches The budget that the search of persons spends too: what the door tells is a search as well. */
export function doorContext(searches: SearchBudget): DoorContext {
  return {
    findCase,
    casesOfUser: casesAs('user'),
    casesOfAggressor: casesAs('aggressor'),
    isClosedTo: isCaseClosed,
    closedPersons: async ({ trx, session }) =>
      (await hasDeclared(trx, session.staffId)) ? null : personsOfReserved(trx),
    isPersonClosedTo,
    nameOf: (unit, of) => nameIn(unit.trx, unit, of),
    openFichaOf,
    isDeclared: isTold,
    spendSearch: (unit) => spend(searches, unit),
    grantHandOver: async (unit, caseId, to) => {
      const isOwn = (await allowed(unit, 'case.handOver', caseId)) !== null;
      // Handing over from reception is itself a grant, of a ficha that the desk does not know of as well (D3).
      const isFromDesk = unit.session.roles.includes('admission') && !(await isCaseClosed(unit, caseId));
      if (isOwn || isFromDesk) await handOverTo(unit, caseId, to);
      return isOwn;
    },
  };
}
