/** The list before a ficha is closed: read from the record, never ticked. Pure. */
import { addDays, type CivilDate } from '../platform/dates.ts';
import { formatCivilDate } from '../platform/typed-date.ts';
import { rereadReason, rereadWords, type SafetyStanding } from '../safety/index.ts';
import { oneOf, z } from '../platform/zod.ts';
import { closingLines, lineDemandLabels, type ClosingLine } from './codes.ts';
import type { ClosingLineRule } from './rules.ts';

/** What the record says of a case, each thing in the words in which the list shows it. */
export type ClosingFacts = {
  readonly today: CivilDate;
  /** Admission, or the last time it was opened again: what was supervised before does not count. */
  readonly since: CivilDate;
  readonly supervisions: readonly { readonly on: CivilDate; readonly by: string }[];
  readonly steps: readonly string[];
  /** How many actions that the plan proposes nobody put in it or put aside. */
  readonly proposals: number;
  readonly sameDay: readonly string[];
  readonly hearings: readonly string[];
  /** Days on which they were asked for. */
  readonly corrections: readonly CivilDate[];
  /** Who is writing, and in what. */
  readonly drafts: readonly string[];
  /** Days on which she was looked for and not found. */
  readonly attempts: readonly CivilDate[];
  readonly level: { readonly words: string; readonly isSevere: boolean; readonly on: CivilDate } | null;
  readonly safety: SafetyStanding | null;
  readonly measures: readonly string[];
  readonly terms: readonly string[];
  readonly referrals: readonly string[];
  readonly reintegration: readonly string[];
};

export const checklistLineSchema = z.strictObject({
  line: z.enum(closingLines),
  demand: oneOf(lineDemandLabels).exclude(['off']),
  /** What stands in the way; empty where it is clear. */
  found: z.array(z.string()),
  /** False where it counts for another reason of closing alone. */
  isAsked: z.boolean(),
});
export type ChecklistLine = z.infer<typeof checklistLineSchema>;

type Asked = {
  readonly rules: readonly ClosingLineRule[];
  /** Who proposes it: her own following does not count. */
  readonly proposer: string;
  /** Closed because she could not be reached. */
  readonly isNoContact: boolean;
};

const times = (count: number) => (count === 1 ? '1 día' : `${count} días`);

function supervisionFound(facts: ClosingFacts, proposer: string, within: number | null): string[] {
  const first = within === null ? facts.since : addDays(facts.today, -within);
  const counts = facts.supervisions.some(({ on, by }) => by !== proposer && on >= facts.since && on >= first);
  if (counts) return [];
  return [within === null ? 'Nadie más lo registró' : `Nadie más lo registró en los últimos ${times(within)}`];
}

function attemptsFound({ attempts, since }: ClosingFacts, wanted: number | null): string[] {
  const days = new Set(attempts.filter((on) => on >= since)).size;
  return days >= (wanted ?? 1) ? [] : [`${times(days)} con intentos, de ${wanted ?? 1}`];
}

function valuationFound({ level, today, since }: ClosingFacts, within: number | null): string[] {
  if (level === null) return ['No hay valoración firmada'];
  const isRecent = within === null ? level.on >= since : level.on >= addDays(today, -within);
  return isRecent ? [] : [`La última es del ${formatCivilDate(level.on)}`];
}

function safetyFound({ safety, today }: ClosingFacts): string[] {
  if (safety === null) return [];
  const reason = rereadReason(safety, today);
  if (reason === 'dueDay') return [`Se relee desde el ${formatCivilDate(safety.dueOn)}`];
  return reason === null ? [] : [rereadWords[reason]];
}

const finders: Readonly<
  Record<ClosingLine, (facts: ClosingFacts, amount: number | null, asked: Asked) => readonly string[]>
> = {
  supervision: (facts, amount, { proposer }) => supervisionFound(facts, proposer, amount),
  steps: ({ steps }) => steps,
  proposals: ({ proposals }) => (proposals === 0 ? [] : [proposals === 1 ? '1 propuesta' : `${proposals} propuestas`]),
  sameDay: ({ sameDay }) => sameDay,
  hearings: ({ hearings }) => hearings,
  corrections: ({ corrections }) => corrections.map((on) => `Pedida el ${formatCivilDate(on)}`),
  drafts: ({ drafts }) => drafts,
  attempts: attemptsFound,
  level: ({ level }) => (level?.isSevere === true ? [`${level.words}, ${formatCivilDate(level.on)}`] : []),
  valuation: valuationFound,
  safety: safetyFound,
  measures: ({ measures }) => measures,
  terms: ({ terms }) => terms,
  referrals: ({ referrals }) => referrals,
  reintegration: ({ reintegration }) => reintegration,
};

/** Every line that is asked for, in its order; what blocks is not hidden by what only asks for a reason. */
export function checklistOf(facts: ClosingFacts, asked: Asked): ChecklistLine[] {
  return closingLines.flatMap((line): ChecklistLine[] => {
    const rule = asked.rules.find((one) => one.line === line);
    if (rule === undefined || rule.demand === 'off') return [];
    const isAsked = line !== 'attempts' || asked.isNoContact;
    return [{ line, demand: rule.demand, found: [...finders[line](facts, rule.amount, asked)], isAsked }];
  });
}

export type LineWhy = { readonly line: ClosingLine; readonly words: string };

export function unclearIn<Line extends Pick<ChecklistLine, 'found' | 'isAsked'>>(lines: readonly Line[]): Line[] {
  return lines.filter(({ found, isAsked }) => isAsked && found.length > 0);
}

export function blockingIn<Line extends Pick<ChecklistLine, 'found' | 'isAsked' | 'demand'>>(
  lines: readonly Line[],
): Line[] {
  return unclearIn(lines).filter(({ demand }) => demand === 'blocks');
}

/** Lines whose reason is still to be written, by whoever proposes or by whoever approves. */
export function whysMissing(
  lines: readonly ChecklistLine[],
  whys: { readonly proposer: readonly LineWhy[]; readonly approver: readonly LineWhy[] | null },
): ClosingLine[] {
  const has = (given: readonly LineWhy[], line: ClosingLine) => given.some((one) => one.line === line);
  return unclearIn(lines)
    .filter(({ demand }) => demand !== 'blocks')
    .filter(({ demand, line }) => {
      const byApprover = whys.approver !== null && has(whys.approver, line);
      if (demand === 'approver') return whys.approver !== null && !byApprover;
      return !has(whys.proposer, line) && !byApprover;
    })
    .map(({ line }) => line);
}

/** The list in one text: what was read is what is closed. */
export function checklistText(lines: readonly ChecklistLine[]): string {
  return JSON.stringify(lines.map(({ line, demand, found, isAsked }) => [line, demand, found, isAsked]));
}
