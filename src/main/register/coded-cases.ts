/** The coded columns of many cases at once, each question read once for all of them. */
import { formSectionIds, type AnswersBySection } from '../../shared/intake/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { codedReader, questionsBehind, restsOnEvents } from '../../shared/register/index.ts';
import { answersByCase, type CaseRow } from '../intake/index.ts';
import { inParts } from '../platform/storage/among.ts';
import { eventsByCase } from './facts.ts';
import type { Trx } from './tables.ts';

/** Code by column of each case, in their order. */
export async function codedCases(
  trx: Trx,
  rows: readonly Pick<CaseRow, 'id' | 'condition_confirmed'>[],
  variables: readonly string[],
): Promise<Record<string, string>[]> {
  const behind = questionsBehind(variables);
  const isFiled = restsOnEvents(variables);
  const read = codedReader(variables);
  const coded: Record<string, string>[] = [];
  for (const part of inParts(rows, 4000)) {
    const ids = part.map(({ id }) => id);
    const saved = new Map<CaseId, AnswersBySection>(ids.map((id) => [id, {}]));
    for (const section of formSectionIds) {
      const questions = behind[section];
      if (questions === undefined) continue;
      for (const [id, answers] of await answersByCase(trx, section, ids, questions)) {
        const own = saved.get(id);
        if (own !== undefined) own[section] = answers;
      }
    }
    const events = isFiled ? await eventsByCase(trx, ids) : null;
    for (const { id, condition_confirmed: condition } of part) {
      const done = events?.get(id);
      const facts = { condition, answers: saved.get(id) ?? {} };
      coded.push(read(done === undefined ? facts : { ...facts, events: done }));
    }
  }
  return coded;
}
