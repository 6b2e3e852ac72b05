import { look, Notice, useNamed, LineButton } from '../../platform/ui/index.ts';
import type { Proposal } from './use-proposal.ts';

type Props = {
  readonly link: Proposal['links'][number];
  readonly busy: boolean;
  /** Null where the ficha is closed. */
  readonly onUndo: (() => void) | null;
};

/** Who goes on as whom, and the way back from a wrong link. */
export function LinkNotice({ link, busy, onUndo }: Props) {
  const named = useNamed();
  const { canUndo, isJoined } = link;
  const [known, typed] = [named(link.known), named(link.typed)];
  return (
    <Notice>
      <p>{`Es ${known}. En esta ficha se escribió: ${typed}.`}</p>
      {canUndo ? (
        onUndo !== null && (
          <div>
            <LineButton label="Deshacer" of={`no es ${known}`} busy={busy} onClick={onUndo} />
          </div>
        )
      ) : (
        <p className={look.secondary}>
          {isJoined
            ? 'Si no es la misma, Coordinación separa los dos registros en «Uniones de personas», con la aprobación de otra persona.'
            : 'La otra ficha está reservada: los dos registros no se unen. Cuando termine la reserva se pregunta otra vez.'}
        </p>
      )}
    </Notice>
  );
}
