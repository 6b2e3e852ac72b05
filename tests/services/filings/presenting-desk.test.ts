/** From the directory to the writ and to its presentation: the limit is that of the court it goes to. */
import { afterEach, describe, expect, it } from 'vitest';
import type { AuthorityForm } from '../../../src/shared/directory/index.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';

afterEach(closeCentres);

const blank = { treatment: null, address: null, phone: null, mail: null, receptionHours: null, distanceDays: null };

function court(more: Partial<AuthorityForm> = {}): AuthorityForm {
  const family = { kind: 'familyCourt', office: 'Juzgado de Familia', districtCode: '150132' } as const;
  return { ...blank, ...family, sizeLimitMb: 20, isComplementary: false, ...more };
}

async function started() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  return { centre, caseId, lawyer: await centre.as('legal') };
}

async function keep(client: Client<Contract>, authority: AuthorityForm): Promise<string> {
  const kept = await client.keepAuthority({ authorityId: null, version: null, authority });
  return kept.authorityId;
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
  const { desk, limitMb, instance, deskMatch } = line!;
  expect(waiting).toMatchObject({ desk, limitMb, instance, deskMatch });
  return { limitMb, instance, deskMatch };
}

const villa = 'del Juzgado de Familia de San Juan de Lurigancho';
const unknown = { limitMb: null, instance: null, deskMatch: 'none' };

describe('the desk of a writ', () => {
  it('is that of its district, not another of the same name nor one whose name it begins with', async () => {
    const { caseId, lawyer: client } = await started();
    await keep(client, court({ districtCode: '150101', sizeLimitMb: 500 }));
    await keep(client, court({ kind: 'policeStation', office: 'Juzgado', districtCode: null, sizeLimitMb: 300 }));
    await keep(client, court());
    const found = await deskOf({ client, caseId }, villa);
    expect(found).toEqual({ limitMb: 20, instance: 'court', deskMatch: 'one' });
    expect(await deskOf({ client, caseId }, 'del Juzgado de Familia de Comas')).toEqual(unknown);
  });

  it('is the entry it was chosen from while its words stand, whatever else bears the name', async () => {
    const { caseId, lawyer: client } = await started();
    await keep(client, court({ kind: 'criminalCourt', sizeLimitMb: 5 }));
    const chosen = await keep(client, court({ sizeLimitMb: 40 }));
    const found = await deskOf({ client, caseId }, villa, chosen);
    expect(found).toEqual({ limitMb: 40, instance: 'court', deskMatch: 'one' });
    expect(await deskOf({ client, caseId }, 'de la Fiscalía de Comas', chosen)).toEqual(unknown);
  });

  it('that may be several has the smallest of their limits', async () => {
    const { caseId, lawyer: client } = await started();
    await keep(client, court({ sizeLimitMb: 30 }));
    await keep(client, court({ districtCode: '150101', sizeLimitMb: 8 }));
    const found = await deskOf({ client, caseId }, 'del Juzgado de Familia');
    expect(found).toEqual({ limitMb: 8, instance: 'court', deskMatch: 'several' });
    const prosecutor = court({ kind: 'familyProsecutor', office: 'Mesa de Partes', districtCode: '150101' });
    await keep(client, prosecutor);
    await keep(client, { ...prosecutor, kind: 'policeStation', districtCode: '150132', sizeLimitMb: null });
    const unsure = await deskOf({ client, caseId }, 'de la Mesa de Partes');
    expect(unsure).toEqual({ limitMb: 20, instance: null, deskMatch: 'several' });
  });

  it('is none that is out of use', async () => {
    const { caseId, lawyer: client } = await started();
    const authorityId = await keep(client, court());
    await client.retireAuthority({ authorityId: authorityId, version: 1, isActive: false });
    expect(await deskOf({ client, caseId }, villa, authorityId)).toEqual(unknown);
  });
});
