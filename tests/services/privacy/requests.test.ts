/** The register of requests about data: of the user in her ficha, of anybody else in none. */
import { afterEach, describe, expect, it } from 'vitest';
import { outsideAnswer, toOutsiders } from '../../../src/shared/privacy/index.ts';
import { brother, declare } from '../reception/at-the-door.ts';
import { refusal } from '../refusal.ts';
import { seal } from '../reserve/sealing.ts';
import { closeCentres, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';

afterEach(closeCentres);

const own = {
  on: '2026-06-10',
  asker: 'herself',
  representedBy: null,
  identity: 'document',
  identityWords: null,
  right: 'access',
  words: 'Quiero saber qué guardan de mí',
} as const;
const outside = {
  on: '2026-06-09',
  asker: 'accused',
  askerName: 'Pedro Imaginario Condori',
  right: 'access',
  identity: 'document',
  identityWords: null,
} as const;
const end = { answeredOn: '2026-06-10', answer: 'Se le leyó todo', basis: null, receipt: 'none' } as const;

const termsOf = async (centre: TestCentre, login: Login) =>
  (await (await centre.as(login)).listDeadlines({ scope: 'all' })).deadlines
    .filter(({ ruleId }) => ['D27', 'D28'].includes(ruleId))
    .map(
      ({ ruleId, number, warnsAt, confirmation }) =>
        `${ruleId} ${number ?? 'centre'} ${warnsAt?.on ?? ''} ${confirmation}`,
    );

describe('a request of hers', () => {
  it('has the term of what she asks, in working days, to be confirmed; answering ends it', async () => {
    const centre = await startCentre();
    const { caseId, number } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const { requestId } = await lawyer.recordDataRequest({ caseId, request: own });
    await lawyer.recordDataRequest({ caseId, request: { ...own, right: 'rectification' } });
    expect(await termsOf(centre, 'legal')).toEqual([
      `D28 ${number} 2026-06-24 toConfirm`,
      `D27 ${number} 2026-07-09 toConfirm`,
    ]);
    const [line] = (await lawyer.listRequestsOfCase({ caseId })).requests.filter(({ id }) => id === requestId);
    expect(line).toMatchObject({ right: 'access', due: { on: '2026-07-09' }, isDueToConfirm: true, isOverdue: false });
    await lawyer.answerDataRequest({ caseId, requestId, version: 1, end: { ...end, state: 'granted' } });
    expect(await termsOf(centre, 'legal')).toEqual([`D28 ${number} 2026-06-24 toConfirm`]);
  });

  it('stands in Mi día of who answers before its term ends', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await (
      await centre.as('legal')
    ).recordDataRequest({ caseId, request: { ...own, on: '2026-05-28', right: 'opposition' } });
    const { lines } = await (await centre.as('legal')).readMyDay({});
    const items = lines.flatMap(({ items: all }) => all).filter(({ page }) => page === 'ownData');
    expect(items).toMatchObject([
      { kind: 'term', isMine: true, task: 'Responder el pedido de corregir, borrar o no usar un dato' },
    ]);
  });

  it('names its days, who asks and why not, or is refused at its field', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const record = (change: object) =>
      refusal(() => lawyer.recordDataRequest({ caseId, request: { ...own, ...change } }));
    expect(await record({ on: '2026-06-11' })).toBe('rule-broken/request-in-future');
    expect(await record({ asker: 'representative' })).toBe('invalid/');
    expect(await record({ identity: 'not' })).toBe('invalid/');
    const { requestId } = await lawyer.recordDataRequest({ caseId, request: { ...own, on: '2026-06-10' } });
    const answer = (change: object, version = 1) =>
      refusal(() =>
        lawyer.answerDataRequest({ caseId, requestId, version, end: { ...end, state: 'granted', ...change } }),
      );
    expect(await answer({ answeredOn: '2026-06-09' })).toBe('rule-broken/request-before-asked');
    expect(await answer({ receipt: 'signed' })).toBe('rule-broken/request-no-copy');
    expect(await answer({ state: 'refused', receipt: null })).toBe('invalid/');
    expect(await answer({}, 2)).toBe('conflict/');
    expect(await answer({ state: 'refused', receipt: null, basis: 'proof' })).toBe('none');
    expect(await answer({}, 2)).toBe('rule-broken/request-answered');
    const [line] = (await lawyer.listRequestsOfCase({ caseId })).requests;
    expect(line?.basis).toMatchObject({ norm: expect.stringContaining('Ley 29733') as string, isToConfirm: true });
  });

  it('is granted only once it is known who asks', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const request = { ...own, identity: 'not', identityWords: 'No trajo documento' } as const;
    const { requestId } = await lawyer.recordDataRequest({ caseId, request });
    const grant = (version: number) =>
      refusal(() => lawyer.answerDataRequest({ caseId, requestId, version, end: { ...end, state: 'granted' } }));
    expect(await grant(1)).toBe('rule-broken/request-unverified');
    await lawyer.verifyRequester({
      caseId,
      requestId,
      version: 1,
      identity: { identity: 'known', identityWords: null },
    });
    expect(await grant(2)).toBe('none');
  });
});

