/**
 * Session notes are read by psychology and nobody else (D36, TM4): whatever procedure or command anybody else calls, whatever
 * file leaves, and whoever opens file, copy or folder beside the program. Notes are planted with words that stand nowhere
 * else; everything that comes out is searched. With them the name of the shelter in which she is, which the team of the
 * case reads on two pages and nobody anywhere else (decision 0094).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/main/commands/index.ts';
import type { CommandLine } from '../../src/main/commands/command.ts';
import { openCompartment } from '../../src/main/platform/storage/compartments.ts';
import { readKeyring, unlockSlot } from '../../src/main/platform/storage/keyring.ts';
import { queriesOf } from '../../src/main/platform/storage/migrate.ts';
import type { PlatformTables } from '../../src/main/platform/storage/platform-tables.ts';
import { SealedFields } from '../../src/main/platform/storage/sealed-fields.ts';
import { contract } from '../../src/shared/contract.ts';
import type { Call, Envelope, ProcedureSpec } from '../../src/shared/platform/contract.ts';
import { everyFile } from '../services/papers/every-file.ts';
import { insideFile } from '../services/inside-file.ts';
import {
  cheapKdfPolicy,
  closeCentres,
  passphrase,
  staff,
  startCentre,
  type Login,
  type TestCentre,
} from '../support/start-application.ts';
import {
  awayCommands,
  dumpOf,
  filesUnder,
  noteMarker as marker,
  openMarker,
  plantNotes,
  wordsOf,
} from '../support/planted-notes.ts';
import { newFolder, removeFolders } from '../support/temporary-folder.ts';
import { validInput, type Named } from '../support/valid-inputs.ts';

/** The house where she is. */
const houseMarker = 'GARZAREAL';
/** Pages on which the team reads it. */
const housePages = ['getFormSection', 'listReintegration'];
const team: readonly Login[] = ['psico', 'social', 'legal'];

const placement = {
  way: 'shelter' as const,
  ...{ kinship: null, age: null, officeId: null, house: houseMarker, since: '2026-06-10' },
  ...{ refusal: null, refusalWords: null, saidOn: null, words: null },
};

async function plant(centre: TestCentre, caseId: string): Promise<string[]> {
  const noteIds = await plantNotes(centre, caseId);
  const psychologist = await centre.as('psico');
  await psychologist.noteReintegration({ caseId, ownerId: null, record: { kind: 'placement', values: placement } });
  return noteIds;
}

const others = (Object.keys(staff) as Login[]).filter((login) => login !== 'psico');
/** Ends what the others work with: tests of their own. */
const left = ['lock', 'foundCentre', 'restoreCopy', 'disableStaff', 'changeOwnPassphrase', 'printBlankPapers'];
const procedures = (Object.entries(contract) as [string, ProcedureSpec][]).filter(([name]) => !left.includes(name));

let centre: TestCentre;
let caseId = '';
let number = '';
let named: Named = {};
let copies = '';

/** Ids of everything that stands in the case, under the names that inputs use. */
function idsIn(folder: string, noteIds: readonly string[]): Promise<Named> {
  return insideFile(folder, (db) => {
    const tables = (
      db.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[]
    ).filter(({ name }) => {
      const columns = (db.pragma(`table_info(${name})`) as { name: string }[]).map((one) => one.name);
      return columns.includes('case_id') && columns.includes('id');
    });
    const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const ids = tables.map(({ name }) => [
      `${camel(name)}Id`,
      db.prepare(`select id from ${name} where case_id = ?`).pluck().all(caseId),
    ]);
    const persons = db
      .prepare('select user_id from case_pair where id = (select pair_id from case_file where id = ?)')
      .pluck()
      .all(caseId);
    return {
      ...(Object.fromEntries(ids) as Named),
      ...{
        caseId: [caseId],
        toCaseId: [caseId],
        number: [number],
        query: ['Rosa'],
        personId: persons,
        noteId: noteIds,
      },
      ...{ id: noteIds, replaces: noteIds, recordId: noteIds },
    };
  });
}

