/** The waiting room of the demonstration on the day it is made: who waits, who is called, who comes later. */
import { civilDateOf, timeOf } from '../../shared/platform/clock.ts';
import { blankArrivalFacts, type ArrivalFacts } from '../../shared/reception/index.ts';
import type { DemoTeam } from './demo-centre.ts';

type Arrival = Partial<ArrivalFacts> & {
  /** How long ago she came. */
  readonly minutes: number;
};

const arrivals: readonly Arrival[] = [
  { minutes: 66, saidName: 'Aurelia Ccopa Salas', purpose: 'violence', service: 'psychology' },
  {
    ...{ minutes: 57, saidName: 'Saturnina Huallpa', purpose: 'violence', service: 'psychology' },
    ...{ language: 'quechua', needsInterpreter: true },
  },
  {
    ...{ minutes: 54, saidName: 'Flor Berrospi Ñaupa', purpose: 'followUp', service: 'social' },
    ...{ companion: 'su hermana', children: 2 },
  },
  { minutes: 51, saidName: 'Nélida Chávez', purpose: 'orientation', channel: 'call' },
  { minutes: 42, saidName: 'Rosa Tintaya', purpose: 'orientation', service: 'legal' },
  {
    ...{ minutes: 33, saidName: 'Yolanda Quispe Apaza', purpose: 'violence', service: 'psychology' },
    ...{ signs: ['veryFrightened', 'aggressorNear'], children: 3, childrenWith: 'ella misma' },
  },
  { minutes: 21, saidName: 'Carmen Solórzano', purpose: 'procedure', service: 'social' },
  { minutes: 11, saidName: 'Elsa Mamani', purpose: 'violence', service: 'legal', children: 1 },
];

const minute = 60_000;

const bookings = [
  { minutes: 30, saidName: 'Berta Lizárraga', service: 'legal' },
  { minutes: 120, saidName: 'Julia Arista', service: 'social' },
] as const;

/** The hour of a visit later today; late in the evening, the last of the day. */
function laterToday(now: number, minutes: number): string {
  const at = now + minutes * minute;
  return civilDateOf(at) === civilDateOf(now) ? timeOf(at) : '23:55';
}

async function register(team: DemoTeam, { minutes, ...facts }: Arrival, now: number): Promise<string> {
  const { client } = team.admision;
  const at = now - minutes * minute;
  // As from a paper: the hour is the one at which she came, not that of the program that invents her.
  const paper = { isFromPaper: true, arrivedOn: civilDateOf(at), arrivedTime: timeOf(at) };
  const said = { ...blankArrivalFacts(), ...facts, ...paper };
  return (await client.registerArrival({ arrivalId: null, facts: said })).arrivalId;
}

/** Everybody who is here now, and what the day still brings to the desk. */
export async function openBoard(team: DemoTeam): Promise<void> {
  const { client } = team.admision;
  const { now, today } = await client.openBoard({});
  const ids: string[] = [];
  for (const arrival of arrivals) ids.push(await register(team, arrival, Date.parse(now)));
  const [attended = '', called = ''] = ids;
  await team.psicologia.client.attendArrival({ arrivalId: attended, version: 1, staffId: null });
  await client.callArrival({ arrivalId: called, version: 1 });
  await team.social.client.setMyPresence({ state: 'free' });
  await team.legal.client.setMyPresence({ state: 'free' });
  for (const { minutes, saidName, service } of bookings) {
    const when = { day: today, time: laterToday(Date.parse(now), minutes) };
    const visit = { caseId: null, saidName, service, staffId: null, note: null, mustCall: false };
    await client.bookVisit({ ...visit, ...when });
  }
  await client.recordInstitutionCall({
    ...{ caller: 'Persona que dice llamar de un juzgado', office: 'Juzgado de Familia', officeId: null },
    question: 'Si una persona fue atendida esta semana.',
  });
}
