import type { PairFicha } from '../../shared/pairs/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { look } from '../platform/ui/index.ts';

type Props = { readonly ficha: Pick<PairFicha, 'caseId' | 'number' | 'isThis'> };

/** The number of a ficha: a link where the reader may open it. */
export function FichaLink({ ficha: { caseId, number, isThis } }: Props) {
  if (caseId === null || isThis) return <span className={look.nowrap}>{isThis ? `${number} (esta)` : number}</span>;
  return (
    <a className={look.nowrap} href={hrefOf('/casos/$caseId', { caseId })}>
      {number}
    </a>
  );
}
