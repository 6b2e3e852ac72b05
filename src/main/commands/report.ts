/** `report`: the files of a closed month; `--close` closes it first, with a second person. */
import { join } from 'node:path';
import { monthSchema } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import { monthFileNames } from '../../shared/reports/index.ts';
import {
  flag,
  ofSecond,
  required,
  secondPerson,
  UsageError,
  word,
  type Command,
  type CommandLine,
  type Given,
} from './command.ts';
import { fetchToSave, makeFolder, requireNew, writeNew } from './out-file.ts';

/** @throws UsageError */
function asked(line: Given) {
  const month = monthSchema.safeParse(required(line, 'month'));
  if (!month.success) throw new UsageError('Escriba --month como AAAA-MM.');
  return { month: month.data, out: required(line, 'out') };
}

export const reportCommand: Command = {
  usage: `--data CARPETA --user USUARIO --passphrase-file ARCHIVO --month AAAA-MM --out CARPETA
             [--close --second USUARIO --second-passphrase-file ARCHIVO]

  Un mes abierto sin --close termina con código 1. Volver a exportar entrega los mismos bytes.
  Nada se cierra si un archivo del mes ya está en la carpeta.`,
  options: { month: word, out: word, close: flag, ...ofSecond },
  check: (line) => void asked(line),
  run: async (line) => {
    const { month, out } = asked(line);
    const first = await line.signIn();
    const { state } = await line.client.getMonth({ month });
    if (state !== 'closed') {
      if (line.options['close'] !== true) throw fail('rule-broken', 'month-open');
      // No month is closed for files that could not be written.
      makeFolder(out);
      const { code } = await line.client.getCentre({});
      requireNew(...monthFileNames(code, month).map((name) => join(out, name)));
      await close(line, month);
      line.use(first);
    }
    makeFolder(out);
    const { files } = await line.client.exportMonth({ month });
    requireNew(...files.map(({ name }) => join(out, name)));
    for (const file of files) writeNew(join(out, file.name), await fetchToSave(line, file));
    line.print({ month, files: files.map((file) => file.name) });
  },
};

async function close(line: CommandLine, month: string): Promise<void> {
  required(line, 'second');
  const proposal = await line.client.proposeMonthClosing({ month }, line.again());
  const second = await secondPerson(line);
  line.use(await line.client.signIn(second));
  await line.client.approveMonthClosing({ proposalId: proposal.id }, { password: second.password });
  await line.client.lock({ why: 'asked' });
}
