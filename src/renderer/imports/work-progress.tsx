import { useClient } from '../platform/client-context.tsx';
import { PlainButton, look, WorkBar } from '../platform/ui/index.ts';
import { useProgress } from './queries.ts';

type Props = { readonly importId: string; readonly label: string };

/** How far a long work is, with the way to stop it. */
export function WorkProgress({ importId, label }: Props) {
  const client = useClient();
  const { data } = useProgress(importId, true);
  return (
    <div className={look.stack}>
      <WorkBar label={label} done={data?.done ?? 0} total={data?.total ?? 0} />
      <div className={look.row}>
        <PlainButton onClick={() => void client.cancelImportWork({ importId }).catch(() => undefined)}>
          Detener
        </PlainButton>
      </div>
    </div>
  );
}
