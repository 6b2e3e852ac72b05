/** `inspection`: the pack of an inspector, its pages and their tables, with a second person at the same computer. */
import { join } from 'node:path';
import { civilDateSchema, type CivilDate } from '../../shared/platform/dates.ts';
import { inspectionFiles } from '../../shared/inspection/index.ts';
import { ofSecond, required, secondPerson, UsageError, word, type Command, type CommandLine } from './command.ts';
import { fetchFile, makeFolder, requireNew, writeNew } from './out-file.ts';

function dayOf(line: CommandLine, name: string): CivilDate {
  const day = civilDateSchema.safeParse(required(line, name));
  if (!day.success) throw new UsageError(`Escriba --${name} como AAAA-MM-DD.`);
  return day.data;
}

export const inspectionCommand: Command = {
  usage: `--data CARPETA --user USUARIO --passphrase-file ARCHIVO --from AAAA-MM-DD --to AAAA-MM-DD --out CARPETA
             --second USUARIO --second-passphrase-file ARCHIVO

  Deja en la carpeta ${inspectionFiles.pages} y ${inspectionFiles.tables}, cada uno con su número de copia.`,
  options: { from: word, to: word, out: word, ...ofSecond },
  run: async (line) => {
    const period = { from: dayOf(line, 'from'), to: dayOf(line, 'to') };
    if (period.from > period.to) throw new UsageError('--to es anterior a --from.');
    const out = required(line, 'out');
    required(line, 'second');
    const paths = { pages: join(out, inspectionFiles.pages), tables: join(out, inspectionFiles.tables) };
    // No number is used for a pack that could not be written.
    makeFolder(out);
    requireNew(paths.pages, paths.tables);
    await line.signIn();
    const asked = { period, second: await secondPerson(line), way: 'save', printer: null } as const;
    const made = await line.client.releaseInspection(asked, line.again());
    const files = [
      [paths.pages, made.file],
      [paths.tables, made.tables?.file ?? null],
    ] as const;
    for (const [path, handle] of files) if (handle !== null) writeNew(path, await fetchFile(line, handle));
    line.print({ ...period, files: Object.values(inspectionFiles), copies: [made.number, made.tables?.number] });
  },
};
