/** What the records of insertion, reintegration, Acompañamiento and home visits answer of Sections B and C. */
import { homeVisitResults, reintegrationPlans, type WorkLine } from '../intake/index.ts';
import type { CivilDate } from '../platform/dates.ts';
import {
  placedOn,
  refusalWordsOf,
  stands,
  type ReintegrationRecord,
  type ReintegrationRecords,
} from '../reintegration/index.ts';

/** Each as its own page lists it; empty for who may not read it. */
export type KeptWork = Pick<ReintegrationRecords, 'placement' | 'reintegration_plan' | 'accompaniment' | 'home_visit'>;
export const noKeptWork: KeptWork = { placement: [], reintegration_plan: [], accompaniment: [], home_visit: [] };

type Found = Omit<WorkLine, 'question'>;
type KeptRule = {
  readonly section: 'b' | 'c';
  readonly question: string;
  readonly find: (kept: KeptWork) => Found | null;
};

type Placement = ReintegrationRecord<'placement'>;
const ofPlacements = 'Inserción en redes';

const byDay = <One>(list: readonly One[], dayOf: (one: One) => CivilDate): One[] =>
  list.toSorted((one, other) => dayOf(one).localeCompare(dayOf(other)));

const placements = ({ placement }: KeptWork): Placement[] => byDay(placement.filter(stands), placedOn);
const inWay = (kept: KeptWork, way: Placement['way']): Placement[] => placements(kept).filter((one) => one.way === way);

const found = (value: Found['value'], words: string, on: CivilDate): Found => ({
  ...{ value, words, on, page: 'reintegration' },
});
const ofPlacement = (one: Placement | undefined, value: Found['value'] | null | undefined): Found | null =>
  one === undefined || (value ?? null) === null ? null : found(value as Found['value'], ofPlacements, placedOn(one));

/** Yes once she was placed. A refusal alone is a No; one after a placement does not say which of the two is meant. */
function accepts(kept: KeptWork): Found | null {
  const all = placements(kept);
  const last = all.at(-1);
  if (last === undefined) return null;
  const isPlaced = all.some(({ way }) => way !== 'refused');
  if (last.way === 'refused' && isPlaced) return null;
  return ofPlacement(last, isPlaced ? 1 : 0);
}

function whyNot(kept: KeptWork): Found | null {
  if (accepts(kept)?.value !== 0) return null;
  const last = inWay(kept, 'refused').at(-1);
  return ofPlacement(last, last === undefined ? null : refusalWordsOf(last));
}

const mostKin = 5;
const mostShelters = 4;
const upTo = (count: number, most: number) => (count === 0 ? null : Math.min(count, most));
const places = (most: number) => Array.from({ length: most }, (_, at) => at);

const ofKin = (at: number): KeptRule[] => [
  {
    ...{ section: 'c', question: `insertionKin${at + 1}Who` },
    find: (kept) => ofPlacement(inWay(kept, 'kin')[at], inWay(kept, 'kin')[at]?.kinship),
  },
  {
    ...{ section: 'c', question: `insertionKin${at + 1}Age` },
    find: (kept) => ofPlacement(inWay(kept, 'kin')[at], inWay(kept, 'kin')[at]?.age),
  },
];

const ofShelter = (at: number): KeptRule => ({
  ...{ section: 'c', question: `insertionShelter${at + 1}` },
  find: (kept) => ofPlacement(inWay(kept, 'shelter')[at], inWay(kept, 'shelter')[at]?.house),
});

function planOf({ reintegration_plan: plans }: KeptWork): Found | null {
  const last = byDay(plans.filter(stands), ({ madeOn }) => madeOn).at(-1);
  if (last === undefined) return null;
  const label = reintegrationPlans.find(({ code }) => code === last.implementer)?.label;
  return found(last.implementer, `Plan de Reintegración: ${label ?? ''}`, last.madeOn);
}

type Visit = ReintegrationRecord<'home_visit'>;
const visits = ({ home_visit: all }: KeptWork): Visit[] => byDay(all.filter(stands), ({ visitedOn }) => visitedOn);

/** The newest that was made; without one, the newest that was not. */
function visitOf(kept: KeptWork): Visit | undefined {
  return visits(kept).findLast(({ made }) => made === 1) ?? visits(kept).at(-1);
}

const ofVisit = (pick: (visit: Visit) => Found['value'] | null) => (kept: KeptWork) => {
  const visit = visitOf(kept);
  const value = visit === undefined ? null : pick(visit);
  if (visit === undefined || value === null) return null;
  const result = homeVisitResults.find(({ code }) => code === visit.result)?.label.toLowerCase();
  return found(value, `Visita domiciliaria: ${result ?? 'no se realizó'}`, visit.visitedOn);
};

function accompanied({ accompaniment }: KeptWork): Found | null {
  const all = byDay(accompaniment.filter(stands), ({ since }) => since);
  const last = all.at(-1);
  if (last === undefined) return null;
  // Two levels begun on one day do not say which the form means.
  const isSure = all.every(({ since, level }) => since !== last.since || level === last.level);
  return isSure ? found(last.level, 'Acompañamiento empezado', last.since) : null;
}

export const keptRules: readonly KeptRule[] = [
  { section: 'b', question: 'accompanimentReferral', find: accompanied },
  { section: 'c', question: 'needsInsertion', find: (kept) => ofPlacement(placements(kept).at(-1), 1) },
  { section: 'c', question: 'acceptsInsertion', find: accepts },
  {
    ...{ section: 'c', question: 'insertedWithKin' },
    find: (kept) => ofPlacement(inWay(kept, 'kin').at(-1), 1),
  },
  {
    ...{ section: 'c', question: 'insertionKinCount' },
    find: (kept) => ofPlacement(inWay(kept, 'kin').at(-1), upTo(inWay(kept, 'kin').length, mostKin)),
  },
  ...places(mostKin).flatMap(ofKin),
  {
    ...{ section: 'c', question: 'insertedInShelter' },
    find: (kept) => ofPlacement(inWay(kept, 'shelter').at(-1), 1),
  },
  {
    ...{ section: 'c', question: 'insertionShelterCount' },
    find: (kept) => ofPlacement(inWay(kept, 'shelter').at(-1), upTo(inWay(kept, 'shelter').length, mostShelters)),
  },
  ...places(mostShelters).map(ofShelter),
  { section: 'c', question: 'noInsertionReason', find: whyNot },
  { section: 'c', question: 'reintegrationPlan', find: planOf },
  { section: 'c', question: 'homeVisitMade', find: ofVisit(({ made }) => made) },
  { section: 'c', question: 'noHomeVisitReason', find: ofVisit(({ why }) => why) },
  { section: 'c', question: 'homeVisitResult', find: ofVisit(({ result }) => result) },
  { section: 'c', question: 'homeVisitActions', find: ofVisit(({ actions }) => actions) },
];
