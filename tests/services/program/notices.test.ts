import { afterEach, describe, expect, it } from 'vitest';
import { version } from '../../../src/main/application.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

describe('«Acerca de»', () => {
  it('tells anybody who signed in the version, every part and the text of its licence', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    const told = await desk.listNotices({});
    expect(told.version).toBe(version);
    expect(told.parts.length).toBeGreaterThan(60);
    expect(Object.keys(told.parts[0] ?? {}).sort()).toEqual(['licence', 'name', 'places', 'version']);
    for (const { name, version: of } of told.parts.filter(({ name: one }) => /electron|sharp-win32/.test(one))) {
      const { texts } = await desk.readNotice({ name, version: of });
      expect(texts.join('\n').length).toBeGreaterThan(500);
    }
  });

  it('knows no other part', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    expect(await refusal(() => desk.readNotice({ name: 'inventada', version: '1.0.0' }))).toBe('not-found/');
    expect(await refusal(() => desk.readNotice({ name: 'react', version: '0.0.1' }))).toBe('not-found/');
  });
});