beforeAll(async () => {
  centre = await startCentre();
  copies = newFolder();
  await (await centre.as('coordina')).chooseCopyFolder({ folder: copies });
  ({ caseId, number } = await centre.aCase());
  const noteIds = await plant(centre, caseId);
  await centre.application.close();
  named = await idsIn(centre.folder, noteIds);
  centre = await centre.restart();
});
afterAll(async () => {
  await closeCentres();
  removeFolders();
});

let spoken = 0;
async function call(login: Login, procedure: string, input: unknown): Promise<Envelope> {
  centre.clock.advance(20);
  if (centre.clock.now() - spoken > 60_000) {
    spoken = centre.clock.now();
    for (const one of Object.keys(staff) as Login[]) await (await centre.as(one)).keepSession({});
  }
  const { token } = await centre.sessionOf(login);
  const spec = contract[procedure as keyof typeof contract] as ProcedureSpec;
  const password = spec.passwordAgain === true ? passphrase : null;
  return centre.application.invoke({ procedure, input, session: token, key: crypto.randomUUID(), password });
}

/** Handles of files in an answer. */
function handlesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'id' in value && 'mediaType' in value && typeof value.id === 'string' ? [value.id] : [];
  return [...own, ...Object.values(value).flatMap(handlesIn)];
}

async function fileOf(login: Login, id: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let offset: number | null = 0; offset !== null;) {
    const answer = await call(login, 'readFile', { id, offset });
    if (!answer.ok) return Buffer.concat(pieces);
    const piece = answer.value as { base64: string; nextOffset: number | null };
    pieces.push(Buffer.from(piece.base64, 'base64'));
    offset = piece.nextOffset;
  }
  return Buffer.concat(pieces);
}

