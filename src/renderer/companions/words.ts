import type { Companion, Computers } from '../../shared/companions/index.ts';
import { inLima } from '../platform/times.ts';

/** «1 computadora», «3 computadoras». */
export const countWords = (count: number): string => (count === 1 ? '1 computadora' : `${count} computadoras`);

/** What an address is reached at, as it is typed at the other computer. */
export function placeWords({ address, port }: Pick<Computers['keeper'], 'address' | 'port'>): string {
  return address === null ? '—' : `${address}, puerto ${port}`;
}

/** `9:05` until a moment; null once it is past. Both in milliseconds since 1970. */
export function leftWords(until: number, now: number): string | null {
  const seconds = Math.ceil((until - now) / 1000);
  if (seconds <= 0) return null;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export const nowWords = ({ isConnected, people }: Pick<Companion, 'isConnected' | 'people'>): string => {
  if (!isConnected) return 'Sin conexión';
  return people.length === 0 ? 'En línea, nadie trabaja en ella' : `En línea: ${people.join(', ')}`;
};

/** How many of the connected computers have a copy of the last day. */
export function freshWords({ companions, copies: { fresh } }: Pick<Computers, 'companions' | 'copies'>): string {
  const all = companions.filter(({ mayConnect }) => mayConnect).length;
  if (all === 1) return `La computadora conectada ${fresh === 1 ? 'tiene' : 'no tiene'} una copia del último día.`;
  const those = `${all} computadoras conectadas`;
  if (fresh === 0) return `Ninguna de las ${those} tiene una copia del último día.`;
  return `${fresh} de las ${those} ${fresh === 1 ? 'tiene' : 'tienen'} una copia del último día.`;
}

/** What waits here for a computer that will not answer. */
export const unsentHereWords = (count: number): string =>
  count === 1
    ? 'Aquí hay 1 cambio que no llegó a enviarse: no pasará a este registro. Anótelo en papel antes de seguir.'
    : `Aquí hay ${count} cambios que no llegaron a enviarse: no pasarán a este registro. Anótelos en papel antes de seguir.`;

/** When it was disconnected and by whom, as far as the record knows. */
export const goneWords = ({ revokedAt, revokedBy }: Pick<Companion, 'revokedAt' | 'revokedBy'>): string =>
  revokedAt === null
    ? 'Antes de restaurar una copia: el registro no sabe cuándo'
    : `${inLima(revokedAt)}, ${revokedBy ?? 'al pasar el registro a otra computadora'}`;

/** What becomes of it when it is disconnected. */
export const endWords = ({ isConnected, mayConnect }: Pick<Companion, 'isConnected' | 'mayConnect'>): string => {
  if (!mayConnect) return 'Ya no puede conectarse. Al anotarlo, queda también en el registro y en sus copias.';
  if (isConnected) return 'Se corta en este momento: lo que allí se escribe y no se envió se pierde.';
  return 'Ya no podrá conectarse. Lo que allí quedó escrito y no se envió se pierde.';
};

export const joinedWords = (centreName: string): string =>
  `Esta computadora quedó conectada a CEM ${centreName}. Ya puede entrar.`;
