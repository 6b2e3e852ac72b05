/** Day, hour and place of an invented event, as exactly as people remember them. */
import { BondGroup, OtherBond, type SectionBAnswers, type SectionBForm } from '../intake/index.ts';
import { addDays, toPartial, type CivilDate, type PartialDate } from '../platform/dates.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';

export type InventedEvent = {
  readonly incident: SectionBForm['incident'];
  /** Null when only the month or the year is known. */
  readonly day: CivilDate | null;
  readonly where: Pick<SectionBAnswers, 'incidentPlaceKind' | 'incidentSphere' | 'publicSphereKind'>;
};

type Place = readonly [
  words: string,
  kind: NonNullable<SectionBAnswers['incidentPlaceKind']>,
  publicKind: SectionBAnswers['publicSphereKind'],
];
type Places = readonly (readonly [Place, number])[];

const sharedHome: Places = [
  [['la sala de la vivienda que comparten', 3, null], 4],
  [['el dormitorio de la vivienda', 3, null], 3],
  [['la cocina de la vivienda', 3, null], 2],
];
const apart: Places = [
  [['la puerta de su vivienda', 1, null], 4],
  [['la vivienda de la persona usuaria', 1, null], 3],
  [['la calle, cerca de su vivienda', 6, 5], 3],
  [['la vivienda de la presunta persona agresora', 2, null], 1],
];
const strangers: Places = [
  [['la vía pública, cerca de un paradero', 6, 5], 3],
  [['el vecindario, frente a una bodega', 6, 1], 3],
];
const atWork: Places = [[['el centro de trabajo', 5, 2], 1]];
const atSchool: Places = [[['la institución educativa', 7, 3], 1]];

function placesOf({ bondGroup, otherBond, livesTogether }: Profile): Places {
  if (otherBond === OtherBond.colleague || otherBond === OtherBond.employer) return atWork;
  if (otherBond === OtherBond.teacher || otherBond === OtherBond.fellowStudent) return atSchool;
  if (bondGroup === BondGroup.none) return strangers;
  return livesTogether ? sharedHome : apart;
}

/** Most remember the day; some only the month, a few only the year. */
function dateOf(random: Random, admittedOn: CivilDate): { date: PartialDate; day: CivilDate | null } {
  const precision = random.pick([
    ['day', 84],
    ['month', 11],
    ['year', 5],
  ]);
  if (precision === 'day') {
    const day = addDays(
      admittedOn,
      -random.pick([
        [random.int(1, 3), 5],
        [random.int(4, 12), 3],
        [random.int(13, 60), 2],
      ]),
    );
    return { date: toPartial(day), day };
  }
  const { year, month } = toPartial(addDays(admittedOn, -random.int(40, 330)));
  return { date: { year, month: precision === 'month' ? month : null, day: null }, day: null };
}

export function inventEvent(random: Random, profile: Profile, admittedOn: CivilDate): InventedEvent {
  const { date, day } = dateOf(random, admittedOn);
  const [words, incidentPlaceKind, publicSphereKind] = random.pick(placesOf(profile));
  const hour = String(
    random.pick([
      [random.int(6, 12), 2],
      [random.int(13, 18), 3],
      [random.int(19, 23), 5],
    ]),
  ).padStart(2, '0');
  const minute = random.pick([
    ['00', 5],
    ['30', 4],
    ['15', 1],
  ]);
  return {
    incident: {
      occurredOn: date,
      occurredTime: day !== null && random.chance(0.85) ? `${hour}:${minute}` : null,
      place: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    },
    day,
    where: { incidentPlaceKind, incidentSphere: publicSphereKind === null ? 1 : 2, publicSphereKind },
  };
}
