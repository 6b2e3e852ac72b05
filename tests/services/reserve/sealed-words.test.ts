/** Words of a ficha reservada stand under its own key: nobody who holds only that of the record reads them (D36, TM4). */
import { afterEach, describe, expect, it } from 'vitest';
import { wordColumns } from '../../../src/main/word-columns.ts';
import { openKey, openKeyByPaper, type KeyRow } from '../../../src/main/reserve/case-keys.ts';
import { decodeRecoveryKey } from '../../../src/main/platform/crypto/recovery-key.ts';
import { queriesOf } from '../../../src/main/platform/storage/migrate.ts';
import type { Database } from '../../../src/main/platform/storage/open-database.ts';
import type { PlatformTables } from '../../../src/main/platform/storage/platform-tables.ts';
import { readKeyring, unlockSlot } from '../../../src/main/platform/storage/keyring.ts';
import { handedOn } from '../../../src/main/platform/storage/rows.ts';
import {
  cheapKdfPolicy,
  closeCentres,
  passphrase,
  recoveryKeyOnPaper,
  staff,
  startCentre,
  type Login,
  type TestCentre,
} from '../../support/start-application.ts';
import { again } from '../access/people.ts';
import { admission, aUser } from '../../support/case-builder.ts';
import { blankUser } from '../../../src/shared/people/index.ts';
import { addFile } from '../../support/send-file.ts';
import { pngOf } from '../../support/files.ts';
import { aWrit } from '../papers/every-file.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { plantedCase } from '../subject/planted.ts';
import { opening, seal } from './sealing.ts';

afterEach(closeCentres);

async function planted(): Promise<{ centre: TestCentre; caseId: string }> {
  const centre = await startCentre();
  const { caseId } = await plantedCase(centre);
  const lawyer = await centre.as('legal');
  await aWrit(lawyer, caseId);
  await addFile(lawyer, caseId, { name: 'foto_del_golpe.png', bytes: await pngOf() });
  await drafts(centre, caseId, 'Borrador de la calle de las retamas');
  return { centre, caseId };
}

async function drafts(centre: TestCentre, caseId: string, words: string): Promise<void> {
  const psychologist = await centre.as('psico');
  const { draftId } = await psychologist.openDraft({ form: 'attention', caseId });
  await psychologist.saveDraft({ draftId, body: JSON.stringify({ note: words }) });
}

/** Every cell of every table, as somebody with the database key reads it. */
function cellsOf(db: Database): { at: string; text: string }[] {
  const tables = db.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
  return tables.flatMap((table) =>
    (db.prepare(`select * from "${table}"`).all() as Record<string, unknown>[]).flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) => {
        const isText = typeof value === 'string';
        if (!isText && !Buffer.isBuffer(value)) return [];
        return [{ at: `${table}.${column}`, text: isText ? value : value.toString('utf8') }];
      }),
    ),
  );
}

const readAll = (folder: string) => insideFile(folder, cellsOf);

