import { termActorLabels, type RecordTermView } from '../../shared/proceedings/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { look, ConfirmMark, DataTable, Panel, StateBadge, type Column } from '../platform/ui/index.ts';
import css from './proceedings.module.css';
import { momentWords, skippedWords, termWords, triggerWords } from './words.ts';

/** Terms that the ficha starts by itself: the clock after a sexual assault, and the steps of the centre. */
export function RecordTermsPanel({ terms }: { readonly terms: readonly RecordTermView[] }) {
  const open = terms.filter(({ state }) => state === 'open').length;
  return (
    <Panel title="Plazos de la atención">
      <DataTable
        empty="Esta ficha no tiene plazos de atención en curso."
        caption={open === 1 ? '1 plazo de la atención pendiente' : `${open} plazos de la atención pendientes`}
        columns={columns}
        rows={terms}
        keyOf={({ ruleId, trigger }) => `${ruleId} ${trigger.kind}`}
      />
    </Panel>
  );
}

const columns: readonly Column<RecordTermView>[] = [
  { title: 'Vence', cell: (line) => <Ends line={line} /> },
  {
    title: 'Plazo',
    cell: (line) => (
      <div className={css.body}>
        <span>{line.task}</span>
        <span className={look.secondary}>
          {`${termActorLabels[line.actor]} · ${termWords(line)} · ${line.source} `}
          {line.confirmation === 'toConfirm' && <ConfirmMark />}
        </span>
      </div>
    ),
  },
  { title: 'Cómo se contó', cell: (line) => <Counted line={line} /> },
  { title: 'Estado', cell: (line) => <State line={line} /> },
];

/** Both ends where nobody knows the hour or the day; the earlier one warns. */
function Ends({ line: { due } }: { readonly line: RecordTermView }) {
  const [early, late] = [due.byEntry?.due, due.byEffect?.due];
  if (early === undefined || late === undefined) return <>Sin fecha</>;
  const [first, last] = [momentWords(early), momentWords(late)];
  if (first === last) return <span className={look.nowrap}>{first}</span>;
  return (
    <div className={css.body}>
      <span>{`A más tardar: ${last}`}</span>
      <span className={look.secondary}>{`Puede ser desde: ${first}`}</span>
    </div>
  );
}

function Counted({ line: { trigger, due } }: { readonly line: RecordTermView }) {
  const [first, last] = [momentWords(trigger.first), momentWords(trigger.last)];
  const skipped = skippedWords(due);
  return (
    <div className={css.body}>
      <span>{`${triggerWords(trigger)}: ${first === last ? first : `entre ${first} y ${last}`}`}</span>
      {skipped !== '' && <span className={look.secondary}>{`No cuentan: ${skipped}`}</span>}
      {due.assumesSevere && <span className={look.secondary}>Riesgo no determinado: se toma el plazo más corto.</span>}
    </div>
  );
}

function State({ line: { state, isOverdue, doneOn } }: { readonly line: RecordTermView }) {
  if (state === 'date') return <StateBadge tone="neutral">Fecha</StateBadge>;
  if (state === 'open') {
    return <StateBadge tone={isOverdue ? 'error' : 'warning'}>{isOverdue ? 'Vencido' : 'Pendiente'}</StateBadge>;
  }
  return (
    <div className={look.row}>
      <StateBadge tone="done">Cumplido</StateBadge>
      {doneOn !== null && <span className={look.secondary}>{formatCivilDate(doneOn)}</span>}
    </div>
  );
}
