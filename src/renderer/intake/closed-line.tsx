import { use } from 'react';
import { ClosedContext } from '../platform/session.tsx';
import { Notice } from '../platform/ui/index.ts';

/** Whether what stands here is in a closed ficha. */
export const useIsClosed = () => use(ClosedContext);

/** In the place of the acts that a closed ficha refuses; nothing in one that is open. */
export function ClosedLine() {
  return useIsClosed() ? <Notice>Ficha cerrada: solo se lee.</Notice> : null;
}
