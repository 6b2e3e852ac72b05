import { useState } from 'react';
import { holdWords, type ArrivalLine } from '../../../shared/reception/index.ts';
import { Dialog } from '../../platform/ui/index.ts';
import type { useBoardAct } from './use-board-act.ts';

/** How somebody comes in from the waiting room. */
export type Passing = 'call' | 'attend';

const asked: Readonly<Record<Passing, string>> = { call: 'Sí, llamar', attend: 'Sí, empezar atención' };

/**
 * Lets somebody in. About whoever is held Coordinación is asked first: Enter pressed twice must not let her in.
 *
 * @param next Where the focus goes afterwards.
 */
export function usePassing(
  { label, mustCall }: ArrivalLine,
  acts: Pick<ReturnType<typeof useBoardAct>, Passing>,
  next?: () => HTMLElement | null,
) {
  const [held, setHeld] = useState<Passing | null>(null);
  const pass = (how: Passing) => {
    if (mustCall) setHeld(how);
    else void acts[how](false, next);
  };
  const question = held !== null && (
    <Dialog
      opened
      title={`¿Coordinación ya dijo que puede pasar ${label}?`}
      confirm={{
        label: asked[held],
        onClick: () => {
          setHeld(null);
          void acts[held](true, next);
        },
      }}
      cancel={{ label: 'Todavía no', onClick: () => setHeld(null) }}
    >
      <p>{`${holdWords}. No pregunte ni comente: Coordinación decide.`}</p>
    </Dialog>
  );
  return { pass, question };
}
