/** Invented records of insertion, reintegration, Acompañamiento and home visits. */
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { blankValues } from '../../../src/shared/record/index.ts';
import { noKeptWork, type KeptWork } from '../../../src/shared/register/reintegration-work.ts';
import { workLines, type WorkSectionId } from '../../../src/shared/register/section-work.ts';
import { reintegrationFields, type ReintegrationRecord } from '../../../src/shared/reintegration/index.ts';

type Kind = keyof KeptWork;
type Known = Readonly<Record<string, unknown>>;

export function aRecord<K extends Kind>(kind: K, known: Known): ReintegrationRecord<K> {
  const own = { id: crypto.randomUUID(), ownerId: null, by: '', recordedAt: '2026-06-10T14:00:00.000Z', version: 1 };
  // The fields are those of the description.
  const record: unknown = { ...blankValues(reintegrationFields[kind]), ...own, ended: null, annulled: null, ...known };
  return record as ReintegrationRecord<K>;
}

const on = '2026-06-10' as CivilDate;
export const kin = (known: Known = {}) =>
  aRecord('placement', { way: 'kin', kinship: 'Hermana', age: 34, since: on, ...known });
export const shelter = (known: Known = {}) =>
  aRecord('placement', { way: 'shelter', house: 'Casa Inventada', since: on, ...known });
export const refusal = (known: Known = {}) =>
  aRecord('placement', { way: 'refused', refusal: 'work', saidOn: on, ...known });
export const plan = (known: Known = {}) =>
  aRecord('reintegration_plan', { implementer: 1, madeOn: on, reviewOn: on, ...known });
export const accompaniment = (known: Known = {}) => aRecord('accompaniment', { level: 1, since: on, ...known });
export const visit = (known: Known = {}) => aRecord('home_visit', { made: 1, visitedOn: on, result: 1, ...known });

export const everythingKept: KeptWork = {
  placement: [...Array.from({ length: 6 }, () => kin()), ...Array.from({ length: 5 }, () => shelter())],
  reintegration_plan: [plan()],
  accompaniment: [accompaniment()],
  home_visit: [visit({ result: 2, actions: 'x'.repeat(500) })],
};

/** What only a refusal answers. */
export function refusals(section: WorkSectionId) {
  const kept = {
    ...{ placement: [refusal({ refusal: 'other', refusalWords: 'x'.repeat(120) })], reintegration_plan: [] },
    ...{ accompaniment: [], home_visit: [visit({ made: 0, result: null, why: 'x'.repeat(300) })] },
  };
  const nothing = { admittedOn: on, answersB: {}, homeVisits: [], acts: [], filings: [], referrals: [] };
  return workLines(section, { ...nothing, kitRefusals: [], kept: { ...noKeptWork, ...kept } });
}
