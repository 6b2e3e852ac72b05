/** From the directory to the writ and to its presentation: the limit is that of the court it goes to. */
import { afterEach, describe, expect, it } from 'vitest';
import type { OfficeForm } from '../../../src/shared/directory/index.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { fetchFile } from '../../../src/renderer/platform/files.ts';
import { jpgOf } from '../../support/files.ts';
import { addFile } from '../../support/send-file.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { failureOf, refusal } from '../refusal.ts';
import { anOffice } from '../../support/an-office.ts';

afterEach(closeCentres);

function court(more: Partial<OfficeForm> = {}): OfficeForm {
  return anOffice({ name: 'Juzgado de Familia', sizeLimitMb: 20, ...more });
}

async function started() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  return { centre, caseId, lawyer: await centre.as('legal') };
}

async function keep(client: Client<Contract>, authority: OfficeForm): Promise<string> {
  const kept = await client.keepOffice({ id: null, version: null, form: authority });
  return kept.id;
}

type At = { readonly client: Client<Contract>; readonly caseId: string };

/** Where the screen says that a writ addressed so is left. */
async function deskOf({ client, caseId }: At, office: string, authorityId: string | null = null) {
  const { options } = await client.startFiling({ caseId, kind: 4 });
  const addressee = { treatment: 'Señora Jueza', office, authorityId: authorityId as never };
  const asked = { caseId, kind: 4, options: { ...options, addressee }, missingReason: 'urgency' } as const;
  const { document } = await client.issueFiling(asked);
  const { filings } = await client.listPresenting({ caseId });
  const line = filings.find(({ documentId }) => documentId === document.id);
  const waiting = (await client.listToPresent({})).filings.find(({ filingId }) => filingId === line?.filingId);
  const { desk, limitMb, instance, hours, deskMatch } = line!;
  expect(waiting).toMatchObject({ desk, limitMb, instance, hours, deskMatch });
  return { limitMb, instance, hours, deskMatch };
}

const villa = 'del Juzgado de Familia de San Juan de Lurigancho';
const unknown = { limitMb: null, instance: null, hours: null, deskMatch: 'none' };
const hours = 'Lunes a viernes de 8:00 a 16:45';

describe('the desk of a writ', () => {
  it('is that of its district, not another of the same name nor one whose name it begins with', async () => {
    const { caseId, lawyer: client } = await started();
    await keep(client, court({ districtCode: '150101', sizeLimitMb: 500 }));
    await keep(client, court({ kind: 'policeStation', name: 'Juzgado', districtCode: null, sizeLimitMb: 300 }));
    await keep(client, court({ receptionHours: hours }));
    const found = await deskOf({ client, caseId }, villa);
    expect(found).toEqual({ limitMb: 20, instance: 'court', hours, deskMatch: 'one' });
    expect(await deskOf({ client, caseId }, 'del Juzgado de Familia de Comas')).toEqual(unknown);
  });

  it('is the entry it was chosen from while its words stand, whatever else bears the name', async () => {
    const { caseId, lawyer: client } = await started();
    await keep(client, court({ kind: 'criminalCourt', sizeLimitMb: 5 }));
    const chosen = await keep(client, court({ sizeLimitMb: 40 }));
    const found = await deskOf({ client, caseId }, villa, chosen);
    expect(found).toEqual({ limitMb: 40, instance: 'court', hours: null, deskMatch: 'one' });
    expect(await deskOf({ client, caseId }, 'de la Fiscalía de Comas', chosen)).toEqual(unknown);
  });

  it('that may be several has the smallest of their limits', async () => {
    const { caseId, lawyer: client } = await started();
    await keep(client, court({ sizeLimitMb: 30, receptionHours: hours }));
    await keep(client, court({ districtCode: '150101', sizeLimitMb: 8 }));
    const found = await deskOf({ client, caseId }, 'del Juzgado de Familia');
    expect(found).toEqual({ limitMb: 8, instance: 'court', hours: null, deskMatch: 'several' });
    const prosecutor = court({ kind: 'familyProsecutor', name: 'Mesa de Partes', districtCode: '150101' });
    await keep(client, prosecutor);
    await keep(client, { ...prosecutor, kind: 'policeStation', districtCode: '150132', sizeLimitMb: null });
    const unsure = await deskOf({ client, caseId }, 'de la Mesa de Partes');
    expect(unsure).toEqual({ limitMb: 20, instance: null, hours: null, deskMatch: 'several' });
  });

  it('is none that is out of use', async () => {
    const { caseId, lawyer: client } = await started();
    const authorityId = await keep(client, court());
    await client.retireOffice({ id: authorityId, version: 1, isActive: false });
    expect(await deskOf({ client, caseId }, villa, authorityId)).toEqual(unknown);
  });
});

