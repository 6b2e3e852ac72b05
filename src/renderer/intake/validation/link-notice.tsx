import { Button } from '@mantine/core';
import { Notice } from '../../platform/ui/index.ts';
import css from '../intake.module.css';
import type { Proposal } from './use-proposal.ts';

type Props = {
  readonly link: Proposal['links'][number];
  readonly busy: boolean;
  readonly onUndo: () => void;
};

/** Who goes on as whom, and the way back from a wrong link. */
export function LinkNotice({ link, busy, onUndo }: Props) {
  const { known, typed, canUndo } = link;
  return (
    <Notice>
      <p>{`Es ${known}. En esta ficha se escribió: ${typed}.`}</p>
      {canUndo ? (
        <div>
          <Button
            variant="default"
            size="compact-sm"
            aria-disabled={busy}
            aria-label={`Deshacer: no es ${known}`}
            onClick={onUndo}
          >
            Deshacer
          </Button>
        </div>
      ) : (
        <p className={css.secondary}>
          Si no es la misma, Coordinación separa los dos registros en «Uniones de personas».
        </p>
      )}
    </Notice>
  );
}
