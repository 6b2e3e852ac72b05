/** Session notes of psychology: read and written with the key of the session alone (D36). */
import type { noteContract, NoteLine } from '../../shared/care/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { secondPerson, staffNames, tellStaff, type NoteKeys, type VerifySecond } from '../access/index.ts';
import { decodeRecoveryKey } from '../platform/crypto/recovery-key.ts';
import { inside, twoPhase, type Handlers } from '../platform/gate/handler.ts';
import { rowOf, hasRow } from '../platform/storage/rows.ts';
import { getAttention, listAttentionLines } from './attention-repository.ts';
import { eraseNoteDraft, insertNote, putNoteDraft, readNoteDraft, readNotes, type NoteRow } from './note-repository.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof noteContract;

export type NoteParts = { readonly noteKeys: NoteKeys; readonly verifySecond: VerifySecond };

type Read = Awaited<ReturnType<typeof readNotes>>;

/** A corrected note once, as it reads now, with what it replaced. */
function linesOf(unit: Use, read: Read, names: ReadonlyMap<string, string>): NoteLine[] {
  const byId = new Map(read.map((one) => [one.row.id as string, one]));
  const replaced = new Set(read.map(({ row }) => row.replaces));
  const before = ({ replaces }: NoteRow): NoteLine['before'] => {
    const older = replaces === null ? undefined : byId.get(replaces);
    return older === undefined ? [] : [{ body: older.body, at: older.row.written_at }, ...before(older.row)];
  };
  return read
    .filter(({ row }) => !replaced.has(row.id))
    .map(({ row, body }) => ({
      ...{ id: row.id, body, attentionId: row.attention_id, at: row.written_at, before: before(row) },
      by: names.get(row.written_by) ?? '',
      isOwn: row.written_by === unit.session.staffId,
    }));
}

async function attentionsOf(unit: Use, caseId: CaseId) {
  const lines = await listAttentionLines(unit.trx, caseId);
  return lines
    .filter(({ service, isWithdrawn }) => service === 'psychology' && !isWithdrawn)
    .map(({ id, on, actionWords }) => ({ id, label: `${formatCivilDate(on)} · ${actionWords}` }));
}

async function list(unit: Use, { caseId }: { readonly caseId: CaseId }, { noteKeys }: NoteParts) {
  const { staffId } = unit.session;
  const names = await staffNames(unit.trx);
  const { kind: access, holders } = noteKeys.accessOf(unit.session);
  const { notes, draft } = await noteKeys.reading(unit.session, async (held) =>
    held === null
      ? { notes: [], draft: null }
      : {
          notes: linesOf(unit, await readNotes(unit.trx, caseId, held), names),
          draft: await readNoteDraft(unit.trx, { caseId, staffId }, held),
        },
  );
  unit.note({ notes: notes.length });
  const waiting = access === 'open' ? await noteKeys.waiting(unit.trx) : [];
  return {
    waiting: waiting.map((id) => ({ staffId: id, name: names.get(id) ?? '' })),
    ...{ access, notes, draft, attentions: await attentionsOf(unit, caseId) },
    holders: holders.filter((id) => id !== staffId).map((id) => names.get(id) ?? ''),
    isSignInEnough: access === 'waits' && holders.includes(staffId),
  };
}

/** Holders are told by name: whoever got the key reads what they wrote. */
async function tellHolders(unit: Use, given: readonly string[], holders: readonly string[]): Promise<void> {
  const names = await staffNames(unit.trx);
  const others = holders.filter((id) => id !== unit.session.staffId);
  for (const id of given) {
    const got = `${names.get(id) ?? ''} tiene desde hoy la llave de las notas de sesión y las lee todas.`;
    await tellStaff(unit, others, `${got} La dio ${names.get(unit.session.staffId) ?? ''}.`);
  }
}

async function giveKey(unit: Use, { staffId }: InputOf<Contract['giveNotesKey']>, { noteKeys }: NoteParts) {
  await tellHolders(unit, [staffId], await noteKeys.giveTo(unit.trx, unit.session, staffId));
  unit.note({ to: staffId });
  return {};
}

