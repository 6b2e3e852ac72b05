/** Session notes: under the key of psychology, and of nobody else (D36, security design §2.8). */
import { afterEach, describe, expect, it } from 'vitest';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { letIn } from '../access/people.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const marker = 'ZORZALINDO evita nombrarlo';
const given = (action: string) =>
  ({ action, on: '2026-06-10', time: null, withWhom: 'user', outcome: 'done', note: null }) as const;
const note = (body: string, replaces: string | null = null) => ({ body, attentionId: null, replaces });

async function withNote(): Promise<{ centre: TestCentre; caseId: string; noteId: string }> {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const { noteId } = await (await centre.as('psico')).writeNote({ caseId, note: note(marker) });
  return { centre, caseId, noteId };
}

describe('a session note', () => {
  it('is read by who wrote it, corrected by a new version, and asked for again as a draft', async () => {
    const { centre, caseId, noteId } = await withNote();
    const psychologist = await centre.as('psico');
    await psychologist.keepNoteDraft({ caseId, draft: note('A medias', noteId) });
    expect(await psychologist.listNotes({ caseId })).toMatchObject({
      access: 'open',
      notes: [{ id: noteId, body: marker, isOwn: true, before: [] }],
      draft: { body: 'A medias', replaces: noteId },
    });
    await psychologist.writeNote({ caseId, note: note('Corregida', noteId) });
    const { notes, draft } = await psychologist.listNotes({ caseId });
    expect(notes).toMatchObject([{ body: 'Corregida', before: [{ body: marker }] }]);
    expect(draft).toBeNull();
  });

  it('stands in the file as ciphertext, the draft as well, and opens after a restart', async () => {
    const { centre, caseId } = await withNote();
    await (await centre.as('psico')).keepNoteDraft({ caseId, draft: note(marker) });
    await centre.application.close();
    const bodies = await insideFile(centre.folder, (db) =>
      db.prepare("select enc, key_version, body from sealed_field where owner_kind = 'note'").all(),
    );
    expect(bodies).toHaveLength(2);
    for (const row of bodies as { enc: string; body: Buffer }[]) {
      expect(row.enc).toBe('aes-256-gcm');
      expect(row.body.includes('ZORZALINDO')).toBe(false);
    }
    const again = await centre.restart();
    expect((await (await again.as('psico')).listNotes({ caseId })).notes).toMatchObject([{ body: marker }]);
  });

  it('opens in its own place alone: under another note, or as another version, it is damaged', async () => {
    for (const change of [
      'update sealed_field set body = (select body from sealed_field where owner_id = @other) where owner_id = @own',
      'update sealed_field set row_version = 7 where owner_id = @own',
    ]) {
      const { centre, caseId, noteId: own } = await withNote();
      const { noteId: other } = await (await centre.as('psico')).writeNote({ caseId, note: note('Otra') });
      await centre.application.close();
      await insideFile(centre.folder, (db) => db.prepare(change).run({ own, other }));
      const again = await centre.restart();
      const psychologist = await again.as('psico');
      expect(await refusal(() => psychologist.listNotes({ caseId }))).toBe('damaged/sealed-field');
    }
  });

  it('is corrected by who wrote it, once, and of an attention of psychology alone', async () => {
    const { centre, caseId, noteId } = await withNote();
    const colleague = await letIn(centre, 'nora', 'psychologist');
    const psychologist = await centre.as('psico');
    expect(await refusal(() => colleague.writeNote({ caseId, note: note('otra', noteId) }))).toBe(
      'rule-broken/note-not-own',
    );
    await psychologist.writeNote({ caseId, note: note('Corregida', noteId) });
    expect(await refusal(() => psychologist.writeNote({ caseId, note: note('Dos veces', noteId) }))).toBe(
      'conflict/note-newer',
    );
    const legal = await (await centre.as('legal')).recordAttention({ caseId, attention: given('legal-counsel') });
    const other = { ...note('De otra'), attentionId: legal.attentionId };
    expect(await refusal(() => psychologist.writeNote({ caseId, note: other }))).toBe('rule-broken/note-attention');
    const { attentionId } = await psychologist.recordAttention({ caseId, attention: given('psychology-session') });
    expect(await refusal(() => psychologist.writeNote({ caseId, note: { ...note('De esta'), attentionId } }))).toBe(
      'none',
    );
    expect((await psychologist.listNotes({ caseId })).attentions).toEqual([
      { id: attentionId, label: '10/06/2026 · Sesión de consejería u orientación psicológica' },
    ]);
  });

  it('goes to the right ficha with its attention', async () => {
    const { centre, caseId } = await withNote();
    const psychologist = await centre.as('psico');
    const { attentionId } = await psychologist.recordAttention({ caseId, attention: given('psychology-session') });
    await psychologist.writeNote({ caseId, note: { ...note('De la sesión'), attentionId } });
    const right = await centre.aCase({ user: { document: { kind: 'dni', state: 'known', number: '00112233' } } });
    await psychologist.moveRecord({
      ...{ caseId, toCaseId: right.caseId, record: { kind: 'attention', id: attentionId } },
      ...{ reason: 'otherFichaOpen', words: null },
    });
    expect((await psychologist.listNotes({ caseId })).notes).toMatchObject([{ body: marker }]);
    expect((await psychologist.listNotes({ caseId: right.caseId })).notes).toMatchObject([{ body: 'De la sesión' }]);
  });
});
