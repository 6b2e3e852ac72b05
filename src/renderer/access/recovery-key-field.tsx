import { LongTextField } from '../platform/ui/index.ts';

type Props = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
};

/** The key of the paper: read with or without hyphens, in capitals or not. In sight, for it is copied from paper. */
export function RecoveryKeyField({ value, onChange, error }: Props) {
  return (
    <LongTextField
      data-autofocus
      rows={2}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="none"
      words={{
        label: 'Clave de recuperación',
        hint: 'Los 14 grupos del papel, en orden. Los guiones, los espacios y las mayúsculas no importan.',
        error,
        id: 'recovery-key',
      }}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
