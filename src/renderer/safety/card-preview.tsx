import { cardRows, isCardEmpty, type SafetyPlanForm } from '../../shared/safety/index.ts';
import { look, Secret } from '../platform/ui/index.ts';
import css from './safety.module.css';

type Props = { readonly plan: Pick<SafetyPlanForm, 'lines' | 'phones'>; readonly carriesCard: boolean | null };

/** What somebody who finds the card reads. */
export function CardPreview({ plan, carriesCard }: Props) {
  const { things, numbers } = cardRows(plan);
  return (
    <section className={css.preview} aria-label="Lo que se lee en la tarjeta">
      <h2>Tarjeta</h2>
      {carriesCard === false || isCardEmpty(plan) ? (
        <p className={look.secondary}>
          {carriesCard === false ? 'No la lleva: el plan va de memoria.' : 'La tarjeta no lleva nada todavía.'}
        </p>
      ) : (
        <Secret instead={<p className={look.secondary}>No se muestra.</p>}>
          <div className={css.card}>
            {things.length > 0 && (
              <>
                <strong>Pendientes</strong>
                <ul>
                  {things.map((text, at) => (
                    <li key={at}>{text}</li>
                  ))}
                </ul>
              </>
            )}
            <strong>Teléfonos</strong>
            <ul>
              {numbers.map(({ name, number }, at) => (
                <li key={at}>
                  <span>{name}</span>
                  <span className={look.nowrap}>{number}</span>
                </li>
              ))}
            </ul>
          </div>
          <p className={look.secondary}>
            No dice su nombre, el de él, el centro ni una dirección: al guardar se revisa.
          </p>
        </Secret>
      )}
    </section>
  );
}
