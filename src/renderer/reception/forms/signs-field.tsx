import { signLabels, type UrgencySign } from '../../../shared/reception/index.ts';
import { optionsOf } from '../../../shared/record/index.ts';
import { TicksField } from '../../platform/ui/index.ts';

const ticks = optionsOf(signLabels).map(({ code, label }) => ({ name: code, label }));

type Props = { readonly value: readonly UrgencySign[]; readonly onChange: (signs: UrgencySign[]) => void };

/** What is seen, not asked: without any nothing is claimed. */
export function SignsField({ value, onChange }: Props) {
  return (
    <TicksField
      words={{
        label: 'Señales que se ven o que ella dice',
        hint: 'Con una basta para pasar primero. No es un diagnóstico.',
        optional: true,
        toConfirm: true,
      }}
      ticks={ticks}
      asksNone={false}
      value={value}
      onChange={(ticked) => onChange((ticked ?? []) as UrgencySign[])}
    />
  );
}
