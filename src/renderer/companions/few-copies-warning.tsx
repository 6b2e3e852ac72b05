import { useGo } from '../platform/routes.ts';
import { useMay, useSession } from '../platform/session.tsx';
import { PlainButton, Warning } from '../platform/ui/index.ts';
import { useComputers } from './queries.ts';
import { freshWords } from './words.ts';

/** One sentence and one action while too few of the connected computers have a copy of the last day; nothing otherwise. */
export function FewCopiesWarning() {
  const { data } = useComputers(useMay('companions.read'));
  const go = useGo();
  const { isReadOnly } = useSession();
  // A copy of a file that was put back is not what is asked for.
  if (data === undefined || isReadOnly || !data.keeper.isOn || !data.copies.isFew) return null;
  return (
    <Warning>
      <span>{freshWords(data)}</span>
      <PlainButton small onClick={() => go('/ajustes/computadoras')}>
        Ver las computadoras
      </PlainButton>
    </Warning>
  );
}
