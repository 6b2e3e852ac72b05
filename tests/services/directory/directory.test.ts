import { afterEach, describe, expect, it } from 'vitest';
import type { AuthorityForm } from '../../../src/shared/directory/index.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const court: AuthorityForm = {
  kind: 'familyCourt',
  treatment: 'SEÑORA JUEZA DEL',
  office: 'Primer Juzgado de Familia de Villa Inventada',
  districtCode: '150132',
  address: 'Av. Los Ejemplos 100',
  phone: '01 000 0001',
  mail: 'mesa@ejemplo.pe',
  receptionHours: 'Lunes a viernes, 8:00 a 16:45',
  distanceDays: null,
  sizeLimitMb: 20,
  takesOneFile: false,
  fileNamePattern: null,
  isComplementary: false,
};
const isNew = { authorityId: null, version: null };

describe('the directory of authorities', () => {
  it('is empty at first, keeps an entry, and tells how it changed', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    expect((await lawyer.listAuthorities({ kinds: null })).authorities).toEqual([]);
    const kept = await lawyer.keepAuthority({ ...isNew, authority: court });
    expect(kept).toMatchObject({ ...court, isActive: true, version: 1 });
    const { authorityId } = kept;
    const changed = await lawyer.keepAuthority({
      ...{ authorityId, version: 1 },
      authority: { ...court, distanceDays: 2, address: 'Av. Los Ejemplos 200' },
    });
    expect(changed).toMatchObject({ distanceDays: 2, version: 2 });
    const { changes } = await (await centre.as('admision')).listAuthorityChanges({ authorityId });
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

  it('answers the kinds that were asked for', async () => {
    const centre = await startCentre();
    const social = await centre.as('social');
    await social.keepAuthority({ ...isNew, authority: court });
    await social.keepAuthority({ ...isNew, authority: { ...court, kind: 'demuna', office: 'DEMUNA Inventada' } });
    const { authorities } = await social.listAuthorities({ kinds: ['demuna', 'school'] });
    expect(authorities.map(({ office }) => office)).toEqual(['DEMUNA Inventada']);
  });

  it('is written by social work, the lawyer and Coordinación, and read by those who work with it', async () => {
    const centre = await startCentre();
    for (const login of ['admision', 'psico', 'promocion'] as const) {
      const client = await centre.as(login);
      expect((await client.listAuthorities({ kinds: null })).authorities, login).toEqual([]);
      expect(await refusal(() => client.keepAuthority({ ...isNew, authority: court })), login).toBe('forbidden/');
    }
    for (const login of ['soporte', 'visita'] as const) {
      const client = await centre.as(login);
      expect(await refusal(() => client.listAuthorities({ kinds: null })), login).toBe('forbidden/');
    }
  });

  it('refuses the place of a shelter at its field, in the service and in the file', async () => {
    const centre = await startCentre();
    const social = await centre.as('social');
    const shelter = { ...court, kind: 'shelterCoordination' as const, office: 'Coordinación de hogares' };
    await expect(social.keepAuthority({ ...isNew, authority: shelter })).rejects.toMatchObject({
      failure: { issues: [{ path: 'authority.address' }, { path: 'authority.districtCode' }] },
    });
    const allowed = { ...shelter, address: null, districtCode: null };
    await social.keepAuthority({ ...isNew, authority: allowed });
    await centre.application.close();
    await insideFile(centre.folder, (db) => {
      expect(() => db.prepare(`UPDATE authority SET address = 'Jr. Inventado 1'`).run()).toThrow('CHECK');
    });
  });

  it('refuses two entries nobody could tell apart, and a change on what somebody else changed', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    const { authorityId } = await lawyer.keepAuthority({ ...isNew, authority: court });
    const twin = { ...court, office: 'PRIMER JUZGADO DE FAMILIA DE VILLA INVENTADA' };
    expect(await refusal(() => lawyer.keepAuthority({ ...isNew, authority: twin }))).toBe('duplicate/authority-twice');
    const change = (version: number) => lawyer.keepAuthority({ authorityId, version, authority: twin });
    await change(1);
    expect(await refusal(() => change(1))).toBe('conflict/');
  });

  it('takes an entry out of use and back, and never erases it', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    const { authorityId } = await lawyer.keepAuthority({ ...isNew, authority: court });
    const retired = await lawyer.retireAuthority({ authorityId, version: 1, isActive: false });
    expect(retired).toMatchObject({ isActive: false, version: 2, office: court.office });
    const second = await lawyer.keepAuthority({ ...isNew, authority: court });
    expect(second.authorityId).not.toBe(authorityId);
    const back = () => lawyer.retireAuthority({ authorityId, version: 2, isActive: true });
    expect(await refusal(back)).toBe('duplicate/authority-twice');
    const { changes } = await lawyer.listAuthorityChanges({ authorityId });
    expect(changes[0]?.fields).toEqual([{ field: 'isActive', before: true, after: false }]);
  });
});
