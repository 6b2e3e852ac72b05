/** Writes docs/errors.md from the code: `npx node scripts/make-error-page.ts`. A test holds the page up to date. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessReasons } from '../src/shared/access/index.ts';
import { alertReasons } from '../src/shared/alerts/index.ts';
import { attachmentReasons } from '../src/shared/attachments/index.ts';
import { auditReasons } from '../src/shared/audit/index.ts';
import { backupReasons } from '../src/shared/backup/index.ts';
import { careReasons } from '../src/shared/care/index.ts';
import { centreReasons } from '../src/shared/centre/index.ts';
import { closingReasons } from '../src/shared/closing/index.ts';
import { reasonWords } from '../src/shared/failure-words.ts';
import { directoryReasons } from '../src/shared/directory/index.ts';
import { filingReasons, presentingReasons } from '../src/shared/filings/index.ts';
import { counterpartReasons } from '../src/shared/counterparts/index.ts';
import { companionReasons } from '../src/shared/companions/index.ts';
import { conflictReasons } from '../src/shared/conflicts/index.ts';
import { importReasons } from '../src/shared/imports/index.ts';
import { intakeReasons } from '../src/shared/intake/index.ts';
import { papersReasons } from '../src/shared/papers/index.ts';
import { peopleReasons } from '../src/shared/people/index.ts';
import { codeWords, failureCodes, type FailureCode } from '../src/shared/platform/failures.ts';
import { platformReasons } from '../src/shared/platform/reason-words.ts';
import { preventionReasons } from '../src/shared/prevention/index.ts';
import { privacyReasons } from '../src/shared/privacy/index.ts';
import { proceedingsReasons } from '../src/shared/proceedings/index.ts';
import { programReasons } from '../src/shared/program/index.ts';
import { receptionReasons } from '../src/shared/reception/index.ts';
import { referralReasons } from '../src/shared/referrals/index.ts';
import { registerReasons } from '../src/shared/register/index.ts';
import { reserveReasons } from '../src/shared/reserve/index.ts';
import { reportReasons } from '../src/shared/reports/index.ts';
import { contactReasons } from '../src/shared/contact/index.ts';
import { planReasons } from '../src/shared/plan/index.ts';
import { riskReasons } from '../src/shared/risk/index.ts';
import { subjectReasons } from '../src/shared/subject/index.ts';
import { safetyReasons } from '../src/shared/safety/index.ts';
import { injuryReasons } from '../src/shared/injuries/index.ts';
import { reintegrationReasons } from '../src/shared/reintegration/index.ts';
import { rulebookReasons } from '../src/shared/rulebook/index.ts';

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

/** Where the words of each reason stand; in the order of the page. */
export const reasonTables: readonly (readonly [place: string, words: Readonly<Record<string, string>>])[] = [
  ['src/shared/platform/reason-words.ts', platformReasons],
  ['src/shared/access/codes.ts', accessReasons],
  ['src/shared/centre/codes.ts', centreReasons],
  ['src/shared/people/codes.ts', peopleReasons],
  ['src/shared/companions/codes.ts', companionReasons],
  ['src/shared/conflicts/codes.ts', conflictReasons],
  ['src/shared/reserve/codes.ts', reserveReasons],
  ['src/shared/alerts/codes.ts', alertReasons],
  ['src/shared/intake/labels.ts', intakeReasons],
  ['src/shared/plan/codes.ts', planReasons],
  ['src/shared/closing/codes.ts', closingReasons],
  ['src/shared/contact/codes.ts', contactReasons],
  ['src/shared/risk/labels.ts', riskReasons],
  ['src/shared/safety/codes.ts', safetyReasons],
  ['src/shared/injuries/codes.ts', injuryReasons],
  ['src/shared/reintegration/codes.ts', reintegrationReasons],
  ['src/shared/subject/codes.ts', subjectReasons],
  ['src/shared/care/labels.ts', careReasons],
  ['src/shared/prevention/codes.ts', preventionReasons],
  ['src/shared/privacy/labels.ts', privacyReasons],
  ['src/shared/proceedings/codes.ts', proceedingsReasons],
  ['src/shared/attachments/codes.ts', attachmentReasons],
  ['src/shared/papers/codes.ts', papersReasons],
  ['src/shared/filings/codes.ts', filingReasons],
  ['src/shared/filings/presenting/codes.ts', presentingReasons],
  ['src/shared/reception/codes.ts', receptionReasons],
  ['src/shared/referrals/codes.ts', referralReasons],
  ['src/shared/counterparts/codes.ts', counterpartReasons],
  ['src/shared/register/labels.ts', registerReasons],
  ['src/shared/reports/labels.ts', reportReasons],
  ['src/shared/imports/codes.ts', importReasons],
  ['src/shared/rulebook/labels.ts', rulebookReasons],
  ['src/shared/directory/office.ts', directoryReasons],
  ['src/shared/audit/labels.ts', auditReasons],
  ['src/shared/backup/codes.ts', backupReasons],
  ['src/shared/program/labels.ts', programReasons],
];

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
  const missing = Object.keys(reasonWords).filter(
    (one) => !reasonTables.some(([, words]) => Object.hasOwn(words, one)),
  );
  if (missing.length > 0) throw new Error(`reasons without a table on the page: ${missing.join(', ')}`);
  const codeRows = failureCodes.map((code) => [`\`${code}\``, meanings[code], `«${codeWords[code]}»`]);
  const parts = reasonTables.map(([place, words]) => {
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
