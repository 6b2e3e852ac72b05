/** A waiting room at half past eight: fifteen arrivals in every state, visits, institutions, some already gone. */
import type { CivilDate } from '../../src/shared/platform/dates.ts';
import { blankArrivalFacts, type ArrivalFacts } from '../../src/shared/reception/index.ts';
import { anOffice } from './an-office.ts';
import { fixedClock } from './fixed-clock.ts';
import { openCentre, type TestCentre } from './start-application.ts';

const waiting: readonly Partial<ArrivalFacts>[] = [
  {
    saidName: 'Yeni Inventada Mamani',
    purpose: 'violence',
    service: 'psychology',
    language: 'quechua',
    needsInterpreter: true,
  },
  { saidName: 'Luz Inventada Flores', purpose: 'followUp', service: 'social', companion: 'su hermana', children: 2 },
  { saidName: 'Flor Inventada Rojas', purpose: 'orientation', channel: 'call' },
  {
    saidName: 'Nélida Inventada Ccahuana',
    purpose: 'violence',
    service: 'psychology',
    signs: ['injury', 'aggressorNear'],
  },
  { saidName: 'Irma Inventada', purpose: 'procedure', service: 'legal' },
  {
    saidName: 'Dina Inventada Huamán',
    purpose: 'violence',
    children: 1,
    childrenWith: 'la abuela',
    companion: 'la abuela',
  },
  { saidName: 'Ñusta Inventada De la Cruz', purpose: 'appointment', service: 'legal', language: 'spanish' },
  { saidName: 'Carmen Inventada', purpose: 'accompanies' },
  {
    saidName: 'Elsa Inventada Quispe',
    purpose: 'violence',
    service: 'psychology',
    signs: ['veryFrightened'],
    children: 3,
  },
  { saidName: null, purpose: 'other', channel: 'call' },
  { saidName: 'Sonia Inventada Condori', purpose: 'followUp', service: 'psychology' },
  {
    saidName: 'Marisol Inventada Rojas',
    purpose: 'violence',
    service: 'social',
    language: 'aymara',
    needsInterpreter: true,
  },
  { saidName: 'Rosa Inventada Segunda', purpose: 'orientation', service: 'legal' },
  { saidName: 'Berta Inventada', purpose: 'institution' },
  { saidName: 'Julia Inventada', purpose: 'followUp', service: 'legal', companion: 'su hijo mayor' },
];

async function arrive(centre: TestCentre, facts: Partial<ArrivalFacts>): Promise<string> {
  const desk = await centre.as('admision');
  const { arrivalId } = await desk.openArrival({});
  await desk.registerArrival({ arrivalId, facts: { ...blankArrivalFacts(), ...facts } });
  return arrivalId;
}

async function moves(centre: TestCentre, ids: readonly string[]): Promise<void> {
  const [first = '', second = '', , fourth = ''] = ids;
  const psychologist = await centre.as('psico');
  const social = await centre.as('social');
  await psychologist.callArrival({ arrivalId: first, version: 1 });
  await social.callArrival({ arrivalId: second, version: 1 });
  await psychologist.attendArrival({ arrivalId: fourth, version: 1, staffId: null, isAsked: true });
  await social.setMyPresence({ state: 'free' });
  await (await centre.as('legal')).setMyPresence({ state: 'out' });
}

async function bookings(centre: TestCentre): Promise<void> {
  const desk = await centre.as('admision');
  const booking = { caseId: null, day: '2026-06-10' as CivilDate, staffId: null, mustCall: false };
  await desk.bookVisit({
    ...booking,
    saidName: 'Zenobia Inventada',
    time: '08:30',
    service: 'legal',
    note: 'Trae copias',
  });
  await desk.bookVisit({ ...booking, saidName: 'Yolanda Inventada', time: '11:00', service: 'social', note: null });
  const form = anOffice({
    ...{ kind: 'policeStation', name: 'Comisaría de Villa Inventada · Sección de Familia', phone: '014440000' },
    ...{ phoneSource: 'Página oficial de la institución', phoneVerifiedOn: '2026-06-01' as CivilDate },
  });
  const { id: officeId } = await (await centre.as('social')).keepOffice({ id: null, version: null, form });
  const call = { caller: 'Suboficial Inventado', office: 'Sección de Familia', question: 'Pregunta por una medida.' };
  await desk.recordInstitutionCall({ ...call, officeId });
}

/** Fills the door of an existing template copy on the morning of 10 June 2026. */
export async function buildDoor(folder: string): Promise<void> {
  const clock = fixedClock('2026-06-10T13:00:00.000Z');
  const centre = await openCentre(folder, clock);
  const logins = ['admision', 'psico', 'social', 'legal'] as const;
  const ids: string[] = [];
  const gone = await arrive(centre, { saidName: 'Olga Inventada', purpose: 'orientation' });
  const desk = await centre.as('admision');
  await desk.closeArrival({ arrivalId: gone, version: 1, outcome: 'orientation', matter: 'alimony' });
  for (const facts of waiting) {
    clock.advance(3 * 60_000);
    for (const login of logins) await (await centre.as(login)).keepSession({});
    ids.push(await arrive(centre, facts));
  }
  await moves(centre, ids);
  await bookings(centre);
  await centre.close();
}
