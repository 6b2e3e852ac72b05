/** The order of arrival with its line, as long as somebody is signed in; without it while she is on another screen. */
import type { ReactNode } from 'react';
import { useSessionAccess } from '../../src/renderer/platform/session.tsx';
import { OrderOfArrival } from '../../src/renderer/reception/board/board.tsx';
import { ArrivalKey } from '../../src/renderer/reception/line/arrival-key.tsx';

type Props = { readonly closed?: ReactNode; readonly isAway?: boolean };

export function ReceptionDesk({ closed = null, isAway = false }: Props) {
  const { state } = useSessionAccess();
  if (state.kind !== 'open') return closed;
  return (
    <>
      <ArrivalKey />
      {!isAway && <OrderOfArrival />}
    </>
  );
}
