import { declineReasonLabels, type DeclineReason } from '../../../shared/intake/index.ts';
import { ChosenReasonDialog } from '../../platform/ui/index.ts';

type Props = {
  readonly number: string;
  readonly onDecline: (why: { readonly reason: DeclineReason; readonly words: string | null }) => void;
  readonly onCancel: () => void;
};

/** Why a correction is not made. */
export function DeclineDialog({ number, onDecline, onCancel }: Props) {
  return (
    <ChosenReasonDialog<DeclineReason>
      title={`¿Por qué no se corrige la ficha ${number}?`}
      label="Motivo"
      reasons={declineReasonLabels}
      confirm="No aceptar"
      cancel="Volver a la lista"
      onChosen={(reason, words) => onDecline({ reason, words })}
      onCancel={onCancel}
    />
  );
}
