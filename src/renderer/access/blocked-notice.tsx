import { codeWords, type FailureCode } from '../../shared/platform/failures.ts';
import { wordsOf } from '../platform/failure-words.ts';
import { look, ButtonRow, Told } from '../platform/ui/index.ts';
import { useStatus } from './status.tsx';

const restoreWay =
  'No borre nada. Abajo puede recuperar desde una copia: lo que hay ahora se guarda aparte 30 días. Si no tiene copia, avise a soporte.';

const movedBySupport = 'No borre nada: pida a soporte que pase esa carpeta a su lugar y abra el programa otra vez.';

/** What to do now, by the first word of the reason; the reason itself says what happened. */
const waysOut: readonly (readonly [prefix: string, words: string])[] = [
  ['already-open', 'Cierre la otra ventana o la otra cuenta de Windows y haga clic en «Reintentar».'],
  ['path-read-only', 'Pida a soporte que revise los permisos y haga clic en «Reintentar».'],
  ['path-open-to-others', 'Pida a soporte que abra el programa con una cuenta de administración y vuelva a intentar.'],
  [
    'path-base-loose',
    'Pida a soporte que ejecute otra vez el instalador, o que abra el programa con una cuenta de administración.',
  ],
  ['path-practice-here', movedBySupport],
  ['path-real-here', movedBySupport],
  [
    'path-',
    'Pida a soporte que fije una carpeta del disco de esta computadora y abra el programa otra vez. Lo que hay en la otra sigue igual.',
  ],
  ['database-newer', 'Instale la versión nueva del programa y vuelva a abrir.'],
  ['keyring-', restoreWay],
  ['database-', restoreWay],
  ['epoch-', restoreWay],
];

function failureCodeOf(reason: string): FailureCode {
  return Object.hasOwn(codeWords, reason) ? (reason as FailureCode) : 'storage';
}

/** What keeps the files closed and what to do now; both sentences of `getStatus().blocked`. */
export function blockedWords(reason: string): { readonly what: string; readonly wayOut: string } {
  const what = wordsOf({ code: failureCodeOf(reason), reason, issues: [], incident: null });
  const wayOut = waysOut.find(([prefix]) => reason.startsWith(prefix))?.[1];
  return { what, wayOut: wayOut ?? 'Si sigue igual después de reintentar, avise a soporte.' };
}

export function BlockedNotice({ reason }: { readonly reason: string }) {
  const { reload } = useStatus();
  const { what, wayOut } = blockedWords(reason);
  return (
    <div className={look.stack}>
      <Told role="alert" tone="error">
        <strong>{what}</strong> {wayOut}
      </Told>
      <ButtonRow label="Reintentar" onClick={() => void reload()} />
    </div>
  );
}
