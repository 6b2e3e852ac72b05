import { arrivalFactsSchema, blankArrivalFacts, type ArrivalFacts } from '../../../shared/reception/index.ts';
import { announce } from '../../platform/announce.ts';
import type { UnpressedClient } from '../../platform/client.ts';
import { whoOf } from '../forms/who.ts';
import { sendOnce, type TypedArrival } from './kept.ts';

function isBlank(facts: ArrivalFacts): boolean {
  const blank = Object.entries(blankArrivalFacts());
  return blank.every(([name, value]) => JSON.stringify(facts[name as keyof ArrivalFacts]) === JSON.stringify(value));
}

/** What was typed, as far as it is said: a name that nobody was chosen for is that of nobody in the record. */
function saidIn({ facts, text, link }: TypedArrival): ArrivalFacts | null {
  const isSaid = link !== null || text.trim() !== '';
  if (!isSaid && isBlank(facts)) return null;
  const who = link === null ? whoOf({ kind: 'new' }, text) : {};
  const valid = arrivalFactsSchema.safeParse({ ...facts, ...who });
  return valid.success ? valid.data : null;
}

/**
 * She waits, rather than be forgotten with the session; answers whether she does. In one call, sent at once: it goes in also
 * when the line is cut and the window gone by then.
 */
export async function waitBeforeLock(client: UnpressedClient, typed: TypedArrival): Promise<boolean> {
  const facts = saidIn(typed);
  if (facts === null) return false;
  const { label } = await sendOnce(typed, () => client.registerArrival({ arrivalId: typed.arrivalId, facts }));
  announce(`${label} registrada, en espera.`);
  return true;
}
