/** What a companion asks of the chair, as it comes over the line: believed in nothing, answered by the door. */
import { fail } from '../../../shared/platform/failures.ts';
import { bodySchemas, type BodyOf, type QuestionName } from './messages.ts';
import type { ChairDoor, Line, Person } from './door.ts';

export type QuestionParts = {
  readonly door: Pick<ChairDoor, 'ask' | 'prove' | 'askNewSlot' | 'keepNewSlot'>;
  /** Who a session is of that was begun on this line; null for any other token. */
  readonly sessionOf: (connection: string, token: string) => Person | null;
};

function parsed<Name extends QuestionName>(name: Name, body: unknown): BodyOf<Name> {
  const found = bodySchemas[name].safeParse(body);
  if (!found.success) throw fail('invalid', 'message-limits');
  return found.data as BodyOf<Name>;
}

const isQuestion = (name: string): name is QuestionName => Object.hasOwn(bodySchemas, name);

/** @throws invalid `message-limits`, not-found for a question that is none, locked without a session; as the door */
export async function answerQuestion(
  { door, sessionOf }: QuestionParts,
  line: Line,
  { name, body }: { readonly name: string; readonly body: unknown },
): Promise<unknown> {
  if (!isQuestion(name)) throw fail('not-found');
  switch (name) {
    case 'ask':
      return door.ask({ ...line, ...parsed(name, body) });
    case 'prove':
      return door.prove({ ...line, ...parsed(name, body) });
    case 'askNewSlot': {
      const person = sessionOf(line.connection, parsed(name, body).session);
      if (person === null) throw fail('locked');
      return door.askNewSlot({ ...line, ...person });
    }
    case 'keepNewSlot':
      return door.keepNewSlot({ ...line, ...parsed(name, body) });
  }
}
