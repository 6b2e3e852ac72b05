/**
 * Rows of a CSV that may be one person: `npm run -s match -- --csv F.csv --map F.json --out F.csv`. Stands beside the
 * program and is not packed with it.
 */
import { parseArgs } from 'node:util';
import { UsageError } from '../src/main/commands/command.ts';
import { wordsOf } from '../src/main/commands/words.ts';
import { matchFiles, usage, type MatchOptions } from './match/command.ts';

// The answer names persons: its owner's alone.
process.umask(0o077);

const help = `Busca en un CSV las filas que pueden ser de una misma persona.\n\nUso: npm run -s match -- ${usage}\n`;

/** @throws UsageError */
function optionsOf(args: readonly string[]): MatchOptions & { readonly help?: boolean } {
  const text = { type: 'string' } as const;
  const known = {
    csv: text,
    map: text,
    out: text,
    'min-probability': text,
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals: false }).values;
  } catch {
    throw new UsageError('No se entendieron las opciones.');
  }
}

async function run(): Promise<number> {
  try {
    const { help: asksHelp, ...options } = optionsOf(process.argv.slice(2));
    const told = asksHelp === true ? help : `${JSON.stringify(await matchFiles(options), null, 2)}\n`;
    process.stdout.write(told);
    return 0;
  } catch (error) {
    const words = error instanceof UsageError ? `${error.message}\n\n${help}` : wordsOf(error);
    if (words === null) throw error;
    process.stderr.write(words);
    return error instanceof UsageError ? 2 : 1;
  }
}

process.exitCode = await run();