describe('session notes', () => {
  it('are found where they may be read: what follows could find them', async () => {
    const answer = await call('psico', 'listNotes', { caseId });
    const words = JSON.stringify(answer);
    for (const one of ['final', 'mal escrita', 'corregida', 'a medias']) expect(words).toContain(`${marker} ${one}`);
    expect(words).not.toContain('descartada');
  });

  it.each(others)('are in no answer and no file that any procedure gives to %s', async (login) => {
    const faults: string[] = [];
    const houses: string[] = [];
    let [answered, seen] = [0, 0];
    const folder = newFolder();
    for (const [name, spec] of procedures) {
      const input = validInput(spec.input, named);
      if (input === undefined) continue;
      const envelope = await call(login, name, input);
      if (envelope.ok) answered += 1;
      const files = await Promise.all(handlesIn(envelope).map((id) => fileOf(login, id)));
      const words = [JSON.stringify(envelope), ...files.map((bytes) => wordsOf(bytes, folder))].join('\n');
      if (words.includes(openMarker)) seen += 1;
      if (words.includes(marker)) faults.push(name);
      if (words.includes(houseMarker)) houses.push(name);
    }
    expect(faults).toEqual([]);
    expect(houses.toSorted()).toEqual(team.includes(login) ? housePages : []);
    expect(answered).toBeGreaterThan(5);
    // Who reads attentions reads the other mark in the same answers.
    if (['social', 'legal', 'coordina'].includes(login)) expect(seen).toBeGreaterThan(0);
  });

  it('are in no answer of psychology itself but that of the notes: no paper, list or search reads them', async () => {
    const found: string[] = [];
    const houses: string[] = [];
    for (const [name, spec] of procedures) {
      const input = validInput(spec.input, named);
      if (input === undefined) continue;
      const envelope = await call('psico', name, input);
      if (JSON.stringify(envelope).includes(marker)) found.push(name);
      if (JSON.stringify(envelope).includes(houseMarker)) houses.push(name);
    }
    expect(found).toEqual(['listNotes']);
    expect(houses.toSorted()).toEqual(housePages);
  });

  it.each(others)('are in nothing that a command prints for %s', async (login) => {
    const printed: string[] = [];
    const client = await centre.as(login);
    const session = await centre.sessionOf(login);
    const line: CommandLine = {
      ...{ client, application: centre.application, use: () => undefined, endWith: () => undefined },
      ...{ signIn: () => Promise.resolve(session), again: () => ({ password: passphrase }) },
      ...{ print: (value) => void printed.push(JSON.stringify(value)), say: (words) => void printed.push(words) },
      options: { data: centre.folder, case: number, month: '2026-06', period: '2026-06', out: newFolder() },
    };
    for (const { name, load } of commands.filter((one) => !awayCommands.includes(one.name))) {
      await (await load()).run(line).catch((error: unknown) => printed.push(`${name}: ${String(error)}`));
    }
    expect(printed.length).toBeGreaterThan(3);
    expect(printed.filter((text) => text.includes(marker) || text.includes(houseMarker))).toEqual([]);
  });

  it('are in no paper and no other file that leaves', async () => {
    let planted = 0;
    const files = await everyFile((other) => {
      const invoke = other.application.invoke.bind(other.application);
      Object.assign(other.application, {
        invoke: async (asked: Call) => {
          const envelope = await invoke(asked);
          if (asked.procedure !== 'saveSectionB' || !envelope.ok) return envelope;
          planted += 1;
          await plant(other, (asked.input as { caseId: string }).caseId);
          return envelope;
        },
      });
    });
    expect(planted).toBeGreaterThan(0);
    const folder = newFolder();
    const words = files.map(([what, bytes]) => [what, wordsOf(Buffer.from(bytes), folder)] as const);
    expect(
      words.filter(([, text]) => text.includes(marker) || text.includes(houseMarker)).map(([what]) => what),
    ).toEqual([]);
    expect(words.some(([, text]) => text.includes('Quispe'))).toBe(true);
  });

  it('are ciphertext in file and copies opened beside the program, and in nothing else of the folder', async () => {
    await (await centre.as('coordina')).makeCopy({});
    await centre.application.close();
    for (const login of Object.keys(staff) as Login[]) {
      const dump = await insideFile(centre.folder, dumpOf, null, { login, password: passphrase });
      expect(dump.includes(marker), login).toBe(false);
      expect(dump.includes(openMarker), login).toBe(true);
    }
    const [set = ''] = readdirSync(copies).filter((name) => name.startsWith('backup-'));
    const inCopy = filesUnder(join(copies, set)).filter((path) => path.endsWith('.db'));
    expect(inCopy).not.toEqual([]);
    for (const path of inCopy) {
      const dump = await insideFile(centre.folder, dumpOf, relative(centre.folder, path), {
        login: 'legal',
        password: passphrase,
      });
      expect(dump.includes(marker)).toBe(false);
      expect(dump.includes(openMarker)).toBe(true);
    }
    const plain = [...filesUnder(centre.folder), ...filesUnder(copies)].filter((path) =>
      readFileSync(path).toString('latin1').includes(marker),
    );
    expect(plain).toEqual([]);
  });

  it('are what that ciphertext says, to whoever has the password of psychology', async () => {
    const { keyring } = readKeyring(centre.folder, cheapKdfPolicy);
    const words = await Promise.all(
      (['psico', 'legal', 'coordina'] as const).map(async (login) => {
        const own = await unlockSlot(keyring, login, passphrase, cheapKdfPolicy);
        const held = openCompartment(keyring, 'psychology', own);
        if (held === null) return 'no key';
        return insideFile(centre.folder, async (db) => {
          const ids = db.prepare("select owner_id from sealed_field where field = 'body' and owner_kind = 'note'");
          return queriesOf<PlatformTables>(db)
            .transaction()
            .execute(async (trx) => {
              const bodies: string[] = [];
              for (const ownerId of ids.pluck().all() as string[]) {
                bodies.push((await SealedFields.open(trx, { ownerId, name: 'note.body' }, held)) ?? '');
              }
              return bodies.join();
            });
        });
      }),
    );
    expect(words).toEqual([expect.stringContaining(marker), 'no key', 'no key']);
  });
});
