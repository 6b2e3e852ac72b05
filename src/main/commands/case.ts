/** `case`: what the signed-in person may read of a case, as one object. `tasks`: what waits for somebody of the staff. */
import { servicesOf } from '../../shared/access/index.ts';
import { unclearIn } from '../../shared/closing/index.ts';
import type { NextLine } from '../../shared/day/index.ts';
import { fail, ExpectedFailure } from '../../shared/platform/failures.ts';
import { caseIdOf } from './case-work.ts';
import { required, UsageError, word, type Command, type CommandLine } from './command.ts';

/** Each is asked for by itself: what the person may not read is left out, never said to be empty. */
const parts: Readonly<Record<string, (line: CommandLine, caseId: string) => Promise<unknown>>> = {
  next: async (line, caseId) => (await line.client.readCaseNext({ caseId })).items,
  plan: (line, caseId) => line.client.getPlan({ caseId }),
  safetyPlan: async (line, caseId) => (await line.client.getSafetyPlan({ caseId })).versions[0] ?? null,
  closing: async (line, caseId) => {
    const { stage, lines, supervisions, closings, reopenings } = await line.client.getClosing({ caseId });
    return { stage, left: unclearIn(lines), supervisions, closings, reopenings };
  },
  attentions: async (line, caseId) => (await line.client.listAttentions({ caseId })).attentions,
  history: async (line, caseId) => (await line.client.readTimeline({ caseId })).entries,
};

/** Null where she may not read it. Anything else that fails ends the command. */
async function readable(read: () => Promise<unknown>): Promise<{ readonly value: unknown } | null> {
  try {
    return { value: await read() };
  } catch (error) {
    if (error instanceof ExpectedFailure && error.failure.code === 'forbidden') return null;
    throw error;
  }
}

export const caseCommand: Command = {
  usage: '--data CARPETA --user USUARIO --passphrase-file ARCHIVO --case ID [--format json]',
  options: { case: word, format: word },
  run: async (line) => {
    const format = line.options['format'] ?? 'json';
    if (format !== 'json') throw new UsageError('--format solo admite json.');
    await line.signIn();
    const caseId = await caseIdOf(line);
    // The case itself first: of one that is closed to her nothing else is asked.
    const told: Record<string, unknown> = { case: await line.client.getCase({ caseId }) };
    for (const [name, read] of Object.entries(parts)) {
      const found = await readable(() => read(line, caseId));
      if (found !== null) told[name] = found.value;
    }
    line.print(told);
  },
};

/** Who is meant, by her login: oneself, or anybody for who lists the staff. @throws not-found */
async function personOf(line: CommandLine, login: string) {
  const { staff: own } = await line.signIn();
  if (own.login === login) return own;
  const found = (await line.client.listStaff({})).staff.find((one) => one.login === login);
  if (found === undefined) throw fail('not-found');
  return found;
}

type Lines = readonly Pick<NextLine, 'number' | 'items'>[];

/** Of every case that she may open: who leads the centre has no day of others, and each case says whose turn it is. */
async function linesOfAll(line: CommandLine): Promise<Lines> {
  const lines: Pick<NextLine, 'number' | 'items'>[] = [];
  for (const { caseId, number } of (await line.client.listMyCases({})).cases)
    lines.push({ number, items: (await line.client.readCaseNext({ caseId })).items });
  return lines;
}

function itemsOf(lines: Lines, isHers: (item: NextLine['items'][number]) => boolean) {
  return lines.flatMap(({ number, items }) =>
    items.filter(isHers).map(({ task, why, group, due, who }) => ({ case: number, task, why, group, due, who })),
  );
}

export const tasksCommand: Command = {
  usage: '--data CARPETA --user USUARIO --passphrase-file ARCHIVO --staff USUARIO',
  options: { staff: word },
  run: async (line) => {
    const person = await personOf(line, required(line, 'staff'));
    const services = servicesOf(person.roles);
    const lines =
      person.login === line.options['user'] ? (await line.client.readMyDay({})).lines : await linesOfAll(line);
    const isHers = ({ turn, who }: NextLine['items'][number]) =>
      who === person.fullName || turn.some((service) => services.includes(service));
    line.print({ tasks: itemsOf(lines, isHers) });
  },
};
