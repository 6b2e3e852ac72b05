/** One year of an invented centre: its cases, and what the program publishes of them, by the rules of the program. */
import { createHash, createHmac, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import districts from '../../resources/places/districts.json' with { type: 'json' };
import { publicationOf, type UnitToPublish } from '../../src/main/reports/month-files.ts';
import { keyFingerprint } from '../../src/main/platform/crypto/fingerprint.ts';
import { sealWords } from '../../src/main/platform/storage/witness.ts';
import type { Centre } from '../../src/shared/centre/index.ts';
import { addMonths, civilDateSchema, monthSchema, type Month } from '../../src/shared/platform/dates.ts';
import { caseIdSchema, versionSchema, type CaseId } from '../../src/shared/platform/ids.ts';
import {
  asEarlier,
  countMonth,
  unitsOfClosing,
  waitingBands,
  type CaseForCount,
  type ClosingUnit,
  type EarlierUnit,
  type ExactCounts,
  type Imprint,
  type PublishedMonth,
  type SingleCount,
  type SingleCountGroup,
} from '../../src/shared/reports/index.ts';
import { casesFrom, type Distribution } from './distributions.ts';
import { normal, pick, poisson, randomFrom, type Random } from './random.ts';

/** Spread of the sizes of centres (log-normal): with 385 cases a year half of them have fewer than 312. */
const sizeSpread = 0.65;
/** Validated after their month was published, by as many months; kept out of the months. */
const lateShare = 0.03;
const sealedShare = 0.004;
/** Acts for each case: what the tables beside the cases are filled with. */
const actsOfCase: Partial<Record<SingleCountGroup, number>> = {
  'psychological-attention': 1.9,
  'social-attention': 1.2,
  'legal-attention': 1.5,
  hearings: 0.2,
  'measures-requested': 0.3,
  'measures-granted': 0.25,
};

export type InventedCentre = {
  readonly centre: Centre;
  readonly place: { readonly district: string; readonly department: string };
  readonly sdcKey: Buffer;
  readonly signingKey: KeyObject;
  readonly fingerprint: string;
  /** Cases a year, on average. */
  readonly mean: number;
  readonly random: Random;
};

const secretOf = (seed: number, code: string, use: string) =>
  createHmac('sha256', `registro-cem invented ${seed}`).update(`${code}|${use}`).digest();

/** PKCS8 of Ed25519 before its 32 secret bytes. */
const ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

function signingKeyOf(secret: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([ed25519, secret]), format: 'der', type: 'pkcs8' });
}

/** The centre of a number, the same for a seed whatever stands beside it. */
export function inventCentre(seed: number, number: number, meanCases: number): InventedCentre {
  const code = `C-${String(number).padStart(4, '0')}`;
  const random = randomFrom(secretOf(seed, code, 'chance').readInt32BE(0));
  const [districtCode = '', district = '', , department = ''] =
    districts[Math.floor(random() * districts.length)] ?? [];
  const signingKey = signingKeyOf(secretOf(seed, code, 'signing'));
  return {
    centre: {
      ...{ name: `Inventado ${code.slice(2)}`, code, districtCode, category: 'regular', phone: null, yearSlogan: null },
      ...{ proceduralAddress: 'Calle inventada 1', acronym: null, ministry: 'Ministerio', programme: 'Programa' },
      ...{ isPractice: true, version: versionSchema.parse(1), validFrom: civilDateSchema.parse('2020-01-01') },
    },
    place: { district, department },
    sdcKey: secretOf(seed, code, 'rounding'),
    signingKey,
    fingerprint: keyFingerprint(createPublicKey(signingKey)),
    mean: meanCases * Math.exp(sizeSpread * normal(random) - sizeSpread ** 2 / 2),
    random,
  };
}

export type YearCase = {
  readonly id: CaseId;
  /** Month that counts it. */
  readonly month: Month;
  readonly isSealed: boolean;
  readonly counted: CaseForCount;
  /** Exact age group, which no file says. */
  readonly group: number;
};

