/** The pack of an inspector on a real record: what it counts, who lets it out, and nobody of any case in it. */
import { afterEach, describe, expect, it } from 'vitest';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { closeCentres, passphrase, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { names, never, plantedCase } from '../subject/planted.ts';

afterEach(closeCentres);

const period = { from: '2026-06-01', to: '2026-06-10' };
const again = { password: passphrase };

async function pages(centre: TestCentre, login: Login): Promise<string> {
  const client = await centre.as(login);
  return textOf(await bytesOf(client, (await client.showInspection({ period })).file));
}

/** Every text of every table of the record that no member of the staff, place or law gave. */
async function textsOf(centre: TestCentre): Promise<string[]> {
  const texts = new Set<string>();
  await centre.close();
  await insideFile(centre.folder, (db) => {
    for (const table of [
      'person',
      'incident_account',
      'attention',
      'plan_step',
      'consent',
      'data_request',
      'case_file',
    ]) {
      for (const row of db.prepare(`select * from ${table}`).all() as Record<string, unknown>[])
        for (const value of Object.values(row))
          if (typeof value === 'string' && / |^\d{8}$/.test(value)) texts.add(value);
    }
  });
  return [...texts];
}

describe('the pack of an inspector', () => {
  it('names nobody of a case planted in every field, and no ficha', async () => {
    const centre = await startCentre();
    const { caseId, number } = await plantedCase(centre);
    const lawyer = await centre.as('legal');
    const request = { asker: 'herself', representedBy: null, identity: 'document', identityWords: null } as const;
    await lawyer.recordDataRequest({
      caseId,
      request: { ...request, on: '2026-06-10', right: 'access', words: 'Pide lo de Zoila' },
    });
    const incident = { on: '2026-06-09', time: '16:40', words: 'Zoila Testimonia perdió un papel' };
    await lawyer.recordDataIncident({ incident });
    const text = await pages(centre, 'visita');
    const staffOnly = [
      ...never,
      ...names.filter((one) => !one.endsWith('Inventada')),
      'Rosa Inventada',
      'Quispe',
      'Condori',
      number,
      caseId,
    ];
    expect(staffOnly.filter((one) => text.includes(one))).toEqual([]);
    const texts = await textsOf(centre);
    expect(texts.length).toBeGreaterThan(12);
    expect(texts.filter((one) => text.includes(one))).toEqual([]);
  });

  it('says who may what, who opened how much, what happened to the record and that it is proven', async () => {
    const centre = await startCentre();
    await centre.aCase();
    const text = await pages(centre, 'coordina');
    for (const words of [
      ...['Paquete de auditoría', 'Del 01/06/2026 al 10/06/2026', 'Luz Inventada Legal', 'Cerrar un mes', 'BORRADOR'],
      ...['Registró a una persona del personal', 'No coinciden', 'Código de la última'],
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/\d+-[A-Z0-9]{10}/);
    // The lawyer was given the case and never opened it; psychology did.
    expect(text).toMatch(/Paula Inventada Psicóloga Psicología \d+ \d+/);
  });

  it('leaves with a second person at the same computer, and with nobody else', async () => {
    const centre = await startCentre();
    const auditor = await centre.as('visita');
    const release = (login: string, password: string = passphrase) =>
      auditor.releaseInspection({ period, second: { login, password }, way: 'save', printer: null }, again);
    expect(await refusal(() => release('visita'))).toBe('rule-broken/second-person');
    expect(await refusal(() => release('soporte'))).toBe('rule-broken/second-person');
    const { file, number } = await release('coordina');
    if (file === null) throw new Error('nothing was handed back');
    const text = textOf(await bytesOf(auditor, file));
    expect(text).toContain('Aurelia Inventada Auditora con Carmen Inventada Coordina');
    expect(number).toBe('CEM-2026-000001');
    const { lines } = await (
      await centre.as('coordina')
    ).readPrintRegister({ from: null, to: null, state: null, way: null });
    const told = { recipient: 'Quien inspecciona', caseId: null };
    expect(lines).toMatchObject([told, told]);
    expect(await refusal(() => release('coordina', 'no es esta frase'))).toBe('wrong-secret/second-wrong');
  });

  it('is refused to everybody else', async () => {
    const centre = await startCentre();
    for (const login of ['admision', 'psico', 'social', 'legal', 'promocion', 'soporte'] as const) {
      const client = await centre.as(login);
      expect(await refusal(() => client.showInspection({ period })), login).toBe('forbidden/');
    }
  });
});
