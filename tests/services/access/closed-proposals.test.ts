/** A proposal about a ficha is not in the queue of whom a conflict of interest keeps away from that ficha. */
import { afterEach, describe, expect, it } from 'vitest';
import { closeCentres, passphrase, startCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { brother, declare } from '../reception/at-the-door.ts';

afterEach(closeCentres);

describe('a proposal about a ficha closed to the reader', () => {
  it('is neither listed nor declined, and still waits for the others', async () => {
    const centre = await startCentre();
    const { caseId, number } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const { version } = await psychologist.getCase({ caseId });
    const why = { caseId, version, reason: 'duplicate' as const, words: null };
    const { proposalId } = await psychologist.proposeCaseAnnulment(why);
    const lawyer = await centre.as('legal');
    const seen = async () => (await lawyer.listProposals({})).proposals.map(({ summary }) => summary);
    expect(await seen()).toEqual([`Anular la ficha ${number}: Ya hay otra ficha por el mismo hecho`]);
    await declare(centre, 'legal', brother);
    expect(await seen()).toEqual([]);
    expect(
      await refusal(() => lawyer.declineProposal({ proposalId, reason: 'Falta revisarla.' }, { password: passphrase })),
    ).toBe('not-found/');
    const coordinator = await centre.as('coordina');
    expect((await coordinator.listProposals({})).proposals).toMatchObject([{ id: proposalId, state: 'pending' }]);
    const declined = await coordinator.declineProposal(
      { proposalId, reason: 'Falta revisarla.' },
      { password: passphrase },
    );
    expect(declined).toMatchObject({ state: 'declined', canDecide: false });
  });
});
