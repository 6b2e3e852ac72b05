import { useRead } from '../platform/query.ts';
import { Warning } from '../platform/ui/index.ts';

const lookAgainAfter = 10 * 60_000;

/** While less than 500 MB are left on the disk of the record: said before a save is refused. */
export function DiskWarning() {
  const { data } = useRead(['centre', 'disk'], async (client) => (await client.getStatus({})).isDiskLow, {
    refetchInterval: lookAgainAfter,
  });
  if (data !== true) return null;
  return (
    <Warning isSevere>
      Quedan menos de 500 MB en el disco del registro. Lo guardado está a salvo. Libere espacio hoy o avise a Soporte:
      sin espacio no se podrá guardar.
    </Warning>
  );
}
