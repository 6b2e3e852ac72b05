import { Button } from '@mantine/core';
import { useClient } from '../platform/client-context.tsx';
import { WorkBar } from '../platform/ui/index.ts';
import css from './imports.module.css';
import { useProgress } from './queries.ts';

type Props = { readonly importId: string; readonly label: string };

/** How far a long work is, with the way to stop it. */
export function WorkProgress({ importId, label }: Props) {
  const client = useClient();
  const { data } = useProgress(importId, true);
  return (
    <div className={css.stack}>
      <WorkBar label={label} done={data?.done ?? 0} total={data?.total ?? 0} />
      <div className={css.row}>
        <Button variant="default" onClick={() => void client.cancelImportWork({ importId }).catch(() => undefined)}>
          Detener
        </Button>
      </div>
    </div>
  );
}
