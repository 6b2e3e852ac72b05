/** A sexual assault of two days ago in an open case, and a directory with whom to call. Invented. */
import { anOffice } from './an-office.ts';
import { ViolenceType } from '../../src/shared/intake/index.ts';
import { blankRecord } from '../../src/shared/people/index.ts';
import { fixedClock } from './fixed-clock.ts';
import { openCentre } from './start-application.ts';

const offices = [
  ['healthFacility', 'Hospital Inventado de la Zona', '01 000 1111'],
  ['healthFacility', 'Centro de Salud Inventado', '01 000 2222'],
  ['mentalHealthCentre', 'CSMC Inventado', '01 000 3333'],
  ['publicDefence', 'Defensa Pública Inventada', '01 000 4444'],
] as const;

export async function buildUrgent(folder: string): Promise<void> {
  const centre = await openCentre(folder, fixedClock('2026-06-10T13:00:00.000Z'));
  const lawyer = await centre.as('legal');
  for (const [kind, name, phone] of offices)
    await lawyer.keepOffice({ id: null, version: null, form: anOffice({ kind, name, phone }) });
  const answers = { violenceType: ViolenceType.sexual, sexualActs: ['rape' as const], valuationLevel: 3 as const };
  await centre.aCase({ b: { answers } });
  await centre.close();
}

/** An open case of physical violence on the first day of a centre: nobody wrote a directory yet. */
export async function buildFresh(folder: string): Promise<void> {
  const centre = await openCentre(folder, fixedClock('2026-06-10T13:00:00.000Z'));
  const { caseId } = await centre.aCase({ b: { answers: { violenceType: ViolenceType.physical } } });
  const { nameState, documents, birth, toldAge } = blankRecord();
  const names = { nameState, givenNames: 'Zoila Testimonia', firstSurname: 'Paredes', secondSurname: null };
  await (
    await centre.as('psico')
  ).addParticipant({
    caseId,
    who: {
      kind: 'new',
      person: { ...names, birth, toldAge, document: { ...documents[0], kind: null, state: 'none', number: null } },
    },
    part: { role: 'witness', bond: null, livesWithUser: null },
  });
  await centre.close();
}
