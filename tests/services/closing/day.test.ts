/** What «Lo que sigue» and the history say of a closing, and what a closed ficha still asks for. */
import { afterEach, expect, it } from 'vitest';
import { closeCentres, passphrase, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { approve, close, propose, supervise } from './closing.ts';

afterEach(closeCentres);

async function itemsOf(centre: TestCentre, login: Login, caseId: string) {
  const { items } = await (await centre.as(login)).readCaseNext({ caseId });
  return items.filter(({ kind }) => kind === 'closing').map(({ task, who, isMine }) => ({ task, who, isMine }));
}

it('asks others to decide what was proposed, and its proposer to read why it was declined', async () => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  await supervise(centre, caseId);
  expect(await itemsOf(centre, 'psico', caseId)).toEqual([]);
  const proposalId = await propose(centre, caseId);
  const task = 'Decidir el cierre de la ficha';
  expect(await itemsOf(centre, 'psico', caseId)).toEqual([{ task, who: 'Otra persona profesional', isMine: false }]);
  expect(await itemsOf(centre, 'social', caseId)).toMatchObject([{ task, isMine: true }]);
  const { lines } = await (await centre.as('coordina')).readMyDay({});
  expect(lines.flatMap(({ items }) => items).map((one) => one.task)).toContain(task);
  const social = await centre.as('social');
  await social.declineProposal({ proposalId, reason: 'Falta hablar con ella.' }, { password: passphrase });
  const declined = 'Leer por qué se rechazó el cierre';
  expect(await itemsOf(centre, 'psico', caseId)).toMatchObject([{ task: declined, isMine: true }]);
  expect(await itemsOf(centre, 'social', caseId)).toMatchObject([{ task: declined, isMine: false }]);
  const again = await propose(centre, caseId);
  await approve(centre, { caseId, proposalId: again });
  expect(await itemsOf(centre, 'psico', caseId)).toEqual([]);
});

it('asks for the following of somebody else once the plan is fulfilled', async () => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const social = await centre.as('social');
  const step = { action: 'other', words: 'Paso', service: 'social', staffId: null, dueOn: null } as const;
  const { stepId } = await social.putPlanStep({ caseId, step });
  expect(await itemsOf(centre, 'psico', caseId)).toEqual([]);
  const done = { staffId: null, dueOn: null, state: 'done', doneOn: '2026-06-10', note: null } as const;
  await social.changePlanStep({ ...done, caseId, stepId, version: 1 });
  const task = 'Seguimiento supervisado antes de cerrar';
  expect(await itemsOf(centre, 'psico', caseId)).toMatchObject([{ task, isMine: true }]);
  await supervise(centre, caseId);
  expect(await itemsOf(centre, 'psico', caseId)).toEqual([]);
});

it('tells it in the history to who reads it, and keeps the words of a closing out of the approvals', async () => {
  const centre = await startCentre();
  const { caseId, number } = await centre.aCase();
  await close(centre, caseId);
  const told = async (login: Login) =>
    (await (await centre.as(login)).readTimeline({ caseId })).entries
      .filter(({ kind }) => kind === 'closing')
      .map(({ act, rest }) => [act, rest]);
  expect(await told('psico')).toEqual(
    expect.arrayContaining([
      ['Ficha cerrada', 'Plan cumplido'],
      ['Seguimiento supervisado', 'Texto inventado.'],
    ]),
  );
  expect(await told('admision')).toEqual([]);
  const { proposals } = await (await centre.as('legal')).listProposals({}, { password: passphrase });
  expect(proposals.map(({ summary }) => summary)).toEqual([`Cerrar la ficha ${number}`]);
});
