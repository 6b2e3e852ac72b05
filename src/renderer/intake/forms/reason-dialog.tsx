import { changeReasons, type ChangeReason, type ChangeReasonCode } from '../../../shared/history/index.ts';
import { ChosenReasonDialog } from '../../platform/ui/index.ts';

type Props = {
  readonly opened: boolean;
  readonly onCancel: () => void;
  readonly onChosen: (reason: ChangeReason) => void;
};

/** Why a saved answer of a validated case changes. */
export function ReasonDialog({ opened, onCancel, onChosen }: Props) {
  return (
    <ChosenReasonDialog<ChangeReasonCode>
      opened={opened}
      title="¿Por qué cambia una respuesta de un caso validado?"
      label="Motivo del cambio"
      reasons={changeReasons}
      confirm="Guardar el cambio"
      cancel="Volver a la sección"
      onChosen={(code, text) => onChosen({ code, text })}
      onCancel={onCancel}
    >
      <p>La respuesta anterior y el motivo quedan en el historial de la ficha.</p>
    </ChosenReasonDialog>
  );
}
