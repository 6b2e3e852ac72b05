/** The words of the letters, changed in «Tablas y reglas»: what is refused, what a letter keeps, and what stops. */
import { afterEach, describe, expect, it } from 'vitest';
import { blankConsent } from '../../../src/shared/care/index.ts';
import {
  letterId,
  referralRules,
  shippedLetter,
  type LetterValue,
  type ReferralKind,
} from '../../../src/shared/referrals/index.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { someAnswers } from '../../support/referral-facts.ts';
import { approveRules } from '../../support/second-eye.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const kind = 'social-programme' satisfies ReferralKind;
const { value } = shippedLetter(kind);

type Client = Awaited<ReturnType<TestCentre['as']>>;

function put(
  client: Client,
  more: Partial<LetterValue>,
  given: { seen?: number; validFrom?: string; validTo?: string } = {},
) {
  const { seen = 1, validFrom = '2026-01-01', validTo = null } = given;
  return client.changeRule({
    ...{ tableId: 'referral-template', rowId: letterId(kind), seenVersions: seen },
    change: {
      ...{ value: { ...value, ...more }, validFrom, validTo },
      ...{ source: 'Oficio inventado', confirmation: 'toConfirm', note: null, replaces: null },
    },
  });
}

async function aCaseWithConsent() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const psychologist = await centre.as('psico');
  const consent = {
    ...blankConsent,
    scope: 'referral',
    form: 'spoken',
    receivers: [],
    reason: null,
    purposes: [kind, 'sis'],
  } as const;
  await psychologist.recordConsent({ caseId, consent: { ...consent, purposes: [...consent.purposes], receivers: [] } });
  return { centre, caseId };
}

async function aLetter(client: Client, caseId: string) {
  const { options, post } = await client.startReferral({ caseId, kind });
  const { document } = await client.issueReferral({
    caseId,
    kind,
    options: {
      ...options,
      receiver: { post, establishment: 'Institución Inventada', authorityId: null },
      services: referralRules[kind].services.slice(0, 1),
      answers: someAnswers(kind),
    },
  });
  const read = async (by: Client) => {
    const { file } = await by.viewDocument({ caseId, documentId: document.id });
    return textOf(await bytesOf(by, file));
  };
  return { document, read };
}

const changed = {
  title: 'CARTA DE PRESENTACIÓN INVENTADA',
  post: 'Gerencia inventada',
  text: value.text
    .replace('= Documento: {{ persona.documento }}\n', '')
    .replace('# Se solicita', '# Pedido inventado')
    .replace('No entregar copia a terceros.', 'La envía {{ centro.nombre }}.'),
};

describe('the words of a letter', () => {
  it('are refused at their field and line, and kept by whoever changes the tables', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const broken = put(coordinator, { text: `${value.text}\n\n{{ persona.telefono }}` });
    await expect(broken).rejects.toMatchObject({
      failure: {
        issues: [
          {
            path: 'change.value.text',
            message: expect.stringMatching(/^Línea \d+: .*persona\.telefono/) as string,
          },
        ],
      },
    });
    await expect(put(coordinator, { title: ' ' })).rejects.toMatchObject({
      failure: { issues: [{ path: 'change.value.title' }] },
    });
    expect(await refusal(() => put(coordinator, { ...shippedLetter('sis').value }))).toBe(
      'rule-broken/rule-part-fixed',
    );
    for (const login of ['psico', 'social', 'admision', 'visita'] as const) {
      const client = await centre.as(login);
      expect(await refusal(() => put(client, changed)), login).toBe('forbidden/');
    }
    expect(await put(coordinator, changed)).toMatchObject({ version: 2, isWaiting: true });
    const { tables } = await coordinator.listRuleTables({});
    expect(tables.find(({ tableId }) => tableId === 'referral-template')).toMatchObject({ rows: 18, toConfirm: 18 });
  });

  it('stop their own letter while no version of them counts, and no other', async () => {
    const { centre, caseId } = await aCaseWithConsent();
    await put(await centre.as('coordina'), {}, { validTo: '2026-06-09' });
    // Until the second person approved it, the words of before go on.
    expect(await refusal(async () => (await centre.as('psico')).startReferral({ caseId, kind }))).toBe('none');
    await approveRules(centre);
    const psychologist = await centre.as('psico');
    const start = (other: ReferralKind) => refusal(() => psychologist.startReferral({ caseId, kind: other }));
    expect(await start(kind)).toBe('rule-broken/referral-template-missing');
    expect(await start('sis')).toBe('none');
  });

  it('are those of the day of the letter: a letter that went out stays as it was', async () => {
    const { centre, caseId } = await aCaseWithConsent();
    const before = await aLetter(await centre.as('psico'), caseId);
    const old = await before.read(await centre.as('psico'));
    expect(old).toContain(value.title);
    await put(await centre.as('coordina'), { title: 'CARTA DE MAÑANA' }, { validFrom: '2030-01-01' });
    await put(await centre.as('coordina'), changed, { seen: 2 });
    await approveRules(centre);
    const psychologist = await centre.as('psico');
    const after = await aLetter(psychologist, caseId);
    const words = await after.read(psychologist);
    for (const part of [changed.title, changed.post, 'Pedido inventado', 'La envía ']) expect(words).toContain(part);
    const [letter = ''] = words.split('FICHA DE CONTRARREFERENCIA');
    expect(letter).not.toMatch(/Documento|CARTA DE MAÑANA|Se solicita/);
    expect(await before.read(psychologist)).toBe(old);
  });

  it('that no longer pass the check stop their own kind alone, and are mended where they stand', async () => {
    const { centre, caseId } = await aCaseWithConsent();
    await put(await centre.as('legal'), changed);
    await approveRules(centre);
    await centre.application.close();
    // As a program would find it that gave up a fact the centre had put into its text.
    await insideFile(centre.folder, (db) => {
      db.exec('DROP TRIGGER rule_row_is_final');
      db.prepare(`UPDATE rule_row SET value = replace(value, 'La envía {{ centro.nombre', '{{ dato.retirado')`).run();
    });
    const again = await centre.restart();
    const psychologist = await again.as('psico');
    expect(await refusal(() => psychologist.startReferral({ caseId, kind }))).toBe(
      'rule-broken/referral-template-unsound',
    );
    expect(await refusal(() => psychologist.startReferral({ caseId, kind: 'sis' }))).toBe('none');
    expect(await refusal(() => psychologist.suggestReferrals({ caseId }))).toBe('none');
    const lawyer = await again.as('legal');
    const { versions } = await lawyer.listRules({ tableId: 'referral-template' });
    expect(versions.filter(({ isSound }) => !isSound).map(({ rowId }) => rowId)).toEqual([letterId(kind)]);
    await put(lawyer, changed, { seen: 2 });
    await approveRules(again);
    expect(await refusal(async () => (await again.as('psico')).startReferral({ caseId, kind }))).toBe('none');
  });
});
