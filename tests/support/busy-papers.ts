/** Cases with writs issued: for the screens of copies and of cargos. */
import type { FilingOptions } from '../../src/shared/filings/index.ts';
import { fixedClock } from './fixed-clock.ts';
import { openCentre } from './start-application.ts';

const decided: Partial<FilingOptions> = {
  addressee: { treatment: 'Señora jueza del', office: 'Juzgado de Familia de turno' },
  measures: [{ code: 'removal-from-home', reason: 'Él volvió a la vivienda.', detail: null }],
  articles: ['l-22'],
};

/** @param cases how many, of two writs each */
export async function buildPapers(folder: string, cases = 1): Promise<void> {
  const centre = await openCentre(folder, fixedClock('2026-06-10T13:00:00.000Z'));
  const lawyer = await centre.as('legal');
  for (let one = 0; one < cases; one += 1) {
    const { caseId } = await centre.aCase();
    for (let writ = 0; writ < 2; writ += 1) {
      const { options } = await lawyer.startFiling({ caseId, kind: 3 });
      await lawyer.issueFiling({ caseId, kind: 3, options: { ...options, ...decided }, missingReason: 'urgency' });
    }
  }
  await centre.close();
}