describe('an electronic desk', () => {
  async function withAnnexes(row: Partial<OfficeForm>) {
    const { caseId, lawyer: client } = await started();
    await keep(client, court({ takesOneFile: true, sizeLimitMb: 1, ...row }));
    const { options } = await client.startFiling({ caseId, kind: 4 });
    const addressee = { treatment: 'Señora Jueza', office: villa, authorityId: null };
    const filled = { ...options, addressee, courtFileNumber: '01234-2026-0-1001-JR-FT-02' };
    await client.issueFiling({ caseId, kind: 4, options: filled, missingReason: 'urgency' });
    const [line] = (await client.listPresenting({ caseId })).filings;
    const annexes = [];
    for (const [at, width] of [600, 1500, 700].entries()) {
      const bytes = await jpgOf({ width, height: 1000 + at });
      const { attachment } = await addFile(client, caseId, { name: `foto-${at}.jpg`, bytes });
      annexes.push({ attachmentId: attachment.id, title: `Fotografía ${at + 1}` });
    }
    const filingId = line!.filingId;
    return { client, caseId, line: line!, annexes, ask: { caseId, filingId, annexes, limitMb: null, reduces: false } };
  }

  it('is refused what is too large, with how much it is and the annex that weighs most, and nothing is kept', async () => {
    const { client, caseId, line, ask } = await withAnnexes({});
    expect(line).toMatchObject({ takesOneFile: true, limitMb: 1 });
    const failure = await failureOf(() => client.assembleFiling(ask));
    expect(failure).toMatchObject({ code: 'rule-broken', reason: 'bundle-over-limit' });
    expect(failure?.issues).toHaveLength(1);
    expect(failure?.issues[0]?.path).toBe('annexes.1.title');
    const words =
      /^El PDF pesa \d+\.\d MB y esta mesa de partes recibe uno solo de hasta 1\.0 MB\. Este es el anexo que más pesa: \d+\.\d MB\./;
    expect(failure?.issues[0]?.message).toMatch(words);
    // Typing a larger size does not make the desk take more.
    expect(await refusal(() => client.assembleFiling({ ...ask, limitMb: 100 }))).toBe('rule-broken/bundle-over-limit');
    const alone = { ...ask, annexes: [], limitMb: 0.001 };
    const own = await failureOf(() => client.assembleFiling(alone));
    expect(own?.issues).toMatchObject([{ path: 'limitMb', message: expect.stringContaining('El PDF pesa') as string }]);
    expect(own?.issues[0]?.message).not.toContain('anexo');
    expect((await client.listPresenting({ caseId })).filings).toHaveLength(1);
  });

  it('gets one PDF with the name that its row says', async () => {
    const row = { sizeLimitMb: 20, fileNamePattern: 'exp-{expediente}-escrito-{escrito}-{fecha}' };
    const { client, caseId, ask } = await withAnnexes(row);
    const made = await client.assembleFiling(ask);
    expect(made.parts).toHaveLength(1);
    const name = /^exp-01234-2026-0-1001-jr-ft-02-escrito-1-\d\d-\d\d-2026\.pdf$/;
    expect(made.parts[0]?.file.name).toMatch(name);
    expect((await fetchFile(client, made.parts[0]!.file)).byteLength).toBe(made.parts[0]?.size);
    const bundle = { caseId, bundleId: made.bundleId, way: 'save', recipient: 'Mesa de partes' } as const;
    expect((await client.releaseBundle(bundle)).files[0]?.name).toMatch(name);
  });

  it.each(['escrito', 'MAYUSCULAS-{escrito}', '{nombre}-{escrito}', 'a/b-{escrito}', '{escrito}.pdf'])(
    'takes no pattern like %j',
    async (fileNamePattern) => {
      const { lawyer: client } = await started();
      expect(await refusal(() => keep(client, court({ fileNamePattern })))).toBe('invalid/');
    },
  );
});
