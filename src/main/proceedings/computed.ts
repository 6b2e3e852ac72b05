/** How a computed term is kept: the dates with their reasons, and the words of the rule as they were that day. */
import { computedTermSchema, type ComputedDeadline, type ComputedTerm } from '../../shared/proceedings/index.ts';

export function toStored({ rule, ...terms }: ComputedDeadline): string {
  const { task, actor, amount, unit, officeAction, remindHoursBefore } = rule.value;
  const { source, note, confirmation } = rule;
  const words = { task, actor, amount, unit, officeAction, remindHoursBefore, source, note, confirmation };
  return JSON.stringify(computedTermSchema.parse({ ...terms, rule: words }));
}

export function fromStored(text: string): ComputedTerm {
  return computedTermSchema.parse(JSON.parse(text));
}

/** As it would be kept today: a part that an earlier program did not know is without content. */
export function renewed(text: string): string {
  return JSON.stringify(fromStored(text));
}

export function ruleWords({ rule }: ComputedTerm) {
  const { remindHoursBefore: _reminders, ...words } = rule;
  return words;
}
