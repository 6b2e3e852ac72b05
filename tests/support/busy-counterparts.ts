/** A centre with both counterparts: one sheet open to the police, one to health, a letter on paper, and a case that nobody handed over. Invented. */
import { consentFor, counterpart, handing, handOver } from './counterparts.ts';
import { fixedClock } from './fixed-clock.ts';
import { openCentre } from './start-application.ts';

export async function buildCounterparts(folder: string): Promise<void> {
  const centre = await openCentre(folder, fixedClock('2026-06-10T13:00:00.000Z'));
  await counterpart(centre, 'police');
  await counterpart(centre, 'health');
  const of = async (givenNames: string, firstSurname: string, number: string) =>
    (await centre.aCase({ user: { givenNames, firstSurname, document: { kind: 'dni', state: 'known', number } } }))
      .caseId;
  await of('Zoila Testimonia', 'Paredes', '71346281');
  await handOver(centre, await of('Rufina Imaginaria', 'Quispe', '72346281'), 'police');
  await handOver(centre, await of('Amalia Inventada', 'Huamán', '73346281'), 'emergency-kit');
  const last = await of('Elena Fabulada', 'Ríos', '74346281');
  const psychologist = await centre.as('psico');
  // Out on paper: her consent names no institution yet.
  const consent = consentFor('police', { receivers: [], scope: 'referral' });
  await psychologist.recordConsent({ caseId: last, consent });
  const { options } = await handing(centre, last, 'police');
  await psychologist.issueReferral({ caseId: last, kind: 'police', options });
  await centre.close();
}
