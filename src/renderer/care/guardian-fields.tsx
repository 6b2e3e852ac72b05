import { assentLabels, assents, type Assent } from '../../shared/care/index.ts';
import { look, ChoiceField, Notice, TextField, TickField } from '../platform/ui/index.ts';

export type Guardian = {
  readonly names: string;
  readonly bond: string;
  readonly assent: Assent | null;
  /** Made sure to be somebody else than the accused person of a similar name. */
  readonly isOther: boolean;
};

export const noGuardian: Guardian = { names: '', bond: '', assent: null, isOther: false };

/** As the contract takes it; nothing where an adult consents for herself. */
export function guardianOf(isAsked: boolean, { names, bond, assent, isOther }: Guardian) {
  return isAsked
    ? { guardian: { names, bond }, assent, guardianIsOther: isOther }
    : { guardian: null, assent: null, guardianIsOther: false };
}

const options = assents.map((code) => ({ code, label: assentLabels[code] }));

type Props = {
  readonly value: Guardian;
  readonly onChange: (value: Guardian) => void;
  readonly errorAt: (path: string) => string | undefined;
  /** The name is like that of the accused person. */
  readonly isAlike: boolean;
};

/** C4: the guardian who is not the accused person, and what the child says. */
export function GuardianFields({ value, onChange, errorAt, isAlike }: Props) {
  return (
    <div className={look.stack}>
      <Notice tone="warning">
        <p>
          Es menor de edad: consiente una persona a cargo que no sea la presunta agresora. Si no la hay, comunique a la
          UPE o a la fiscalía de familia y elija «No se pudo pedir».
        </p>
      </Notice>
      <div className={look.columns}>
        <TextField
          words={{ label: 'Quién consiente', id: 'consent-guardian.names', error: errorAt('guardian.names') }}
          width="medium"
          maxLength={120}
          value={value.names}
          onChange={(event) => onChange({ ...value, names: event.target.value, isOther: false })}
        />
        <TextField
          words={{ label: 'Vínculo', id: 'consent-guardian.bond', error: errorAt('guardian.bond') }}
          width="medium"
          maxLength={60}
          value={value.bond}
          onChange={(event) => onChange({ ...value, bond: event.target.value })}
        />
      </div>
      {isAlike && (
        <TickField
          words={{ id: 'consent-guardianIsOther', label: 'Comprobé que es otra persona y no la presunta agresora' }}
          value={value.isOther}
          onChange={(isOther) => onChange({ ...value, isOther })}
        />
      )}
      <ChoiceField
        words={{ label: 'La niña, el niño o adolescente', id: 'consent-assent', error: errorAt('assent') }}
        options={options}
        value={value.assent}
        onChange={(assent) => onChange({ ...value, assent })}
      />
    </div>
  );
}
