/** Which unit of before counted a case: by the seal that stood when the unit was closed, not by that of today. */
import { createHash } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { age } from '../crash/older-centre.ts';
import { insertSealed, insideFile } from '../services/inside-file.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { closeCentres, openCentre, startCentre } from '../support/start-application.ts';

afterEach(closeCentres);

const closed = '2026-07-03T14:00:00.000Z';
/** When the seal began and ended, and whether the unit counts the case after the migration. */
const lives = [
  { sealed: null, opened: null, counted: true },
  { sealed: '2026-06-20T14:00:00.000Z', opened: null, counted: false },
  { sealed: '2026-06-20T14:00:00.000Z', opened: '2026-07-10T14:00:00.000Z', counted: false },
  { sealed: '2026-07-10T14:00:00.000Z', opened: null, counted: true },
  { sealed: '2026-06-10T14:00:00.000Z', opened: '2026-06-20T14:00:00.000Z', counted: true },
] as const;

const id = (last: number) => `8e5f7cf0-2a4e-4f44-9b4c-5d3a2b0c1d${String(last).padStart(2, '0')}`;

for (const [taken, period, view] of [
  ['by its month', '2026-06', 'coarse'],
  ['as a band, by the residual', '2026-Q2-residual', 'coarse'],
] as const) {
  it(`is told for a case counted ${taken}`, async () => {
    const centre = await startCentre();
    const cases: string[] = [];
    while (cases.length < lives.length) cases.push((await centre.aCase()).caseId);
    await centre.application.close();
    await age(centre.folder, 68);
    const units = [
      [id(1), '2026-06', period === '2026-06' ? view : 'band'],
      ...(period === '2026-06' ? [] : [[id(2), period, view]]),
    ];
    const refs = [
      ...units.map(([unit]) => ({ kind: 'frozen_report', id: String(unit) })),
      ...lives.map((_life, at) => ({ kind: 'case_seal', id: id(50 + at) })),
      ...cases.map((one) => ({ kind: 'case_file', id: one })),
      ...[id(10), id(11)].map((one) => ({ kind: 'proposal', id: one })),
    ];
    await insertSealed(
      centre.folder,
      (db) => {
        const staff = db.prepare('select id from staff_member order by id limit 2').pluck().all();
        const propose = db.prepare(`insert into proposal (id, kind, subject_kind, subject_id, payload, state,
          proposed_by, proposed_at, decided_by, decided_at, version)
          values (?, ?, 'month', '2026-06', '{}', 'approved', ?, ?, ?, ?, 1)`);
        for (const [at, kind] of ['month-closing', 'case-seal'].entries())
          propose.run(id(10 + at), kind, staff[0], closed, staff[1], closed);
        for (const [unit, name, shown] of units) {
          db.prepare(
            `insert into frozen_report (id, period, schema_version, view, cases, proposal_id, closed_by, approved_by,
              closed_at, version) values (?, ?, 1, ?, 5, ?, ?, ?, ?, 1)`,
          ).run(unit, name, shown, id(10), staff[0], staff[1], closed);
          db.prepare("insert into frozen_file values (?, 'reporte.json', 'application/json', ?, ?)").run(
            ...[unit, createHash('sha256').update('{}').digest('hex'), Buffer.from('{}')],
          );
        }
        for (const [at, life] of lives.entries()) {
          if (life.sealed === null) continue;
          db.prepare(
            `insert into case_seal (id, case_id, reason, proposal_id, sealed_at, opened_at, opened_by, opened_with,
              open_reason, version) values (?, ?, 'threat', ?, ?, ?, ?, ?, ?, 1)`,
          ).run(
            ...[id(50 + at), cases[at], id(11), life.sealed, life.opened],
            ...(life.opened === null ? [null, null, null] : [staff[0], staff[1], 'byMistake']),
          );
          db.prepare('update case_file set is_sealed = ? where id = ?').run(life.opened === null ? 1 : 0, cases[at]);
        }
      },
      refs,
    );
    const later = await openCentre(centre.folder, fixedClock('2026-07-20T14:00:00.000Z'));
    expect(await (await later.as('visita')).verifyRecord({})).toMatchObject({ problems: [] });
    await later.close();
    await insideFile(centre.folder, (db) => {
      const counted = new Set(db.prepare('select case_id from counted_case').pluck().all());
      expect(cases.map((one) => counted.has(one))).toEqual(lives.map((life) => life.counted));
    });
  });
}
