import { afterEach, describe, expect, it } from 'vitest';
import { sectionBForm } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

async function verdictOf(centre: TestCentre) {
  return (await centre.as('coordina')).verifyRecord({});
}

describe('verification of the record', () => {
  it('finds nothing in a sound record and names the head', async () => {
    const centre = await startCentre();
    await centre.aCase();
    const verdict = await verdictOf(centre);
    expect(verdict).toMatchObject({ isSound: true, problems: [] });
    expect(verdict.head.seq).toBe(verdict.entries);
    expect(verdict.head.seal).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(verdict.records).toBeGreaterThan(10);
  });

  it.each([
    ['an action', "update audit_entry set action = 'case.read' where seq = 12"],
    ['who did it', 'update audit_entry set staff_id = null where seq = 12'],
    ['an object', "update audit_object set object_id = 'x' where seq = 2 and position = 0"],
  ])('finds %s edited with the right key', async (_what, change) => {
    const centre = await startCentre();
    await centre.aCase();
    await centre.application.close();
    await insideFile(centre.folder, (db) => {
      db.exec('drop trigger audit_entry_no_update; drop trigger audit_object_no_update;');
      expect(db.prepare(change).run().changes).toBe(1);
    });
    const verdict = await verdictOf(await centre.restart());
    expect(verdict.isSound).toBe(false);
    expect(verdict.problems[0]).toBe('La bitácora fue cambiada o le falta una parte.');
  });

  it('stops at one old row put back: before the case is shown, and in the verification', async () => {
    const centre = await startCentre();
    const { caseId, number } = await centre.aCase();
    await centre.application.close();
    const old = await insideFile(centre.folder, (db) =>
      db.prepare('select version, valuation_level from section_b where case_id = ?').get(caseId),
    );
    const later = await centre.restart();
    const psychologist = await later.as('psico');
    const b = await psychologist.getSectionB({ caseId });
    await psychologist.saveSectionB({
      caseId,
      version: b.version,
      form: sectionBForm({ answers: { valuationLevel: 3 } }),
      reason: { code: 'typing', text: null },
    });
    expect((await verdictOf(later)).isSound).toBe(true);
    await later.application.close();
    await insideFile(later.folder, (db) =>
      db
        .prepare('update section_b set version = @version, valuation_level = @valuation_level where case_id = @caseId')
        .run({
          ...(old as object),
          caseId,
        }),
    );
    const after = await later.restart();
    const reader = await after.as('psico');
    expect(await refusal(() => reader.getSectionB({ caseId }))).toBe('damaged/record-seal');
    expect(await refusal(() => reader.getCase({ caseId }))).toBe('damaged/record-seal');
    const verdict = await verdictOf(after);
    expect(verdict.problems).toEqual(['Sección B: no coincide con su sello.']);
    expect(number).toMatch(/^2026-/);
  });

  it('finds a record that was taken out', async () => {
    const centre = await startCentre();
    await centre.aCase();
    await centre.application.close();
    await insideFile(centre.folder, (db) => db.prepare('delete from case_grant').run());
    expect((await verdictOf(await centre.restart())).problems.length).toBeGreaterThan(0);
  });
});

describe('pages of the audit', () => {
  it('show each person the own entries, with the number of the case and no name of a person in it', async () => {
    const centre = await startCentre();
    const { number } = await centre.aCase();
    const { lines } = await (await centre.as('psico')).listOwnAudit({ before: null });
    expect(new Set(lines.map((line) => line.staffName))).toEqual(new Set(['Paula Inventada Psicóloga']));
    expect(lines.find((line) => line.action === 'case.validated')).toMatchObject({
      objectKind: 'case_file',
      objectNumber: number,
    });
    expect(JSON.stringify(lines)).not.toMatch(/Quispe|Condori|Rosa/);
  });

  it('show coordination the others, support the copies, the auditor all', async () => {
    const centre = await startCentre();
    await centre.aCase();
    await (await centre.as('coordina')).listMonths({});
    const read = async (login: 'coordina' | 'soporte' | 'visita') =>
      (await (await centre.as(login)).listAudit({ before: null })).lines;
    expect((await read('coordina')).some((line) => line.staffName === 'Carmen Inventada Coordina')).toBe(false);
    expect((await read('coordina')).length).toBeGreaterThan(5);
    expect(await read('soporte')).toEqual([]);
    expect((await read('visita')).some((line) => line.action === 'report.listed')).toBe(true);
    const psychologist = await centre.as('psico');
    expect(await refusal(() => psychologist.listAudit({ before: null }))).toMatch(/^forbidden/);
  });

  it('go back page by page without gap or repetition', async () => {
    const centre = await startCentre();
    for (let count = 0; count < 4; count += 1)
      await centre.aCase({ user: { document: { kind: 'dni', state: 'known', number: `1000000${count}` } } });
    const auditor = await centre.as('visita');
    const seen: number[] = [];
    for (let before: number | null = null; ;) {
      const { lines }: { lines: { seq: number }[] } = await auditor.listAudit({ before });
      seen.push(...lines.map((line) => line.seq));
      before = lines.at(-1)?.seq ?? null;
      if (before === null || before === 1) break;
    }
    const oldest = seen.at(-1) ?? 0;
    expect(oldest).toBe(1);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen[0]).toBe(seen.length);
  });

  it('say that somebody was refused', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    expect(await refusal(() => desk.listMonths({}))).toMatch(/^forbidden/);
    const { lines } = await (await centre.as('visita')).listAudit({ before: null });
    expect(lines.find((line) => line.action === 'report.listed')).toMatchObject({ outcome: 'denied' });
  });
});
