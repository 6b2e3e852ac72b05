/** Photographs and signed lists of an activity: consents, who opens a list, and that nothing of it leaves. */
import { Buffer } from 'node:buffer';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchFile } from '../../../src/renderer/platform/files.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { jpgOf, pdfOf, pngOf } from '../../support/files.ts';
import { closeCentres } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { list, photo, withActivity } from './with-activity.ts';

afterEach(closeCentres);

describe('a photograph', () => {
  it('is kept with every permission, seen by Promoción and Coordinación, and goes with its bytes when erased', async () => {
    const { centre, client, add, files } = await withActivity();
    const bytes = await jpgOf();
    expect(await refusal(() => add({ name: 'a.jpg', bytes, facts: photo({ guardianConsents: 2 }) }))).toBe('invalid/');
    expect(await refusal(() => add({ name: 'a.jpg', bytes, facts: photo({ consents: 1 }) }))).toBe('invalid/');
    const { id } = await add({ name: 'a.jpg', bytes, facts: photo() });
    expect(await refusal(() => add({ name: 'b.jpg', bytes, facts: photo() }))).toBe('duplicate/evidence-known');
    expect(
      await refusal(async () => add({ name: 'a.pdf', bytes: await pdfOf(['Lista inventada']), facts: photo() })),
    ).toBe('rule-broken/evidence-kind');
    expect(
      await refusal(async () => add({ name: 'a.jpg', bytes: await pdfOf(['Lista inventada']), facts: photo() })),
    ).toMatch(/^rule-broken\/file-/);
    const coordinator = await centre.as('coordina');
    for (const reader of [client, coordinator]) {
      const view = await reader.viewPreventionFile({ id });
      if (view.file === null) throw new Error('nothing is shown');
      expect((await fetchFile(reader, view.file)).byteLength).toBeGreaterThan(0);
      // What is seen cannot be saved, by whoever it is.
      expect(await refusal(() => reader.saveFile({ id: view.file?.id ?? '' }))).toMatch(/^not-found/);
    }
    for (const login of ['psico', 'social', 'legal', 'admision', 'soporte', 'visita'] as const)
      expect(await refusal(async () => (await centre.as(login)).viewPreventionFile({ id })), login).toMatch(
        /^forbidden/,
      );
    expect(await refusal(() => coordinator.erasePreventionFile({ id, version: 1 }))).toMatch(/^forbidden/);
    const stored = () => readdirSync(join(centre.folder, 'files'));
    expect(stored()).toHaveLength(1);
    await client.erasePreventionFile({ id, version: 1 });
    expect(await files()).toEqual([]);
    expect((await coordinator.verifyRecord({})).isSound).toBe(true);
    const again = await centre.restart();
    await again.as('coordina');
    expect(readdirSync(join(again.folder, 'files'))).toEqual([]);
  });
});

it('is refused once an activity has thirty', async () => {
  const { add } = await withActivity();
  for (let width = 1; width <= 30; width += 1)
    await add({ name: 'a.png', bytes: await pngOf(width, 2), facts: photo() });
  expect(await refusal(async () => add({ name: 'a.png', bytes: await pngOf(31, 2), facts: photo() }))).toBe(
    'rule-broken/evidence-full',
  );
});

describe('a signed list', () => {
  it('is kept and opened by who leads the activity, opened by Coordinación, each time in the audit', async () => {
    const { centre, client, add, files } = await withActivity();
    const { id } = await add({ name: 'lista.pdf', bytes: await pdfOf(['Lista inventada']), facts: list });
    expect(await files()).toMatchObject([{ id, kind: 'list', mayOpen: true }]);
    expect((await client.viewPreventionFile({ id })).shownAs).toBe('pages');
    const coordinator = await centre.as('coordina');
    expect(await files(coordinator)).toMatchObject([{ mayOpen: true }]);
    await coordinator.viewPreventionFile({ id });
    expect((await coordinator.verifyRecord({})).isSound).toBe(true);
    await centre.close();
    const [opened, told] = await insideFile(centre.folder, (db) => [
      db.prepare("select count(*) from audit_entry where action = 'prevention.fileOpened'").pluck().get(),
      db.prepare("select group_concat(detail) from audit_entry where action like 'prevention.file%'").pluck().get(),
    ]);
    expect(opened).toBe(2);
    expect(String(told)).not.toContain('lista.pdf');
  });

  it('is added by who leads the activity alone, who may open it still when another leads it', async () => {
    const { centre, client, activityId, add, files } = await withActivity('Coordina');
    const bytes = await pdfOf(['Lista inventada']);
    expect(await refusal(() => add({ name: 'lista.pdf', bytes, facts: list }))).toBe('rule-broken/evidence-not-lead');
    const [view] = (await client.readPrevention({ month: null })).activities;
    if (view === undefined) throw new Error('no activity');
    const { id, version, isActive: _active, changedOn: _on, ...form } = view.activity;
    const own = (await client.readPrevention({ month: null })).staff.find(({ fullName }) =>
      fullName.includes('Promotora'),
    );
    const mine = await client.keepPreventionActivity({
      id,
      version,
      form: { ...form, leadStaff: own?.id ?? form.leadStaff },
    });
    const fileId = crypto.randomUUID();
    await client.sendPreventionPiece({ fileId, offset: 0, base64: Buffer.from(bytes).toString('base64') });
    const added = await client.addPreventionFile({ activityId, fileId, fileName: 'lista.pdf', facts: list });
    // It was hers and stays so; another leads it now.
    await client.keepPreventionActivity({ id, version: mine.version, form });
    expect(await files(client)).toMatchObject([{ mayOpen: true }]);
    expect((await (await centre.as('coordina')).viewPreventionFile({ id: added.id })).shownAs).toBe('pages');
  });

  it('is not opened by who makes herself the lead of its activity later', async () => {
    const { centre, add } = await withActivity();
    const { id: list1 } = await add({ name: 'lista.pdf', bytes: await pdfOf(['Lista inventada']), facts: list });
    await centre.close();
    // Another promoter kept it, and led then.
    await insideFile(centre.folder, (db) =>
      db.exec("update prevention_file set added_by = (select id from staff_member where login = 'legal')"),
    );
    const again = await centre.restart();
    const other = await again.as('promocion');
    const [view] = (await other.readPrevention({ month: null })).activities;
    expect(view).toMatchObject({ isLead: true, files: [{ mayOpen: false }] });
    expect(await refusal(() => other.viewPreventionFile({ id: list1 }))).toBe('not-found/');
    expect(await refusal(() => other.erasePreventionFile({ id: list1, version: 1 }))).toBe('not-found/');
  });

  it('is not kept of an activity that is to come', async () => {
    const { client, add } = await withActivity();
    const [view] = (await client.readPrevention({ month: null })).activities;
    if (view === undefined) throw new Error('no activity');
    const { id, version, isActive: _active, changedOn: _on, ...form } = view.activity;
    await client.keepPreventionActivity({ id, version, form: { ...form, heldOn: '2026-06-20' as CivilDate } });
    expect(
      await refusal(async () => add({ name: 'lista.pdf', bytes: await pdfOf(['Lista inventada']), facts: list })),
    ).toBe('rule-broken/evidence-in-future');
  });
});