const idOf = (number: number): CaseId =>
  caseIdSchema.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

/** The cases that a year counts; one validated after its end belongs to the next. */
export function drawYear(of: InventedCentre, year: number, distribution: Distribution): YearCase[] {
  const { random } = of;
  const draw = casesFrom(distribution, random);
  const whole = distribution.months.reduce((sum, weight) => sum + weight, 0);
  const months = monthsOf(year);
  return distribution.months
    .flatMap((weight, admitted) =>
      Array.from({ length: poisson((of.mean * weight) / whole, random) }, () => {
        const late = random() < lateShare ? 1 + pick([0.7, 0.2, 0.1], random) : 0;
        return { at: admitted + late, isSealed: random() < sealedShare, ...draw() };
      }),
    )
    .flatMap(({ at, ...one }, number) => {
      const month = months[at];
      return month === undefined ? [] : [{ ...one, id: idOf(number), month }];
    });
}

export function monthsOf(year: number): Month[] {
  const first = monthSchema.parse(`${year}-01`);
  return Array.from({ length: 12 }, (_, at) => addMonths(first, at));
}

export type YearUnit = {
  readonly unit: ClosingUnit;
  /** Whom its figures are made of. */
  readonly cases: readonly YearCase[];
  readonly counts: ExactCounts;
  readonly published: PublishedMonth;
  readonly imprint: Imprint;
};

/** What one closing after the other publishes. */
export function* publishYear(of: InventedCentre, year: number, cases: readonly YearCase[]): Generator<YearUnit> {
  const byId = new Map(cases.map((one) => [one.id, one]));
  const counted = new Set<CaseId>();
  const acts = new Map<Month, readonly SingleCount[]>();
  let earlier: EarlierUnit[] = [];
  let publication = 0;
  for (const month of monthsOf(year)) {
    acts.set(month, actsOf(of.random, cases.filter((one) => one.month === month).length));
    const waiting = cases.filter((one) => one.month <= month && !counted.has(one.id));
    for (const unit of unitsOfClosing(month, waiting, waitingBands(earlier))) {
      const members = unit.cases.flatMap((id) => byId.get(id) ?? []);
      const counts = countMonth(members.map((one) => one.counted));
      const months = unit.period === month ? [month] : unit.collects;
      const toPublish: UnitToPublish = {
        ...{ centre: of.centre, period: unit.period, counts, earlier, collects: unit.collects, revision: 1 },
        singleCounts: sumActs(months.map((one) => acts.get(one) ?? [])),
      };
      const published = publicationOf(toPublish, of.sdcKey);
      publication += 1;
      yield { unit, cases: members, counts, published, imprint: imprintOf(of, month, publication) };
      earlier = [...earlier, asEarlier(published)];
      for (const id of unit.counted) counted.add(id);
    }
  }
}

function actsOf(random: Random, cases: number): SingleCount[] {
  return Object.entries(actsOfCase).map(([group, each]) => ({
    group: group as SingleCountGroup,
    count: poisson(cases * each, random),
  }));
}

function sumActs(lists: readonly (readonly SingleCount[])[]): SingleCount[] {
  return (lists[0] ?? []).map(({ group }) => ({
    group,
    count: lists.flat().reduce((sum, one) => sum + (one.group === group ? one.count : 0), 0),
  }));
}

/** Closed on the 5th of the next month. */
function imprintOf(of: InventedCentre, month: Month, publication: number): Imprint {
  return {
    ...{ publication, centreName: `CEM ${of.centre.name}`, ubigeo: of.centre.districtCode, ...of.place },
    seal: sealWords(createHash('sha256').update(`${of.centre.code}|${publication}|${of.random()}`).digest()),
    cutOff: civilDateSchema.parse(`${addMonths(month, 1)}-05`),
    fingerprint: of.fingerprint,
  };
}
