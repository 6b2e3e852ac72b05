import { useWatch, type Control } from 'react-hook-form';
import { eventFormSchema, eventKindRules, type EventForm } from '../../shared/proceedings/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { z } from '../../shared/platform/zod.ts';
import { useRead } from '../platform/query.ts';
import { look, Notice } from '../platform/ui/index.ts';
import css from './proceedings.module.css';
import { dueLines } from './words.ts';

const { kind, act, at, authorityId, district, notification, fixedOn } = eventFormSchema.shape;
const countedSchema = z.object({ kind, act, at, authorityId, district, notification, fixedOn });
type Counted = Pick<EventForm, 'kind' | 'act' | 'at' | 'authorityId' | 'district' | 'notification' | 'fixedOn'>;

/** What the clock needs of an act; null while a part of it is not typed yet. */
function countedOf(event: unknown): Counted | null {
  return countedSchema.safeParse(event).data ?? null;
}

type Props = {
  readonly caseId: string;
  readonly control: Control;
  /** The term that the notice words itself; null where none was read. */
  readonly named: string | null;
};

/** The term of the notice beside that of the table: the court may have given less. */
function NamedTerm({ named, act }: { readonly named: string | null; readonly act: Counted }) {
  if (named === null || act.fixedOn !== null || !eventKindRules[act.kind].fixesDate) return null;
  return (
    <Notice tone="warning">
      La notificación nombra «{named}» y estas fechas siguen la tabla: si no es el mismo plazo, escriba su último día en
      «Plazo que fijó la autoridad».
    </Notice>
  );
}

/** The terms that the act would start, counted by the clock of the record before anything is kept. */
export function TermsToStart({ caseId, control, named }: Props) {
  const act = countedOf(useWatch({ control, name: 'event' }));
  const { data } = useRead(
    ['proceedings', 'to-start', caseId, act],
    (client) => (act === null ? Promise.reject(new Error('no act')) : client.countTerms({ caseId, act })),
    { enabled: act !== null, gcTime: 0 },
  );
  const isRead = act !== null && data !== undefined;
  return (
    <section aria-labelledby="terms-to-start" className={css.toStart}>
      <h3 id="terms-to-start">Plazos que inicia</h3>
      {!isRead && <p className={look.secondary}>Se calculan al elegir qué pasó y sus fechas.</p>}
      {isRead && data.effectOn !== null && (
        <p>
          La notificación surte efecto el <strong>{formatCivilDate(data.effectOn)}</strong>.
        </p>
      )}
      {isRead && data.terms.length === 0 && (
        <p>{act.notification === null ? 'Ninguno, mientras no conste su notificación.' : 'Ninguno.'}</p>
      )}
      {isRead && data.terms.length > 0 && (
        <ul className={css.terms}>
          {data.terms.map((term) => (
            <li key={term.ruleId}>
              {term.rule.task}
              {term.rule.confirmation === 'toConfirm' ? ' (por confirmar)' : ''}:{' '}
              <strong>{dueLines(term).join(' · ') || 'sin fecha: escriba el último día que fija el acto'}</strong>
            </li>
          ))}
        </ul>
      )}
      {isRead && <NamedTerm named={named} act={act} />}
    </section>
  );
}
