/** When a question is asked, in the words of the blank form. */
import type { AskedWhen, Question, Questions } from '../record/index.ts';
import { listWords } from '../papers/index.ts';

/** All questions of the form by name: a rule may rest on another section. */
type Known = Questions;

const longest = 70;

function shortLabel(question: Question | undefined): string {
  const label = question?.label ?? '';
  return label.length <= longest ? label : `${label.slice(0, longest).trimEnd()}…`;
}

function answerWords(question: Question | undefined, codes: readonly unknown[]): string {
  if (question?.kind === 'yesNo') return codes.map((code) => (code === 1 ? 'Sí' : 'No')).join(' o ');
  if (question?.kind !== 'choice') return codes.join(' o ');
  return codes.map((code) => question.options.find((option) => option.code === code)?.label ?? '').join(' o ');
}

/**
 * «Solo si la anterior es «Sí»», «Solo si marcó «Otro»»; null for a question that is always asked.
 *
 * @param before the question printed just above, which needs no naming.
 */
export function askedWords(rule: AskedWhen | undefined, known: Known, before: string | null): string | null {
  if (rule === undefined) return null;
  const words = ruleWords(rule, known, before);
  return words === '' ? null : `Solo si ${words}.`;
}

function ruleWords(rule: AskedWhen, known: Known, before: string | null): string {
  if ('all' in rule) return listWords(rule.all.map((part) => ruleWords(part, known, before)));
  if ('any' in rule) return rule.any.map((part) => ruleWords(part, known, before)).join(' o ');
  const question = known[rule.question];
  const isAbove = rule.question === before;
  const named = isAbove ? 'la anterior' : `«${shortLabel(question)}»`;
  if ('ticked' in rule) {
    const marked = `marcó «${tickWords(question, rule.ticked)}»`;
    return isAbove ? marked : `${marked} en ${named}`;
  }
  if ('notTicked' in rule) {
    const left = `no marcó «${tickWords(question, rule.notTicked)}»`;
    return isAbove ? left : `${left} en ${named}`;
  }
  if ('atLeast' in rule) return `${named} es ${rule.atLeast} o más`;
  if ('isNot' in rule) return `${named} no es «${answerWords(question, rule.isNot)}»`;
  return `${named} es «${answerWords(question, rule.is)}»`;
}

function tickWords(question: Question | undefined, tick: string): string {
  return (question?.kind === 'ticks' ? question.ticks[tick]?.label : undefined) ?? '';
}
