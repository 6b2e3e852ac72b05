import { PlainButton, look, TextField, ButtonRow } from '../platform/ui/index.ts';
import css from './care.module.css';

type ReceiversProps = {
  readonly receivers: readonly string[];
  readonly onChange: (receivers: readonly string[]) => void;
};

const most = 10;

/** Establishments in one act, as they were told to her. */
export function Receivers({ receivers, onChange }: ReceiversProps) {
  return (
    <div className={look.stack}>
      <p className={look.secondary}>
        Puede aceptar varios establecimientos en un solo acto: anótelos como se le dijeron.
      </p>
      {receivers.map((text, index) => (
        // Lines have no identity of their own: their place is the key.
        <div key={index} className={css.line}>
          <TextField
            words={{ label: `Establecimiento ${index + 1}`, id: `consent-receivers.${index}` }}
            maxLength={120}
            value={text}
            onChange={(event) => onChange(receivers.with(index, event.target.value))}
          />
          {receivers.length > 1 && (
            <PlainButton
              aria-label={`Quitar: Establecimiento ${index + 1}`}
              onClick={() => onChange(receivers.toSpliced(index, 1))}
            >
              Quitar
            </PlainButton>
          )}
        </div>
      ))}
      {receivers.length < most && (
        <ButtonRow plain label="Añadir establecimiento" onClick={() => onChange([...receivers, ''])} />
      )}
    </div>
  );
}
