import {
  bannerWords,
  entriesWords,
  isReadOnlyTrouble,
  recordKindWords,
  type ReadOnlyTrouble,
} from '../../../shared/audit/index.ts';
import { countWords } from '../count-words.ts';
import { inLima } from '../../platform/times.ts';
import { hrefOf } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import {
  look,
  DataTable,
  Told,
  PageTitle,
  Panel,
  QueryState,
  type Column,
  Sentences,
} from '../../platform/ui/index.ts';
import css from '../audit.module.css';
import { useReadOnlyFacts, type ReadOnlyFacts } from '../queries.ts';
import { storyOf, titleOf } from '../trouble-words.ts';
import { HowItGoesOn } from './read-only-end.tsx';

/** What happened to the file, what is safe and how it goes on: everybody reads it, two people decide it. */
export function ReadOnlyScreen() {
  const facts = useReadOnlyFacts();
  return <QueryState query={facts}>{(found) => <Found facts={found} />}</QueryState>;
}

function Found({ facts }: { readonly facts: ReadOnlyFacts }) {
  const troubles = facts.troubles.filter(isReadOnlyTrouble);
  const [worst] = troubles;
  if (!facts.isReadOnly || worst === undefined) return <Writable facts={facts} />;
  return (
    <>
      <PageTitle>{titleOf(worst)}</PageTitle>
      <div className={css.sides}>
        <div className={look.stack}>
          {troubles.map((trouble) => (
            <Story key={trouble.kind} trouble={trouble} facts={facts} isFirst={trouble === worst} />
          ))}
        </div>
        <HowItGoesOn facts={facts} trouble={worst} />
      </div>
    </>
  );
}

/** Also where somebody comes back to after it ended. */
function Writable({ facts }: { readonly facts: ReadOnlyFacts }) {
  return (
    <>
      <PageTitle>El registro se puede leer y escribir</PageTitle>
      {facts.troubles.map((trouble) => {
        const words = bannerWords(trouble);
        return (
          words !== null && (
            <Told key={trouble.kind} tone="warning">
              {words}
            </Told>
          )
        );
      })}
      <Told>
        No hay nada que decidir. Lo que pasó antes está en <a href={hrefOf('/auditoria')}>Auditoría</a> y en la hoja de
        la semana.
      </Told>
    </>
  );
}

type StoryProps = { readonly trouble: ReadOnlyTrouble; readonly facts: ReadOnlyFacts; readonly isFirst: boolean };

function Story({ trouble, facts, isFirst }: StoryProps) {
  return (
    <Panel title={isFirst ? 'Qué pasó' : titleOf(trouble)}>
      <Sentences of={storyOf(trouble)} />
      {trouble.kind === 'rolled-back' && (
        <>
          <TimeLine trouble={trouble} copy={facts.copy} />
          <Missing trouble={trouble} copy={facts.copy} />
        </>
      )}
    </Panel>
  );
}

type Row = { readonly id: string; readonly what: string; readonly missing: string; readonly inCopy: string };

const columns = (copyAt: string): readonly Column<Row>[] => [
  { title: 'Lo que falta', cell: ({ what }) => what },
  { title: 'Cuántos', cell: ({ missing }) => missing, right: true },
  { title: `En la copia del ${copyAt}`, cell: ({ inCopy }) => inCopy },
];

function broughtWords(brought: number | null, left: number): string {
  if (brought === null) return 'no se sabe';
  if (left === 0) return 'todas';
  return left === 1 ? `${brought}; la otra, no` : `${brought}; las otras ${left}, no`;
}

/** What the copy at hand would bring back; how many records are missing only it can tell. */
function rowsOf(trouble: Extract<ReadOnlyTrouble, { kind: 'rolled-back' }>, copy: NonNullable<ReadOnlyFacts['copy']>) {
  const { missing, keptTo } = trouble;
  const brought = keptTo === null ? null : copy.seq - keptTo;
  const known = missing === null ? null : Math.max(missing, brought ?? 0);
  const left = known === null || brought === null ? 0 : known - brought;
  const entries: Row = {
    id: 'entries',
    what: 'Entradas de la bitácora',
    missing: known === null ? 'no se sabe' : String(known),
    inCopy: broughtWords(brought, left),
  };
  const kinds = copy.more.map(({ kind, count }): Row => {
    return { id: kind, what: recordKindWords(kind), missing: `${count} o más`, inCopy: String(count) };
  });
  return [entries, ...kinds];
}

function Missing({
  trouble,
  copy,
}: {
  readonly trouble: Extract<ReadOnlyTrouble, { kind: 'rolled-back' }>;
  readonly copy: ReadOnlyFacts['copy'];
}) {
  const mayCopies = useMay('backup.run');
  if (copy?.isAhead !== true) {
    const missing = trouble.missing === null ? 'No se sabe cuánto falta.' : countWords(trouble.missing, entriesWords);
    return (
      <Told tone="warning">
        {missing}{' '}
        {copy === null
          ? 'No hay ninguna copia a mano.'
          : `La copia a mano, del ${inLima(copy.at)}, no tiene más que este archivo.`}{' '}
        Conecte la memoria de las copias{mayCopies ? ' y abra otra vez esta página' : ' o avise a Coordinación'}.
      </Told>
    );
  }
  return (
    <DataTable
      caption="Lo que falta, y si está en la copia a mano"
      columns={columns(inLima(copy.at))}
      rows={rowsOf(trouble, copy)}
    />
  );
}

type Props = {
  readonly trouble: Extract<ReadOnlyTrouble, { kind: 'rolled-back' }>;
  readonly copy: ReadOnlyFacts['copy'];
};

/** Where the file stands, where the copy at hand, and the last thing that was kept. */
function TimeLine({ trouble: { reachesTo, lastKeptAt }, copy }: Props) {
  const points = [
    { label: 'El archivo de ahora', at: reachesTo },
    { label: 'La copia a mano', at: copy?.isAhead === true ? copy.at : null },
    { label: 'Lo último que se sabe guardado', at: lastKeptAt },
  ].flatMap(({ label, at }) => (at === null ? [] : [{ label, at }]));
  return (
    <dl className={css.timeLine}>
      {points.map(({ label, at }, index) => (
        <div key={label} data-first={index === 0}>
          <dt>{label}</dt>
          <dd>{inLima(at)}</dd>
        </div>
      ))}
    </dl>
  );
}
