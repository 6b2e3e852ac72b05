/** What was chosen in a comparison outlives a lock; after the act the focus stands at the title. */
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CompareScreen, MergeProposalScreen } from '../../../src/renderer/people/merge/compare-screen.tsx';
import { blankUser } from '../../../src/shared/people/index.ts';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

let centre: TestCentre;
let params: { personId: string; otherId: string };

beforeEach(async () => {
  centre = await startCentre();
  const document = (number: string) => ({ kind: 'dni', state: 'known', number }) as const;
  const one = await centre.aCase({ user: { document: document('00112233') } });
  const other = await centre.aCase({ user: { document: document('00112244') } });
  const coordinator = await centre.as('coordina');
  const herIn = async (caseId: string) => (await coordinator.listCasePersons({ caseId })).main[0]?.personId ?? '';
  params = { personId: await herIn(one.caseId), otherId: await herIn(other.caseId) };
});

const documentOf = (number: string) =>
  screen.findByRole<HTMLInputElement>('radio', { name: `Documentos: DNI ${number}` });

async function draw() {
  cleanup();
  await drawInWindow(centre, 'coordina', <CompareScreen params={params} />);
  await documentOf('00112233');
}

describe('the comparison of two records', () => {
  it('shows again what was chosen after the page was gone', async () => {
    const user = userEvent.setup();
    await draw();
    await user.click(await documentOf('00112244'));
    await draw();
    expect((await documentOf('00112244')).checked).toBe(true);
  });

  it('forgets it once the union is proposed, and puts the focus at the title', async () => {
    const user = userEvent.setup();
    await draw();
    await user.click(await documentOf('00112244'));
    await user.click(screen.getByRole('button', { name: 'Son la misma: proponer unión' }));
    await screen.findByText(/^Propuesta enviada\. Otra persona/);
    expect(document.activeElement?.tagName).toBe('H1');
    await draw();
    expect((await documentOf('00112233')).checked).toBe(true);
  });

  it('says of what the reader may not see that it requires a review', async () => {
    const psychologist = await centre.as('psico');
    const { caseId } = await psychologist.openCase({
      ...{
        arrivalId: null,
        admission,
        user: aUser({ document: blankUser().document, birth: { year: 1985, month: null, day: null } }),
      },
      ...{ userLink: { kind: 'new' }, aggressor: anAggressor({ givenNames: 'Otro' }), aggressorLink: { kind: 'new' } },
    });
    const { main } = await psychologist.listCasePersons({ caseId });
    const coordinator = await centre.as('coordina');
    const pair = { keptId: params.personId, absorbedId: main[0]?.personId ?? '' };
    const { choices } = await coordinator.comparePersons(pair);
    const { proposalId } = await coordinator.proposePersonMerge({ ...pair, choices });
    await drawInWindow(centre, 'social', <MergeProposalScreen params={{ proposalId }} />);
    const birth = await screen.findByRole('row', { name: /^Nacimiento o edad/ });
    expect(within(birth).getAllByRole('cell')[1]?.textContent).toBe('Requiere revisión');
  });
});
