import type { UrgencySign } from '../../../shared/reception/index.ts';
import { Disclosure, Icon } from '../../platform/ui/index.ts';
import { SignsField } from '../forms/signs-field.tsx';
import css from './line.module.css';

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
          title={words === null ? 'Señales' : `Señales: ${words}`}
          label="Señales"
          face={
            <>
              <Icon name="flag" size={18} />
              {words !== null && <span className="visually-hidden">Señales:</span>} <span>{words ?? 'Señales'}</span>
            </>
          }
        >
          <SignsField value={value} onChange={onChange} />
        </Disclosure>
      </div>
    </div>
  );
}

/** Null without any: that nobody ticked one does not say that there is none. */
function signWords(count: number): string | null {
  if (count === 0) return null;
  return count === 1 ? '1 señal' : `${count} señales`;
}
