/** Whoever signs a referral is there from the start, also where the centre wrote no profession. */
import { afterEach, describe, expect, it } from 'vitest';
import { closeCentres, openCentre, startCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';

afterEach(closeCentres);

describe('the signer of a referral', () => {
  it.each([
    ['Psicóloga', null],
    ['Profesional de Psicología', 'update staff_member set profession = null'],
  ])('is «%s»', async (profession, change) => {
    const first = await startCentre();
    const { caseId } = await first.aCase();
    await first.close();
    if (change !== null) await insideFile(first.folder, (db) => db.prepare(change).run());
    const centre = await openCentre(first.folder, first.clock);
    const { options } = await (await centre.as('psico')).startReferral({ caseId, kind: 'health' });
    expect(options.professional).toMatchObject({ names: 'Paula Inventada Psicóloga', profession });
  });
});
