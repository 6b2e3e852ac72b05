import { useRead } from '../platform/query.ts';

const lookAgainAfter = 10 * 60_000;

/** While less than 500 MB are left on the disk of the record: said before a save is refused. */
export function DiskBanner() {
  const { data } = useRead(['centre', 'disk'], async (client) => (await client.getStatus({})).isDiskLow, {
    refetchInterval: lookAgainAfter,
  });
  if (data !== true) return null;
  return (
    <p role="status">
      Quedan menos de 500 MB en el disco del registro. Lo guardado está a salvo. Libere espacio hoy o avise a Soporte:
      sin espacio no se podrá guardar.
    </p>
  );
}
