import { Button } from '@mantine/core';
import { useClient } from '../platform/client-context.tsx';
import css from './imports.module.css';
import { useProgress } from './queries.ts';

type Props = { readonly importId: string; readonly label: string };

/** How far a long work is, with the way to stop it. */
export function WorkProgress({ importId, label }: Props) {
  const client = useClient();
  const { data } = useProgress(importId, true);
  const done = data?.done ?? 0;
  const total = data?.total ?? 0;
  return (
    <div className={css.stack} role="status">
      <span>{total === 0 ? `${label}…` : `${label}: ${done} de ${total}`}</span>
      <progress className={css.progress} aria-label={label} max={Math.max(total, 1)} value={done} />
      <div className={css.row}>
        <Button variant="default" onClick={() => void client.cancelImportWork({ importId }).catch(() => undefined)}>
          Detener
        </Button>
      </div>
    </div>
  );
}
