/** Writes docs/errors.md from the code: `npx node scripts/make-error-page.ts`. A test holds the page up to date. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonTables } from '../src/shared/failure-words.ts';
import { codeWords, failureCodes, type FailureCode } from '../src/shared/platform/failures.ts';

const root = join(import.meta.dirname, '..');

const meanings: Record<FailureCode, string> = {
  invalid: 'What was sent does not fit its schema; `issues` names each field.',
  'rule-broken': 'Well formed, but a rule of the domain or of the moment does not allow it.',
  duplicate: 'It would be there twice.',
  'not-found': 'There is no such thing, or this person may not know of it: the two read the same.',
  conflict: 'Somebody changed it since it was read. Read again and try again.',
  forbidden: 'No role of this person may do it.',
  locked: 'No session, or it ended.',
  'wrong-secret': 'Login, password or recovery key; never says which.',
  damaged: 'A file, a record or the audit does not match its seal.',
  'from-the-future': 'Written by a newer version of the program.',
  storage: 'Disk, folder, printer or another program that holds the file.',
  cancelled: 'The person closed a dialog of the system.',
  unexpected: 'A bug. `incident` is the number under which the incident log of the data folder holds it.',
};

/** Where the words of each reason stand, found by the name of their table. */
const shared = globSync('src/shared/*/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const placeOf = (name: string) => {
  const place = shared.find((file) => readFileSync(join(root, file), 'utf8').includes(`export const ${name} = {`));
  if (place === undefined) throw new Error(`no file of src/shared has ${name}`);
  return place;
};
export const placedReasons = Object.entries(reasonTables).map(([name, words]) => [placeOf(name), words] as const);

/** Codes with which each reason is thrown by name; a reason handed on by a rule is not found this way. */
function codesByReason(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (reason: string | undefined, code: string | undefined) => {
    if (reason === undefined || code === undefined) return;
    found.set(reason, (found.get(reason) ?? new Set<string>()).add(code));
  };
  for (const file of globSync(['src/{shared,main}/**/*.ts', 'scripts/match/*.ts'], { cwd: root })) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const match of text.matchAll(/\bfail\(\s*'([a-z-]+)',\s*'([a-z-]+)'/g)) add(match[2], match[1]);
    for (const match of text.matchAll(/\bfailAt\([^;]*?,\s*'([a-z-]+)',?\s*\)/g)) add(match[1], 'rule-broken');
  }
  return found;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The whole page as it must stand in docs/errors.md. */
export function errorPage(): string {
  const codes = codesByReason();
  const codeRows = failureCodes.map((code) => [`\`${code}\``, meanings[code], `«${codeWords[code]}»`]);
  const parts = placedReasons.map(([place, words]) => {
    const rows = Object.entries(words).map(([reason, said]) => {
      const thrown = [...(codes.get(reason) ?? [])].sort().map((code) => `\`${code}\``);
      return [`\`${reason}\``, thrown.join(', ') || 'handed on', `«${said}»`];
    });
    return `### [\`${place}\`](../${place})\n\n${table(['reason', 'code', 'words'], rows)}`;
  });
  return `<!-- Written by scripts/make-error-page.ts: do not edit. -->

# Failures

An expected failure is part of the contract: a code, a reason or none, the fields it concerns. The person reads the words of the reason, or
those of the code when there is no reason (\`failureWords\` in [\`src/shared/failure-words.ts\`](../src/shared/failure-words.ts)). Anything else
that is thrown is a bug: it becomes \`unexpected\` with a number. How to add a reason: [recipes](recipes.md#add-a-failure-reason).

## Codes

${table(['code', 'means', 'words when no reason says it better'], codeRows)}

## Reasons

«Handed on»: the reason comes out of a rule or a value and is not written where it is thrown.

${parts.join('\n\n')}
`;
}

if (import.meta.main) writeFileSync(join(root, 'docs/errors.md'), errorPage());
