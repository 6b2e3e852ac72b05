/** One run of the command line asks again, under the same key, when the answer does not say whether it is stored. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Transport } from '../../shared/platform/contract.ts';
import type { Failure } from '../../shared/platform/failures.ts';

/** Milliseconds before each further try. */
const pauses = [200, 1000];

/** A disk that is full or a session that ended is not otherwise a second later. */
function mayBeOtherwiseSoon({ code, reason }: Failure): boolean {
  return code === 'unexpected' || (code === 'storage' && (reason === 'busy' || reason === 'no-answer'));
}

/** Changes alone: what only reads is asked for once. */
export function askingAgain(transport: Pick<Transport, 'invoke'>): Pick<Transport, 'invoke'> {
  return {
    invoke: async (call) => {
      for (const pause of pauses) {
        const answer = await transport.invoke(call);
        if (answer.ok || call.key === null || !mayBeOtherwiseSoon(answer.failure)) return answer;
        await sleep(pause);
      }
      return transport.invoke(call);
    },
  };
}
