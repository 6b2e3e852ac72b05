/** `inspection`: the pack of an inspector, its pages and their tables, with a second person at the same computer. */
import { join } from 'node:path';
import { civilDateSchema, type CivilDate } from '../../shared/platform/dates.ts';
import { inspectionFiles } from '../../shared/inspection/index.ts';
import { readPassphrase, required, UsageError, type Command, type CommandLine } from './command.ts';
import { fetchFile } from './fetch-file.ts';
import { makeFolder, requireNew, writeNew } from './out-file.ts';

function dayOf(line: CommandLine, name: string): CivilDate {
  const day = civilDateSchema.safeParse(required(line, name));
  if (!day.success) throw new UsageError(`Escriba --${name} como AAAA-MM-DD.`);
  return day.data;
}

export const inspectionCommand: Command = {
  usage: `--data CARPETA --user USUARIO --passphrase-file ARCHIVO --from AAAA-MM-DD --to AAAA-MM-DD --out CARPETA
             --second USUARIO --second-passphrase-file ARCHIVO

  Deja en la carpeta ${inspectionFiles.pages} y ${inspectionFiles.tables}, cada uno con su número de copia.`,
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    out: { type: 'string' },
    second: { type: 'string' },
    'second-passphrase-file': { type: 'string' },
  },
  run: async (line) => {
    const period = { from: dayOf(line, 'from'), to: dayOf(line, 'to') };
    if (period.from > period.to) throw new UsageError('--to es anterior a --from.');
    const [out, login] = [required(line, 'out'), required(line, 'second')];
    const paths = { pages: join(out, inspectionFiles.pages), tables: join(out, inspectionFiles.tables) };
    // No number is used for a pack that could not be written.
    makeFolder(out);
    requireNew(paths.pages, paths.tables);
    await line.signIn();
    const file = line.options['second-passphrase-file'];
    // From one standard input: line 1 is the first person, line 2 the second.
    const password = await readPassphrase(typeof file === 'string' ? file : undefined, `Frase de ${login}`, 1);
    const asked = { period, second: { login, password }, way: 'save', printer: null } as const;
    const made = await line.client.releaseInspection(asked, line.again());
    const files = [
      [paths.pages, made.file],
      [paths.tables, made.tables?.file ?? null],
    ] as const;
    for (const [path, handle] of files) if (handle !== null) writeNew(path, await fetchFile(line, handle));
    line.print({ ...period, files: Object.values(inspectionFiles), copies: [made.number, made.tables?.number] });
  },
};