describe('a request of somebody else', () => {
  it('is of no ficha, is never granted, and its answer is the same whoever asks', async () => {
    const centre = await startCentre();
    await centre.aCase();
    const desk = await centre.as('admision');
    const { requestId } = await desk.recordOutsideRequest({ request: outside });
    const coordinator = await centre.as('coordina');
    const [line] = (await coordinator.listDataRequests({})).requests;
    expect(line).toMatchObject({
      caseId: null,
      caseNumber: null,
      askerName: 'Pedro Imaginario Condori',
      state: 'open',
    });
    const answer = (change: object) =>
      refusal(() =>
        coordinator.answerOutsideRequest({
          ...{ requestId, version: 1 },
          end: { state: 'refused', answeredOn: '2026-06-10', basis: 'reserve', ...change } as never,
        }),
      );
    expect(await answer({ state: 'granted' })).toBe('invalid/');
    expect(await answer({})).toBe('none');
    expect(outsideAnswer).not.toMatch(/ficha|denuncia|usuaria/);
    expect(toOutsiders[0]).toMatch(/No se le confirma ni se le niega/);
  });

  it('says the same whether or not the record knows of him', async () => {
    const answers: string[] = [];
    for (const isKnown of [true, false]) {
      const centre = await startCentre();
      if (isKnown) await centre.aCase();
      const desk = await centre.as('admision');
      await desk.recordOutsideRequest({ request: outside });
      const [line] = (await desk.listDataRequests({})).requests;
      answers.push(JSON.stringify({ ...line, id: '', recordedAt: '' }));
    }
    expect(answers[0]).toBe(answers[1]);
  });

  it('is read by who took it down and by Coordinación', async () => {
    const centre = await startCentre();
    await (await centre.as('admision')).recordOutsideRequest({ request: outside });
    const seen = async (login: Login) => (await (await centre.as(login)).listDataRequests({})).requests.length;
    expect([await seen('admision'), await seen('coordina'), await seen('psico'), await seen('legal')]).toEqual([
      1, 1, 0, 0,
    ]);
    for (const login of ['soporte', 'visita', 'promocion'] as const)
      expect(await refusal(async () => (await centre.as(login)).listDataRequests({}))).toBe('forbidden/');
  });
});

describe('what is closed', () => {
  it('leaves the register and the terms of whoever a seal or a conflict keeps out', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await (await centre.as('legal')).recordDataRequest({ caseId, request: own });
    const seen = async (login: Login) => (await (await centre.as(login)).listDataRequests({})).requests.length;
    expect([await seen('coordina'), (await termsOf(centre, 'coordina')).length]).toEqual([1, 1]);
    await seal(centre, caseId, { members: ['psico'] });
    expect([await seen('coordina'), (await termsOf(centre, 'coordina')).length]).toEqual([0, 0]);
    expect(await termsOf(centre, 'psico')).toHaveLength(1);
    expect(await refusal(async () => (await centre.as('legal')).listRequestsOfCase({ caseId }))).toMatch(/^not-found/);
  });

  it('is closed to somebody of his family, whose list says nothing', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await (await centre.as('legal')).recordDataRequest({ caseId, request: own });
    await declare(centre, 'coordina', brother);
    expect((await (await centre.as('coordina')).listDataRequests({})).requests).toEqual([]);
  });
});

describe('who represents her', () => {
  const asks = { ...own, asker: 'representative', identity: 'document' } as const;
  const rival = { document: { kind: 'dni', state: 'known', number: '44556677' } } as const;

  it.each([
    'Pedro Imaginario Condori, con partida de nacimiento',
    'CONDORI, pedro',
    'Su padre, P3dro Ymaginario',
    'PedroImaginario, poder por escritura',
    'Un señor con DNI 44 556 677',
  ])('is never the man she denounced: %s', async (representedBy) => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ aggressor: rival });
    const lawyer = await centre.as('legal');
    const record = (change: object) =>
      refusal(() => lawyer.recordDataRequest({ caseId, request: { ...asks, ...change } }));
    expect(await record({ representedBy })).toBe('rule-broken/request-not-for-her');
    expect(await record({ representedBy: 'Elena Condori Mamani, su abuela, con poder' })).toBe('none');
  });

  it('is not shown to be somebody by his document when that is made sure of later', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ aggressor: rival });
    const lawyer = await centre.as('legal');
    const request = { ...asks, representedBy: 'Un familiar', identity: 'not', identityWords: 'No trajo nada' } as const;
    const { requestId } = await lawyer.recordDataRequest({ caseId, request });
    const verify = (identityWords: string) =>
      refusal(() =>
        lawyer.verifyRequester({ caseId, requestId, version: 1, identity: { identity: 'other', identityWords } }),
      );
    expect(await verify('Mostró el DNI 44556677')).toBe('rule-broken/request-not-for-her');
    expect(await verify('Mostró el DNI 11223344')).toBe('none');
  });

  it('is not the man of another ficha of hers either, nor when he is known only later', async () => {
    const centre = await startCentre();
    const first = await centre.aCase({ aggressor: rival });
    const lawyer = await centre.as('legal');
    const request = { ...asks, representedBy: 'Tomás Falso Huarcaya, con poder' };
    const { requestId } = await lawyer.recordDataRequest({ caseId: first.caseId, request });
    expect(await refusal(() => lawyer.getOwnCopy({ caseId: first.caseId, requestId }))).toBe('none');
    const asked = { query: 'Quispe Ficticia Rosa', arrivalId: null, role: 'user' } as const;
    const { candidates } = await (await centre.as('coordina')).findPersons(asked);
    const userId = candidates[0]?.personId ?? '';
    const aggressor = { givenNames: 'Tomás', firstSurname: 'Falso' };
    await centre.aCase({ userId, aggressor, isValidated: false });
    expect(await refusal(() => lawyer.getOwnCopy({ caseId: first.caseId, requestId }))).toBe(
      'rule-broken/request-not-for-her',
    );
    expect(await refusal(() => lawyer.recordDataRequest({ caseId: first.caseId, request }))).toBe(
      'rule-broken/request-not-for-her',
    );
  });
});
