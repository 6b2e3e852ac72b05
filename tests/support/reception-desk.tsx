/** The order of arrival with its line, as long as somebody is signed in. */
import type { ReactNode } from 'react';
import { useSessionAccess } from '../../src/renderer/platform/session.tsx';
import { OrderOfArrival } from '../../src/renderer/reception/board/board.tsx';
import { ArrivalKey } from '../../src/renderer/reception/line/arrival-key.tsx';

export function ReceptionDesk({ closed = null }: { readonly closed?: ReactNode }) {
  const { state } = useSessionAccess();
  if (state.kind !== 'open') return closed;
  return (
    <>
      <ArrivalKey />
      <OrderOfArrival />
    </>
  );
}
