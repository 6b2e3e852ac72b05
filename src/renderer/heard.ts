/** What the application tells without being asked reaches the screens that show it. */
import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';
import type { HostEvent, Transport } from '../shared/platform/contract.ts';
import { computersKey, presenceKey } from './companions/index.ts';
import { createAsking, isTypedOver } from './platform/ask-again.ts';
import { lineBack } from './platform/transport.ts';

type Topic = Extract<HostEvent, { kind: 'changed' }>['topic'];

// What was found behind somebody's screen comes with the same event as every registration.
const besides: readonly QueryKey[] = [['alerts'], ['day']];

/** What each topic changes, by the beginning of its key. */
const keysOf: Readonly<Record<Topic, readonly QueryKey[]>> = {
  reception: [['reception'], ...besides],
  troubles: [['troubles'], ...besides],
  place: [['place'], ...besides],
  work: [
    ...[['intake', 'list'], ['intake', 'corrections'], ['access', 'proposals'], ['counterparts'], ['referrals']],
    ...besides,
  ],
  computers: [computersKey],
};

const begins = (query: Query, keys: readonly QueryKey[]) =>
  keys.some((key) => key.every((part, at) => query.queryKey[at] === part));

/** Asks again what an event names; answers the function that ends it. */
export function hearChanges(transport: Transport, queries: QueryClient): () => void {
  const asking = createAsking(queries);
  const isLineBack = lineBack();
  const hear = (event: HostEvent) => {
    if (event.kind === 'changed') asking.ask(event.topic, { fits: (query) => begins(query, keysOf[event.topic]) });
    if (event.kind === 'case' && event.what === 'people')
      asking.ask(`people ${event.caseId}`, { fits: (query) => begins(query, [[...presenceKey, event.caseId]]) });
    if (event.kind === 'case' && event.what === 'changed') {
      const isOfCase = (query: Query) => query.queryKey.includes(event.caseId) && !isTypedOver(query);
      asking.ask(`case ${event.caseId}`, { fits: isOfCase, waits: true });
    }
    if (!isLineBack(event)) return;
    // Who is here is told anew at once; what else stands there, as soon as nothing is being typed.
    asking.ask('presence', { fits: (query) => begins(query, [presenceKey]) });
    asking.ask('line', { fits: (query) => !isTypedOver(query), waits: true });
  };
  const end = transport.subscribe(hear);
  return () => {
    end();
    asking.stop();
  };
}
