/** She is in the house, and so is he: an arrival that matches the alleged aggressor of a ficha the team has. */
import { blankArrivalFacts } from '../../src/shared/reception/index.ts';
import { fixedClock } from './fixed-clock.ts';
import { openCentre } from './start-application.ts';

export async function buildDanger(folder: string): Promise<void> {
  const centre = await openCentre(folder, fixedClock('2026-06-10T13:50:00.000Z'));
  const he = { givenNames: 'Pedro Imaginario', firstSurname: 'Condori', secondSurname: 'Fingido' };
  await centre.aCase({ aggressor: he });
  const desk = await centre.as('admision');
  for (const saidName of ['Rosa Quispe Ficticia', 'Pedro Condori Fingido']) {
    const { arrivalId } = await desk.openArrival({});
    await desk.registerArrival({ arrivalId, facts: { ...blankArrivalFacts(), saidName } });
  }
  await centre.application.close();
}
