/** What the program says of itself, and the file that renews it. Nothing here reads the record. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  noticesSchema,
  partSchema,
  type Notices,
  type programContract,
  type Update,
  type UpdateManifest,
} from '../../shared/program/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import { leavingName } from '../../shared/platform/file-names.ts';
import { z } from '../../shared/platform/zod.ts';
import { twoPhase, type Handlers } from '../platform/gate/handler.ts';
import { checkUpdateFile, writeInstaller } from './update-file.ts';
import type { Trx } from '../platform/storage/rows.ts';

export type ProgramParts = {
  readonly version: string;
  /** True in the packaged program: it takes no update signed with the key of tests. */
  readonly isRelease: boolean;
  /** Folder of the lists that ship with the program. */
  readonly noticeFolder: string;
  /** A verified copy of the record, made now. */
  readonly copyFirst: () => Promise<'made' | 'none' | 'failed'>;
  /** Throws where nothing may be saved. */
  readonly judge: (path: string) => Promise<unknown>;
  /** Keeps the signed file for the other computers of the centre. */
  readonly keepForOthers: (file: string) => Promise<void>;
};

type Contract = typeof programContract;
type Written = { readonly manifest: UpdateManifest; readonly installer: string };

/** Where the installer of an update stands in a folder. */
export function installerIn(folder: string, version: string): string {
  return join(folder, leavingName(['registro cem', ...version.split('.'), 'instalador'], 'exe'));
}

async function readNotices(folder: string): Promise<Notices> {
  return noticesSchema.parse(JSON.parse(await readFile(join(folder, 'notices.json'), 'utf8')));
}

function told({ version, date, notes, installer }: UpdateManifest): Update {
  return { version, date, notes, size: installer.size };
}

const noted = ({ version, installer }: UpdateManifest) => ({ version, sha256: installer.sha256 });

export function programHandlers(parts: ProgramParts): Handlers<Contract, Trx> {
  const { version, isRelease, noticeFolder } = parts;
  const reader = { current: version, isRelease };
  return {
    listNotices: twoPhase<Contract['listNotices'], Trx, Notices>({
      prepare: () => readNotices(noticeFolder),
      commit: (_unit, _input, { parts: all }) =>
        Promise.resolve({ version, parts: z.array(partSchema.strip()).parse(all) }),
    }),
    readNotice: twoPhase<Contract['readNotice'], Trx, Notices>({
      prepare: () => readNotices(noticeFolder),
      commit: (_unit, { name, version: asked }, { parts: all, texts }) => {
        const part = all.find((one) => one.name === name && one.version === asked);
        if (part === undefined) throw fail('not-found');
        return Promise.resolve({ texts: part.texts.map((at) => texts[at] ?? '') });
      },
    }),
    checkUpdate: twoPhase<Contract['checkUpdate'], Trx, UpdateManifest>({
      prepare: (_call, { file }) => checkUpdateFile(file, reader),
      commit: (unit, _input, manifest) => {
        unit.note(noted(manifest));
        return Promise.resolve(told(manifest));
      },
    }),
    prepareUpdate: twoPhase<Contract['prepareUpdate'], Trx, Written>({
      prepare: async (_call, { file, folder }) => {
        const checked = await checkUpdateFile(file, reader);
        const installer = installerIn(folder, checked.version);
        await parts.judge(installer);
        if ((await parts.copyFirst()) !== 'made') throw fail('rule-broken', 'update-no-copy');
        return { manifest: await writeInstaller(file, installer, reader), installer };
      },
      commit: (unit, _input, { manifest, installer }) => {
        unit.note(noted(manifest));
        return Promise.resolve({ ...told(manifest), installer });
      },
      deliver: (_call, { file }) => parts.keepForOthers(file),
    }),
  };
}