/** @throws not-found; rule-broken `note-not-own`, conflict `note-newer` */
async function refuseWrongCorrection(unit: Use, caseId: CaseId, replaces: Id<'SessionNoteId'>): Promise<void> {
  const row = await rowOf(tablesIn(unit.trx), 'session_note', { id: replaces, case_id: caseId });
  if (row.written_by !== unit.session.staffId) throw fail('rule-broken', 'note-not-own');
  const isReplaced = await hasRow(tablesIn(unit.trx), 'session_note', { replaces });
  if (isReplaced) throw fail('conflict', 'note-newer');
}

/** Of psychology and of this case. @throws rule-broken `note-attention` */
async function refuseOtherAttention(unit: Use, caseId: CaseId, id: Id<'AttentionId'>): Promise<void> {
  const { service } = await getAttention(unit.trx, caseId, id);
  if (service !== 'psychology') throw failAt('note.attentionId', 'Elija una atención de Psicología.', 'note-attention');
}

async function write(unit: Use, { caseId, note }: InputOf<Contract['writeNote']>, { noteKeys }: NoteParts) {
  if (note.replaces !== null) await refuseWrongCorrection(unit, caseId, note.replaces);
  if (note.attentionId !== null) await refuseOtherAttention(unit, caseId, note.attentionId);
  const id = unit.newId<'SessionNoteId'>();
  const row: NoteRow = {
    ...{ id, case_id: caseId, attention_id: note.attentionId, replaces: note.replaces },
    ...{ written_by: unit.session.staffId, written_at: unit.now, version: 1 },
  };
  await noteKeys.writing(unit.trx, unit.session, (held) => insertNote(unit.trx, row, { body: note.body, held }));
  unit.touch('session_note', id);
  await eraseNoteDraft(unit.trx, { caseId, staffId: unit.session.staffId });
  unit.note({ corrected: note.replaces !== null });
  return { noteId: id };
}

async function keepDraft(unit: Use, given: InputOf<Contract['keepNoteDraft']>, { noteKeys }: NoteParts) {
  const { caseId, draft } = given;
  const key = { caseId, staffId: unit.session.staffId };
  if (draft === null) await eraseNoteDraft(unit.trx, key);
  else
    await noteKeys.writing(unit.trx, unit.session, (held) =>
      putNoteDraft(unit.trx, { ...key, id: unit.newId<'NoteDraftId'>(), at: unit.now }, { draft, held }),
    );
  return {};
}

export function noteHandlers(parts: NoteParts): Handlers<Contract, Trx> {
  return {
    listNotes: inside((unit, input) => list(unit, input, parts)),
    writeNote: inside((unit, input) => write(unit, input, parts)),
    keepNoteDraft: inside((unit, input) => keepDraft(unit, input, parts)),
    discardNoteDraft: inside(async (unit, { caseId }) => {
      await eraseNoteDraft(unit.trx, { caseId, staffId: unit.session.staffId });
      return {};
    }),
    giveNotesKey: inside((unit, input) => giveKey(unit, input, parts)),
    openNotesWithPaper: twoPhase<
      Contract['openNotesWithPaper'],
      Trx,
      { readonly secondId: string; readonly key: Buffer }
    >({
      prepare: async (call, { second, recoveryKey }) => ({
        secondId: (await secondPerson(call, second, parts)).id,
        key: decodeRecoveryKey(recoveryKey),
      }),
      commit: async (unit, _input, { secondId, key }) => {
        const { given, holders } = await parts.noteKeys.settleByRecovery(unit.trx, key);
        await tellHolders(unit, given, holders);
        const isGiven = given.length > 0;
        unit.note({ second: secondId, given: isGiven });
        return { given: isGiven };
      },
      deliver: (_call, _input, output, { key }) => {
        key.fill(0);
        return Promise.resolve(output);
      },
      abandon: (_input, { key }) => void key.fill(0),
    }),
  };
}