/** What stands in columns of words, where it is long enough to be found again. */
const wordsIn = (cells: readonly { at: string; text: string }[]) => {
  // Of a person and not of the ficha: the same woman may come through the door any day.
  const ofPersons = /^\{"(streetKind|[0-9a-f-]{36})"/;
  const columns = new Set(
    Object.entries(wordColumns).flatMap(([table, of]) => Object.keys(of.columns).map((column) => `${table}.${column}`)),
  );
  // What the program itself says to the team.
  const isSaid = (at: string, text: string) => at === 'alert.note' && /^Servicio: /.test(text);
  return cells.filter(
    ({ at, text }) => columns.has(at) && text.length > 9 && !ofPersons.test(text) && !isSaid(at, text),
  );
};

async function closed(centre: TestCentre) {
  await centre.application.close();
  return readAll(centre.folder);
}

type Opens = { login: Login | 'paper'; opens: boolean };

/** Whose secret opens the key of the only ficha reservada, for somebody with file, archive and password. */
async function opensFor(centre: TestCentre, who: readonly Login[]): Promise<Opens[]> {
  const { keyring } = readKeyring(centre.folder, cheapKdfPolicy);
  return insideFile(centre.folder, async (db) => {
    const row = db.prepare('select * from case_key').get() as KeyRow;
    const found: Opens[] = [];
    await queriesOf<PlatformTables>(db)
      .transaction()
      .execute(async (raw) => {
        const trx = handedOn(raw);
        for (const login of who) {
          const { slotId, secretKey } = await unlockSlot(keyring, login, passphrase, cheapKdfPolicy);
          found.push({ login, opens: (await openKey(trx, keyring, row, { slotId, secretKey })) !== null });
        }
        const paper = decodeRecoveryKey(await recoveryKeyOnPaper());
        found.push({ login: 'paper', opens: (await openKeyByPaper(trx, keyring, row, paper)) !== null });
      });
    return found;
  });
}

const triggersOf = (folder: string) =>
  insideFile(folder, (db) =>
    db.prepare("select name, sql from sqlite_master where type = 'trigger' order by name").all(),
  );

describe('words of a ficha reservada', () => {
  it('stand nowhere in the file of the record, where before every one of them stood', async () => {
    const { centre, caseId } = await planted();
    const before = wordsIn(await closed(centre));
    expect(new Set(before.map(({ at }) => at)).size).toBeGreaterThan(18);
    const triggers = await triggersOf(centre.folder);
    const later = await centre.restart();
    await seal(later, caseId);
    const psychologist = await later.as('psico');
    // What she goes on writing is closed as well, a draft included.
    await drafts(later, caseId, 'Otro borrador de las retamas');
    expect((await psychologist.openDraft({ form: 'attention', caseId })).body).toContain('Otro borrador');
    const cells = await closed(later);
    expect(await triggersOf(centre.folder)).toEqual(triggers);
    const left = before.filter(({ text }) => cells.some((cell) => cell.text.includes(text)));
    expect([...new Set(left.map(({ at, text }) => `${at}: ${text}`))]).toEqual([]);
    expect(cells.filter(({ text }) => text.includes('retamas'))).toEqual([]);
  });

  it('open with the secret of a member and with the paper, of nobody else who has the whole file', async () => {
    const { centre, caseId } = await planted();
    await seal(centre, caseId, { members: ['psico', 'legal'] });
    await centre.application.close();
    const found = await opensFor(centre, Object.keys(staff) as Login[]);
    expect(found.filter(({ opens }) => opens).map(({ login }) => login)).toEqual(['psico', 'legal', 'paper']);
  });

  it('are read by a member as before, written and closed again, and every seal holds', async () => {
    const { centre, caseId } = await planted();
    const psychologist = await centre.as('psico');
    const read = async (person: typeof psychologist) => ({
      timeline: (await person.readTimeline({ caseId })).entries.length,
      b: await person.getSectionB({ caseId }),
      attentions: await person.listAttentions({ caseId }),
      injuries: await person.listInjuries({ caseId }),
    });
    const before = await read(psychologist);
    await seal(centre, caseId);
    const after = await read(psychologist);
    expect(after).toEqual({ ...before, timeline: after.timeline });
    const attention = { action: 'action-32', on: '2026-06-10', time: null, withWhom: 'user', outcome: 'done' } as const;
    await psychologist.recordAttention({ caseId, attention: { ...attention, note: 'Habló de la casa de retamas' } });
    expect(JSON.stringify(await psychologist.listAttentions({ caseId }))).toContain('casa de retamas');
    expect(await (await centre.as('coordina')).verifyRecord({})).toMatchObject({ isSound: true, problems: [] });
    const cells = await closed(centre);
    expect(cells.filter(({ text }) => text.includes('retamas'))).toEqual([]);
  });

  it('leave the event open where another ficha shares it', async () => {
    const { centre, caseId } = await planted();
    await seal(centre, caseId);
    const accountOf = async (of: TestCentre) =>
      (await closed(of)).find(({ at }) => at === 'incident_account.body')?.text;
    expect(await accountOf(centre)).toMatch(/^cem-closed:/);
    const later = await centre.restart();
    const daughter = aUser({ givenNames: 'Nélida Supuesta', firstSurname: 'Rojas', document: blankUser().document });
    const form = { caseId, admission, user: daughter, userLink: { kind: 'new' } } as const;
    await (await later.as('psico')).openLinkedCase(form);
    expect(await (await later.as('coordina')).verifyRecord({})).toMatchObject({ isSound: true, problems: [] });
    expect(await accountOf(later)).toContain('me empujó esa noche');
  });

  it('are as they were once the reserve is over, whoever of the two holds the key', async () => {
    const { centre, caseId } = await planted();
    const before = wordsIn(await closed(centre));
    const later = await centre.restart();
    await seal(later, caseId);
    const coordinator = await later.as('coordina');
    const other = opening(caseId, { second: { login: 'social', password: passphrase } });
    expect(await refusal(() => coordinator.openCaseSeal(other, again))).toBe('rule-broken/seal-key-not-held');
    await coordinator.openCaseSeal(opening(caseId), again);
    const cells = await closed(later);
    const lost = before.filter(({ at, text }) => !cells.some((cell) => cell.at === at && cell.text === text));
    expect(lost).toEqual([]);
    expect(cells.filter(({ text }) => text.includes('cem-closed'))).toEqual([]);
  });
});
