/** What the scripts of many centres refuse, in the words of whoever runs them: exit code 1, and nothing is written. */
import { UsageError } from '../../src/main/commands/command.ts';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

export class Told extends Error {}

type Options<Name extends string> = Readonly<Partial<Record<Name, string>>>;

/** @throws UsageError for an option that is not known, or lacks its value */
function readOptions(names: readonly string[]): Readonly<Record<string, string | boolean | undefined>> {
  const text = { type: 'string' } as const;
  const options: ParseArgsOptionsConfig = { help: { type: 'boolean', short: 'h' } };
  for (const name of names) options[name] = text;
  try {
    return parseArgs({ options, allowPositionals: false }).values as Record<string, string | boolean | undefined>;
  } catch {
    throw new UsageError('No se entendieron las opciones.');
  }
}

/** Says what came of it, and ends with its code: 2 for wrong use, 1 for what was refused, else what the work says. */
export async function runTold<Name extends string>(
  usage: string,
  names: readonly Name[],
  work: (options: Options<Name>) => Promise<number>,
): Promise<void> {
  const help = `Uso: ${usage}`;
  try {
    const { help: asks, ...options } = readOptions(names);
    if (asks === true) process.stdout.write(help);
    else process.exitCode = await work(options as Options<Name>);
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof Told)) throw error;
    process.stderr.write(`${error.message}\n${error instanceof UsageError ? `\n${help}` : ''}`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

export const counted = (number: number) => new Intl.NumberFormat('es-PE').format(number);

/** «+0.032 %». */
export function signedPercent(part: number, whole: number): string {
  const percent = whole === 0 ? 0 : (part / whole) * 100;
  return `${percent < 0 ? '−' : '+'}${Math.abs(percent).toFixed(3)} %`;
}
