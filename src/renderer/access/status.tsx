/** Where the centre stands, as the window knows it before and after a sign-in. */
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Transport } from '../../shared/platform/contract.ts';
import type { Failure } from '../../shared/platform/failures.ts';
import { useClient, type Output } from '../platform/client.ts';
import { failureOf } from '../platform/failure-words.ts';
import { useSessionAccess } from '../platform/session.tsx';
import { lineBack } from '../platform/transport.ts';

export type CentreStatus = Output<'getStatus'>;

type StatusAccess = {
  /** Null before the first answer. */
  readonly status: CentreStatus | null;
  /** Whether the answer was asked for after the last sign-in or lock: a founding centre is known only when open. */
  readonly isCurrent: boolean;
  readonly problem: Failure | null;
  readonly reload: () => Promise<void>;
  /** Now, in ms, by the clock of the computer that keeps the record; before its first answer by that of this window. */
  readonly centreNow: () => number;
};

type Answer = {
  readonly token: string | null;
  readonly status: CentreStatus | null;
  /** How far the clock of this window is behind that of the keeper, in ms. */
  readonly behind: number;
  readonly problem: Failure | null;
};

const nothingKnown: StatusAccess = {
  status: null,
  isCurrent: false,
  problem: null,
  reload: () => Promise.resolve(),
  centreNow: () => Date.now(),
};

const Context = createContext<StatusAccess>(nothingKnown);

type Props = {
  /** What the application tells without being asked: another window may have opened the other place. */
  readonly transport: Transport;
  readonly children: ReactNode;
};

/** Not a query of the cache: that one is emptied at each lock, and this must be known while locked. */
export function StatusProvider({ transport, children }: Props) {
  const client = useClient();
  const { state, startAnew } = useSessionAccess();
  const token = state.kind === 'open' ? state.session.token : null;
  const [answer, setAnswer] = useState<Answer | null>(null);
  const reload = useCallback(async () => {
    try {
      const status = await client.getStatus({});
      setAnswer({ token, status, behind: Date.parse(status.now) - Date.now(), problem: null });
    } catch (error) {
      setAnswer((before) => ({
        ...{ token, status: before?.status ?? null, behind: before?.behind ?? 0 },
        problem: failureOf(error),
      }));
    }
  }, [client, token]);
  // As long as this stands: it hears anew after each sign-in, the line goes on.
  const [isLineBack] = useState(lineBack);
  // oxlint-disable-next-line react/set-state-in-effect -- it sets nothing before the answer is there
  useEffect(() => void reload(), [reload]);
  useEffect(
    () =>
      transport.subscribe((event) => {
        const isOtherPlace = event.kind === 'changed' && event.topic === 'place';
        if (isOtherPlace) startAnew();
        // What could not be asked while the other computer did not answer.
        if (isLineBack(event) || isOtherPlace) void reload();
      }),
    [isLineBack, reload, startAnew, transport],
  );
  const access = useMemo(
    () => ({
      status: answer?.status ?? null,
      isCurrent: answer !== null && answer.token === token,
      problem: answer?.problem ?? null,
      reload,
      centreNow: () => Date.now() + (answer?.behind ?? 0),
    }),
    [answer, reload, token],
  );
  return <Context value={access}>{children}</Context>;
}

export function useStatus(): StatusAccess {
  return use(Context);
}

/** Whether what is seen before a sign-in belongs to practice; false while it is not known. */
export function useIsPracticeDoor(): boolean {
  const { status } = useStatus();
  return status !== null && (status.isPractice === true || status.place?.kind === 'practice');
}
