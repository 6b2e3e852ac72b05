import {
  endReasonWords,
  endingKinds,
  firstDayOf,
  isUnderWay,
  reintegrationAnnulReasonLabels,
  reintegrationKindLabels,
  reintegrationWords,
  type EndingKind,
  type ReintegrationKind,
  type ReintegrationRecord,
} from '../../shared/reintegration/index.ts';
import { DataTable, look, PlainButton, type Column, LineButton, TwoLines } from '../platform/ui/index.ts';
import { dayWords, type Doing } from './dialogs.tsx';
import type { Reintegration } from './queries.ts';
import css from './reintegration.module.css';

type Row = { readonly kind: ReintegrationKind; readonly record: ReintegrationRecord };

const ends = (kind: ReintegrationKind): kind is EndingKind => endingKinds.some((one) => one === kind);
/** What she refused has no end. */
const mayEnd = ({ kind, record }: Row) =>
  ends(kind) && isUnderWay(record) && !('way' in record && record.way === 'refused');

/** What stands below its first line: names of the directory, the house, notes. */
function detailsOf({ record }: Row, offices: Reintegration['offices']): string[] {
  const values: Readonly<Record<string, unknown>> = record;
  const office = offices.find(({ id }) => id === values['officeId'])?.name ?? null;
  const next = 'nextOn' in record && record.nextOn !== null ? `Se revisa otra vez el ${dayWords(record.nextOn)}` : null;
  const words = 'nextOn' in record ? null : values['words'];
  return [office, values['house'], values['person'], values['actions'], words, next].filter(
    (one): one is string => typeof one === 'string',
  );
}

function stateOf({ kind, record }: Row): string | null {
  const { ended, annulled } = record;
  if (annulled !== null) {
    return `${annulled.words ?? reintegrationAnnulReasonLabels[annulled.reason]} (${annulled.by})`;
  }
  if (ended !== null && ends(kind)) return `${endReasonWords(kind, ended.reason)}, ${dayWords(ended.on)}`;
  return mayEnd({ kind, record }) ? 'En curso' : '—';
}

const dayOf = ({ kind, record }: Row) => ('dueOn' in record ? record.dueOn : firstDayOf(kind, record));

type Props = {
  readonly caption: string;
  /** Said in its place. */
  readonly empty?: string;
  readonly rows: readonly Row[];
  readonly offices: Reintegration['offices'];
  /** Null where it is only read. */
  readonly onDo: ((doing: Doing) => void) | null;
  readonly words?: { readonly day?: string; readonly what?: string; readonly state?: string };
};

/** Records of any kind, newest day first. */
export function RecordsTable({ caption, empty, rows, offices, onDo, words = {} }: Props) {
  const { day = 'Desde', what = 'Qué', state = 'Cómo está' } = words;
  const hasState = rows.some((row) => ends(row.kind) || row.record.annulled !== null);
  const columns: Column<Row>[] = [
    { title: day, cell: (row) => <span className={look.nowrap}>{dayWords(dayOf(row))}</span> },
    {
      title: what,
      cell: (row) => (
        <>
          {reintegrationWords(row.kind, row.record)}
          {detailsOf(row, offices).map((text) => (
            <span key={text} className={look.below}>
              {text}
            </span>
          ))}
        </>
      ),
    },
    ...(hasState
      ? [
          {
            title: state,
            cell: (row: Row) => <TwoLines first={stateOf(row)} second={row.record.ended?.words ?? null} />,
          },
        ]
      : []),
    { title: 'Anotó', cell: ({ record: { by } }) => by },
    ...(onDo === null ? [] : [{ title: 'Acto', cell: (row: Row) => <Acts row={row} onDo={onDo} /> }]),
  ];
  // Four parts that hold nothing yet fit on one page.
  if (rows.length === 0) return empty !== undefined && <p className={look.secondary}>{empty}</p>;
  const sorted = rows.toSorted((one, other) => (dayOf(other) ?? '').localeCompare(dayOf(one) ?? ''));
  return <DataTable caption={caption} columns={columns} rows={sorted} keyOf={({ record }) => record.id} />;
}

function Acts({ row, onDo }: { readonly row: Row; readonly onDo: (doing: Doing) => void }) {
  const { kind, record } = row;
  const name = `${reintegrationKindLabels[kind]}, ${reintegrationWords(kind, record)}`;
  return (
    <div className={css.acts}>
      {mayEnd(row) && (
        <LineButton
          label="Terminó…"
          of={name}
          onClick={() =>
            onDo({ what: 'end', kind: kind as EndingKind, record: record as ReintegrationRecord<EndingKind> })
          }
        />
      )}
      <PlainButton small quiet aria-label={`Anular: ${name}`} onClick={() => onDo({ what: 'annul', kind, record })}>
        Anular…
      </PlainButton>
    </div>
  );
}
