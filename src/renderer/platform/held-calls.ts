/** While the session is paused the screens behind the neutral page ask nothing: their calls wait until it goes on. */
import type { Envelope, Transport } from '../../shared/platform/contract.ts';
import type { SessionStore } from './session-store.ts';

/** Refused because the application paused first: nothing was done, the same call is made again afterwards. */
function cameTooLate(answer: Envelope): boolean {
  return !answer.ok && answer.failure.code === 'locked' && answer.failure.reason === 'paused';
}

/** Resolves at the next change of the session that leaves it open and going on, or locked. */
function goingOn(sessions: SessionStore): Promise<void> {
  return new Promise((resolve) => {
    const end = sessions.onChange(() => {
      if (sessions.isPaused()) return;
      end();
      resolve();
    });
  });
}

/** @param passes whether a procedure is answered during «Pausa» too */
export function holdWhilePaused(
  transport: Transport,
  sessions: SessionStore,
  passes: (procedure: string) => boolean,
): Transport {
  return {
    invoke: async (call) => {
      if (call.session === null || passes(call.procedure)) return transport.invoke(call);
      if (sessions.isPaused()) await goingOn(sessions);
      for (;;) {
        const answer = await transport.invoke(call);
        if (!cameTooLate(answer) || sessions.token() !== call.session) return answer;
        await goingOn(sessions);
      }
    },
    subscribe: (listener) => transport.subscribe(listener),
  };
}
