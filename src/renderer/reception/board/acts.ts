import { useGo } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import type { ArrivalLine } from '../../../shared/reception/index.ts';
import type { RowKey } from './board-list.tsx';
import type { Passing } from './held-dialog.tsx';
import type { useBoardAct } from './use-board-act.ts';

export type PaneAct = { readonly label: string; readonly key: RowKey | null; readonly run: () => void };
export type PanePart = 'facts' | 'handOver' | 'end';

type Options = {
  readonly line: ArrivalLine;
  readonly acts: ReturnType<typeof useBoardAct>;
  readonly onPart: (part: PanePart) => void;
  readonly onPass: (how: Passing) => void;
};

/** What may be done with one arrival: up to four acts with their keys, and the rest. */
export function useArrivalActs({ line, acts, onPart, onPass }: Options): { main: PaneAct[]; more: PaneAct[] } {
  const go = useGo();
  const mayHold = useMay('arrival.hold');
  const { arrivalId, state, mayRead, hasCase, mustCall } = line;
  const isFree = state !== 'attended' && mayAttend(line);
  const attend = (key: RowKey | null): PaneAct => ({
    ...{ label: 'Empezar atención', key, run: () => onPass('attend') },
  });
  // The service refuses what only whoever may read her does to everybody else.
  const ofReader = (label: string, key: RowKey | null, run: () => void): PaneAct[] =>
    mayRead ? [{ label, key, run }] : [];
  return {
    main: [
      ...(state === 'waiting' ? [{ label: 'Llamar', key: 'Enter' as const, run: () => onPass('call') }] : []),
      ...(state === 'called' && isFree ? [attend('Enter')] : []),
      ...ofReader('Entregar', 'e', () => onPart('handOver')),
      ...(hasCase ? [] : ofReader('Abrir ficha', 'f', () => go('/llegadas/$arrivalId/ficha', { arrivalId }))),
      ...ofReader('Cerrar o se retiró', 'c', () => onPart('end')),
    ],
    more: [
      ...(state === 'waiting' && isFree ? [attend(null)] : []),
      ...ofReader('Ver y corregir datos', null, () => go('/llegadas/$arrivalId', { arrivalId })),
      ...(mayHold
        ? [
            {
              label: mustCall ? 'Puede pasar' : 'Pedir que llamen a Coordinación',
              ...{ key: null, run: () => void acts.setHold(!mustCall) },
            },
          ]
        : []),
    ],
  };
}

/** Whoever may read her, and for somebody who waits for nobody yet, anybody: the service refuses the rest. */
function mayAttend({ mayRead, service, staffName }: ArrivalLine): boolean {
  return mayRead || (service === null && staffName === null);
}
