import { afterEach, describe, expect, it } from 'vitest';
import { officeIdSchema } from '../../../src/shared/directory/index.ts';
import { anOffice } from '../../support/an-office.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const court = anOffice({
  ...{ treatment: 'SEÑORA JUEZA DEL', name: 'Primer Juzgado de Familia de Villa Inventada' },
  ...{ address: 'Av. Los Ejemplos 100', phone: '01 000 0001', mail: 'mesa@ejemplo.pe' },
  ...{ receptionHours: 'Lunes a viernes, 8:00 a 16:45', sizeLimitMb: 20 },
});
const isNew = { id: null, version: null };

describe('the directory', () => {
  it('is empty at first, keeps an entry, and tells how it changed', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    expect((await lawyer.listOffices({})).records).toEqual([]);
    const kept = await lawyer.keepOffice({ ...isNew, form: court });
    expect(kept).toMatchObject({ ...court, isActive: true, version: 1 });
    const { id } = kept;
    const changed = await lawyer.keepOffice({
      ...{ id, version: 1 },
      form: { ...court, distanceDays: 2, address: 'Av. Los Ejemplos 200' },
    });
    expect(changed).toMatchObject({ distanceDays: 2, version: 2 });
    const { changes } = await (await centre.as('admision')).listOfficeChanges({ id });
    expect(changes).toMatchObject([
      {
        changedBy: 'Luz Inventada Legal',
        fields: [
          { field: 'address', before: 'Av. Los Ejemplos 100', after: 'Av. Los Ejemplos 200' },
          { field: 'distanceDays', before: null, after: 2 },
        ],
      },
      { isFirst: true, fields: [] },
    ]);
  });

  it('is read by kind and name', async () => {
    const centre = await startCentre();
    const social = await centre.as('social');
    await social.keepOffice({ ...isNew, form: court });
    await social.keepOffice({ ...isNew, form: { ...court, kind: 'demuna', name: 'DEMUNA Inventada' } });
    const { records } = await social.listOffices({});
    expect(records.map(({ name }) => name)).toEqual(['DEMUNA Inventada', court.name]);
  });

  it('is written by social work, the lawyer and Coordinación, and read by those who work with it', async () => {
    const centre = await startCentre();
    for (const login of ['admision', 'psico', 'promocion'] as const) {
      const client = await centre.as(login);
      expect((await client.listOffices({})).records, login).toEqual([]);
      expect(await refusal(() => client.keepOffice({ ...isNew, form: court })), login).toBe('forbidden/');
    }
    for (const login of ['soporte', 'visita'] as const) {
      const client = await centre.as(login);
      expect(await refusal(() => client.listOffices({})), login).toBe('forbidden/');
    }
  });

  it('refuses the place of a shelter at its field, in the service and in the file', async () => {
    const centre = await startCentre();
    const social = await centre.as('social');
    const shelter = { ...court, kind: 'shelterCoordination' as const, name: 'Coordinación de hogares' };
    await expect(social.keepOffice({ ...isNew, form: shelter })).rejects.toMatchObject({
      failure: { issues: [{ path: 'form.address' }, { path: 'form.districtCode' }] },
    });
    const allowed = { ...shelter, address: null, districtCode: null };
    await social.keepOffice({ ...isNew, form: allowed });
    await centre.application.close();
    await insideFile(centre.folder, (db) => {
      expect(() => db.prepare(`UPDATE office SET address = 'Jr. Inventado 1'`).run()).toThrow('CHECK');
    });
  });

  it('refuses two entries nobody could tell apart, and a change on what somebody else changed', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    const { id } = await lawyer.keepOffice({ ...isNew, form: court });
    const twin = { ...court, name: 'PRIMER JUZGADO DE FAMILIA DE VILLA INVENTADA' };
    expect(await refusal(() => lawyer.keepOffice({ ...isNew, form: twin }))).toBe('duplicate/office-twice');
    const change = (version: number) => lawyer.keepOffice({ id, version, form: twin });
    await change(1);
    expect(await refusal(() => change(1))).toBe('conflict/');
  });

  it('takes an entry out of use and back, and never erases it', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    const { id } = await lawyer.keepOffice({ ...isNew, form: court });
    const retired = await lawyer.retireOffice({ id, version: 1, isActive: false });
    expect(retired).toMatchObject({ isActive: false, version: 2, name: court.name });
    const second = await lawyer.keepOffice({ ...isNew, form: court });
    expect(second.id).not.toBe(id);
    const back = () => lawyer.retireOffice({ id, version: 2, isActive: true });
    expect(await refusal(back)).toBe('duplicate/office-twice');
    const { changes } = await lawyer.listOfficeChanges({ id });
    expect(changes[0]?.fields).toEqual([{ field: 'isActive', before: true, after: false }]);
    expect(await (await centre.as('visita')).verifyRecord({})).toMatchObject({ problems: [] });
  });

  it('knows no entry that was never kept', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    const id = officeIdSchema.parse(crypto.randomUUID());
    const target = { id, version: 1 };
    expect(await refusal(() => lawyer.keepOffice({ ...target, form: court }))).toBe('not-found/');
    expect(await refusal(() => lawyer.retireOffice({ ...target, isActive: false }))).toBe('not-found/');
    expect(await refusal(() => lawyer.listOfficeChanges({ id }))).toBe('not-found/');
  });
});
