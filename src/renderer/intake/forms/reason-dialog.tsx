import { useState } from 'react';
import { changeReasons, type ChangeReason, type ChangeReasonCode } from '../../../shared/history/index.ts';
import { ChoiceField, Dialog, TextField } from '../../platform/ui/index.ts';

type Props = {
  readonly opened: boolean;
  readonly onCancel: () => void;
  readonly onChosen: (reason: ChangeReason) => void;
};

const options = Object.entries(changeReasons).map(([code, label]) => ({ code: code as ChangeReasonCode, label }));

/** Why a saved answer of a validated case changes: from the list, words only for «Otro» (D6). */
export function ReasonDialog({ opened, onCancel, onChosen }: Props) {
  const [code, setCode] = useState<ChangeReasonCode | null>(null);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const words = text.trim();
  const lacksWords = code === 'other' && words === '';
  const confirm = () => {
    setTried(true);
    if (code === null || lacksWords) return;
    onChosen({ code, text: code === 'other' ? words : null });
  };
  return (
    <Dialog
      opened={opened}
      title="¿Por qué cambia una respuesta de un caso validado?"
      confirm={{ label: 'Guardar el cambio', onClick: confirm }}
      cancel={{ label: 'Volver a la sección', onClick: onCancel }}
    >
      <p>La respuesta anterior y el motivo quedan en el historial de la ficha.</p>
      <ChoiceField
        words={{
          label: 'Motivo del cambio',
          id: 'change-reason',
          error: tried && code === null ? 'Elija un motivo.' : undefined,
        }}
        options={options}
        value={code}
        onChange={setCode}
        clearable={false}
      />
      {code === 'other' && (
        <TextField
          words={{
            label: 'Escriba el motivo',
            id: 'change-reason-text',
            error: tried && lacksWords ? 'Escriba el motivo.' : undefined,
          }}
          maxLength={300}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      )}
    </Dialog>
  );
}
