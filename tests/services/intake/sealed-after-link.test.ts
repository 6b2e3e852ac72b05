/** A ficha reservada after its persons were linked with another: of what it was told, the other one shows nothing. */
import { afterEach, describe, expect, it } from 'vitest';
import { blankUser } from '../../../src/shared/people/index.ts';
import { blankArrivalFacts } from '../../../src/shared/reception/index.ts';
import { admission, anAggressor, aUser, sectionAForm } from '../../support/case-builder.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { noPapers, wilber, yeni } from '../../support/visits.ts';
import { seal } from '../reserve/sealing.ts';

afterEach(closeCentres);

const living = { ...blankUser().address, districtCode: '050401' };
const secrets = ['Yenita', 'El Chino', '00445566', '050401'];

/** The ficha of psychology, then one that psychology and social work have: of the same two, and one of another woman of which she is a relative. */
async function linked() {
  const centre = await startCentre({ clock: fixedClock('2026-06-10T15:00:00.000Z') });
  const psychologist = await centre.as('psico');
  const document = { kind: 'dni', state: 'known', number: '00445566' } as const;
  const user = aUser({ ...noPapers, ...yeni, document, preferredName: 'Yenita', address: living });
  const unnamed = { nameState: 'unknown', givenNames: null, firstSurname: null, aliases: 'El Chino' } as const;
  const { caseId: first } = await psychologist.openCase({
    ...{ arrivalId: null, admission, user, userLink: { kind: 'new' } },
    ...{ aggressor: anAggressor(unnamed), aggressorLink: { kind: 'new' } },
  });
  const { version } = await psychologist.getSectionA({ caseId: first });
  const form = sectionAForm({ user, aggressor: anAggressor(unnamed), answers: { homeDistrict: '050401' } });
  await psychologist.saveSectionA({ caseId: first, version, form });
  const { main } = await psychologist.listCasePersons({ caseId: first });
  const known = (role: 'user' | 'aggressor') =>
    ({ kind: 'known', personId: main.find((one) => one.role === role)?.personId ?? '' }) as const;
  const { caseId: second } = await psychologist.openCase({
    ...{ arrivalId: null, admission, user: aUser({ ...noPapers, ...yeni }), userLink: known('user') },
    ...{ aggressor: anAggressor(wilber), aggressorLink: known('aggressor') },
  });
  await psychologist.handOverCase({ caseId: second, service: 'social' });
  const { caseId: third } = await psychologist.openCase({
    ...{ arrivalId: null, admission, user: aUser({ givenNames: 'Alicia', document: blankUser().document }) },
    ...{ userLink: { kind: 'new' }, aggressor: anAggressor({ givenNames: 'Otro' }), aggressorLink: { kind: 'new' } },
  });
  const part = { role: 'relative', bond: 'sibling', livesWithUser: null } as const;
  await psychologist.addParticipant({ caseId: third, who: known('user'), part });
  await psychologist.handOverCase({ caseId: third, service: 'social' });
  return { centre, first, second, third, userId: known('user').personId };
}

async function shownTo(centre: TestCentre, login: Login, { second, third }: { second: string; third: string }) {
  const client = await centre.as(login);
  const answers = [];
  for (const caseId of [second, third])
    answers.push(
      await client.getCase({ caseId }),
      await client.listCasePersons({ caseId }),
      (await client.getSectionA({ caseId })).form,
      await client.readPairHistory({ caseId }),
    );
  return JSON.stringify([...answers, (await client.listMyCases({})).cases]);
}

describe('a ficha reservada after its persons were linked with another', () => {
  it('leaves in the other one her names, and nothing else that it was told', async () => {
    const all = await linked();
    const { centre, first } = all;
    await seal(centre, first);
    for (const login of ['social', 'coordina'] as const) {
      const text = await shownTo(centre, login, all);
      expect(text).toContain('Yenny');
      for (const one of secrets) expect(text).not.toContain(one);
    }
    expect(await shownTo(centre, 'psico', all)).toContain('Yenita');
  });

  it('was no more shown to who may not read it before it was reserved', async () => {
    const all = await linked();
    const text = await shownTo(all.centre, 'social', all);
    for (const one of secrets) expect(text).not.toContain(one);
  });

  it('does not stand on the board of the door either', async () => {
    const { centre, userId } = await linked();
    const desk = await centre.as('admision');
    const { arrivalId } = await desk.openArrival({});
    await desk.registerArrival({ arrivalId, facts: { ...blankArrivalFacts(), personId: userId } });
    const shownAt = async (login: Login) => {
      const client = await centre.as(login);
      return JSON.stringify([await client.openBoard({}), await client.getArrival({ arrivalId })]);
    };
    expect(await shownAt('admision')).toContain('Yenny');
    expect(await shownAt('admision')).not.toContain('Yenita');
    expect(await shownAt('coordina')).toContain('Yenita');
  });
});
