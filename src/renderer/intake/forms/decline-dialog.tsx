import { useState } from 'react';
import { declineReasonLabels, type DeclineReason } from '../../../shared/intake/index.ts';
import { ChoiceField, Dialog, TextField } from '../../platform/ui/index.ts';

type Props = {
  readonly number: string;
  readonly onDecline: (why: { readonly reason: DeclineReason; readonly words: string | null }) => void;
  readonly onCancel: () => void;
};

const options = Object.entries(declineReasonLabels).map(([code, label]) => ({ code: code as DeclineReason, label }));

/** Why a correction is not made: from the list, words only for «Otro» (D6). */
export function DeclineDialog({ number, onDecline, onCancel }: Props) {
  const [reason, setReason] = useState<DeclineReason | null>(null);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const words = text.trim();
  const lacksWords = reason === 'other' && words === '';
  const confirm = () => {
    setTried(true);
    if (reason === null || lacksWords) return;
    onDecline({ reason, words: reason === 'other' ? words : null });
  };
  return (
    <Dialog
      opened
      title={`¿Por qué no se corrige la ficha ${number}?`}
      confirm={{ label: 'No aceptar', onClick: confirm }}
      cancel={{ label: 'Volver a la lista', onClick: onCancel }}
    >
      <ChoiceField
        words={{
          label: 'Motivo',
          id: 'decline-reason',
          error: tried && reason === null ? 'Elija un motivo.' : undefined,
        }}
        options={options}
        value={reason}
        onChange={setReason}
        clearable={false}
      />
      {reason === 'other' && (
        <TextField
          words={{
            label: 'Escriba el motivo',
            id: 'decline-words',
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
