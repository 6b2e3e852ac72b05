/** Person search: by indexed keys, at most five candidates, each role only its part (decision D2). */
import {
  bestCandidates,
  displayName,
  nameKey,
  normalizeDocumentNumber,
  placeLabel,
  type Candidate,
  type peopleContract,
  type PlaceIndex,
} from '../../shared/people/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, PersonId } from '../../shared/platform/ids.ts';
import type { Trx } from '../database.ts';
import { inside, type Handlers, type Unit } from '../platform/gate/handler.ts';
import { listPersonsLike, type FoundPerson } from './repository.ts';

/** What other domains know of a person, handed in so that this one depends on none of them. */
export type PersonContext = {
  readonly places: PlaceIndex;
  isArrivalOpen(trx: Trx, arrivalId: string): Promise<boolean>;
  casesOf(
    unit: Unit<Trx>,
    personId: string,
  ): Promise<
    {
      id: string;
      number: string;
      role: 'user' | 'aggressor';
      admittedOn: string;
      isSealed: boolean;
      canOpen: boolean;
    }[]
  >;
};

/** Searches by name that one person may make in an hour. */
const searchesPerHour = 60;

class SearchBudget {
  readonly #searches = new Map<string, number[]>();

  spend(staffId: string, now: number): void {
    const recent = (this.#searches.get(staffId) ?? []).filter((at) => now - at < 3_600_000);
    if (recent.length >= searchesPerHour) throw fail('rule-broken', 'too-many-searches');
    this.#searches.set(staffId, [...recent, now]);
  }
}

export function peopleHandlers(context: PersonContext): Handlers<typeof peopleContract, Trx> {
  const budget = new SearchBudget();
  return {
    findPersons: inside(async (unit, { query, arrivalId, role }) => {
      const hasArrival = arrivalId !== null && (await context.isArrivalOpen(unit.trx, arrivalId));
      const isDesk = unit.decision.view === 'candidates';
      if (isDesk && !hasArrival) throw fail('rule-broken', 'no-open-arrival');
      budget.spend(unit.session.staffId, unit.clock.now());
      const keys = nameKey(query)
        .split(' ')
        .filter((key) => key.length > 1);
      const digits = normalizeDocumentNumber(query);
      const persons = await listPersonsLike(unit.trx, keys, /\d{6}/.test(digits) ? digits : '');
      const year = /\b(19|20)\d\d\b/.exec(query);
      const best = bestCandidates({ text: query, birthYear: year === null ? null : Number(year[0]) }, persons);
      const candidates: Candidate[] = [];
      for (const { person, reasons } of best) {
        const candidate = await toCandidate(context, unit, { person, reasons, hasArrival, role });
        if (candidate !== null) candidates.push(candidate);
      }
      unit.note({ found: candidates.length });
      return { candidates };
    }),
  };
}

async function toCandidate(
  context: PersonContext,
  unit: Unit<Trx>,
  found: { person: FoundPerson; reasons: string[]; hasArrival: boolean; role: 'user' | 'aggressor' | 'any' },
): Promise<Candidate | null> {
  const { person } = found;
  const cases = (await context.casesOf(unit, person.id)).filter(
    (one) => found.role === 'any' || one.role === found.role,
  );
  const reachable = cases.filter((one) => one.canOpen);
  // Without an open arrival a professional finds only persons of own cases: no hint that others exist.
  if (!found.hasArrival && reachable.length === 0) return null;
  const isWhole = unit.decision.view === null && reachable.length > 0;
  if (cases.some((one) => one.isSealed)) {
    const hidden = { name: 'Requiere revisión', birthYear: null, district: null, lastVisitYear: null };
    return { personId: person.id as PersonId, ...hidden, reasons: [], needsReview: true, cases: [] };
  }
  const lastVisit = cases[0]?.admittedOn.slice(0, 4);
  return {
    personId: person.id as PersonId,
    name: isWhole ? wholeName(person) : displayName({ ...person, preferredName: null, aliases: null }),
    birthYear: person.birth?.year ?? null,
    district: person.address.districtCode === null ? null : placeLabel(context.places, person.address.districtCode),
    lastVisitYear: lastVisit === undefined ? null : Number(lastVisit),
    reasons: found.reasons,
    needsReview: false,
    cases: isWhole ? reachable.map((one) => ({ caseId: one.id as CaseId, number: one.number, role: one.role })) : [],
  };
}

function wholeName(person: FoundPerson): string {
  const parts = [person.givenNames, person.firstSurname, person.secondSurname].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' ') : displayName(person);
}
