import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import type { Output } from '../platform/client.ts';
import { asOfNow, useRead } from '../platform/query.ts';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { hrefOf } from '../platform/routes.ts';
import { look, Notice, Secret } from '../platform/ui/index.ts';
import css from './people.module.css';

type Found = Output<'findOpenFichas'>;

/** Other open fichas of hers, their risk and their day; to whoever may not see them, that somebody must look. */
export function OpenFichas({ found: { fichas, needsReview } }: { readonly found: Found }) {
  return (
    <div className={look.stack} role="group" aria-label="Otras fichas abiertas de la persona">
      <FichaList fichas={fichas.filter((one) => !one.isPossible)} words="Ya tiene" />
      <FichaList fichas={fichas.filter((one) => one.isPossible)} words="Si es la misma persona, ya tiene" />
      {needsReview && (
        <Notice tone="warning">
          Requiere revisión: antes de continuar, avise a la primera persona profesional o a Coordinación.
        </Notice>
      )}
    </div>
  );
}

function FichaList({ fichas, words }: { readonly fichas: Found['fichas']; readonly words: string }) {
  if (fichas.length === 0) return null;
  return (
    <Notice tone={fichas.some(({ isSevere }) => isSevere) ? 'error' : 'warning'}>
      <p>{fichas.length === 1 ? `${words} otra ficha abierta:` : `${words} otras ${fichas.length} fichas abiertas:`}</p>
      <ul className={css.openFichas}>
        {fichas.map(({ caseId, number, admittedOn, isToday, risk }) => (
          <li key={caseId}>
            <a href={hrefOf('/casos/$caseId', { caseId })}>{`Ficha ${number}`}</a>
            {`, ${isToday ? 'de hoy' : `del ${formatCivilDate(admittedOn)}`}.`}
            <Secret>{` ${risk ?? 'Riesgo sin valorar'}.`}</Secret>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The same of the person chosen at the door. */
export function OpenFichasAtDoor({ arrivalId, personId }: { readonly arrivalId: string; readonly personId: string }) {
  const { data, error } = useRead(
    ['pairs', 'open', arrivalId, personId],
    (client) => client.findOpenFichas({ arrivalId, personId }),
    asOfNow,
  );
  if (error !== null) return <p className={look.secondary}>{wordsOf(failureOf(error))}</p>;
  return data === undefined ? null : <OpenFichas found={data} />;
}
