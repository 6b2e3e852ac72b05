import { TextField } from '../platform/ui/index.ts';
import { PasswordField } from './password-field.tsx';

/** Whoever stands beside and types the own password, as typed. */
export type SecondPerson = { readonly login: string; readonly password: string };

export const nobodyBeside: SecondPerson = { login: '', password: '' };

const lackWords = 'Falta este dato.';

/** Words under a field that was left empty when the act was pressed. */
export const lacks = (value: string | null, tried: boolean): string | undefined =>
  tried && (value ?? '').trim() === '' ? lackWords : undefined;

export const isSomebody = ({ login, password }: SecondPerson): boolean => login.trim() !== '' && password.trim() !== '';

/** As the act is told: a space after the user name is nobody's. */
export const toldSecond = ({ login, password }: SecondPerson): SecondPerson => ({ login: login.trim(), password });

type Props = {
  /** The fields are `${id}-login` and `${id}-second`. */
  readonly id: string;
  readonly value: SecondPerson;
  readonly onChange: (value: SecondPerson) => void;
  /** What is empty is said from the first press on. */
  readonly tried: boolean;
};

/** Acts of two people at one computer (decision D4): the second says who she is. */
export function SecondPersonFields({ id, value, onChange, tried }: Props) {
  return (
    <>
      <TextField
        words={{
          label: 'Usuario de la segunda persona',
          hint: 'De Psicología, Social, Legal o Coordinación: está aquí y escribe su contraseña.',
          id: `${id}-login`,
          error: lacks(value.login, tried),
        }}
        spellCheck={false}
        autoCapitalize="none"
        maxLength={20}
        value={value.login}
        onChange={(event) => onChange({ ...value, login: event.target.value })}
      />
      <PasswordField
        words={{
          label: 'Contraseña de la segunda persona',
          id: `${id}-second`,
          error: lacks(value.password, tried),
        }}
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
      />
    </>
  );
}
