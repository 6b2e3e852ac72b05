/** What the program says of itself. Nothing here is of the record. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { noticesSchema, partSchema, type Notices, type programContract } from '../../shared/program/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import { z } from '../../shared/platform/zod.ts';
import type { Trx } from '../database.ts';
import { twoPhase, type Handlers } from '../platform/gate/handler.ts';

export type ProgramParts = {
  readonly version: string;
  /** Folder of the lists that ship with the program. */
  readonly noticeFolder: string;
};

type Contract = typeof programContract;

async function readNotices(folder: string): Promise<Notices> {
  return noticesSchema.parse(JSON.parse(await readFile(join(folder, 'notices.json'), 'utf8')));
}

export function programHandlers({ version, noticeFolder }: ProgramParts): Handlers<Contract, Trx> {
  return {
    listNotices: twoPhase<Contract['listNotices'], Trx, Notices>({
      prepare: () => readNotices(noticeFolder),
      commit: (_unit, _input, { parts }) =>
        Promise.resolve({ version, parts: z.array(partSchema.strip()).parse(parts) }),
    }),
    readNotice: twoPhase<Contract['readNotice'], Trx, Notices>({
      prepare: () => readNotices(noticeFolder),
      commit: (_unit, { name, version: asked }, { parts, texts }) => {
        const part = parts.find((one) => one.name === name && one.version === asked);
        if (part === undefined) throw fail('not-found');
        return Promise.resolve({ texts: part.texts.map((at) => texts[at] ?? '') });
      },
    }),
  };
}
