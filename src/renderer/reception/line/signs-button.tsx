import { signLabels, type UrgencySign } from '../../../shared/reception/index.ts';
import { optionsOf } from '../../../shared/record/index.ts';
import { Disclosure, Icon, TicksField } from '../../platform/ui/index.ts';
import css from './line.module.css';

const ticks = optionsOf(signLabels).map(({ code, label }) => ({ name: code, label }));

type Props = { readonly value: readonly UrgencySign[]; readonly onChange: (signs: UrgencySign[]) => void };

/** How many signs: they open below, and which they are is not read across the desk. */
export function SignsButton({ value, onChange }: Props) {
  const words = signWords(value.length);
  return (
    <div className={css.field}>
      <span className={css.label} aria-hidden="true">
        Señales
      </span>
      <div className={css.signs} data-some={value.length > 0 || undefined}>
        <Disclosure
          isBelow
          title={`Señales: ${words}`}
          label="Señales"
          face={
            <>
              <Icon name="flag" size={18} />
              <span className="visually-hidden">Señales:</span> <span>{words}</span>
            </>
          }
        >
          <TicksField
            words={{
              label: 'Señales que se ven o que ella dice',
              hint: 'Con una basta para pasar primero. No es un diagnóstico.',
              optional: true,
              toConfirm: true,
            }}
            ticks={ticks}
            value={value.length === 0 ? null : value}
            onChange={(ticked) => onChange((ticked ?? []) as UrgencySign[])}
          />
        </Disclosure>
      </div>
    </div>
  );
}

function signWords(count: number): string {
  if (count === 0) return 'Ninguna';
  return count === 1 ? '1 señal' : `${count} señales`;
}
