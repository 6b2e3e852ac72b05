import { useEffect, useState } from 'react';
import { yearsOf, type RepeatKind, type Repeats, type RepeatSpan } from '../../../shared/pairs/index.ts';
import { civilDateSchema, type CivilDate } from '../../../shared/platform/dates.ts';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { RepeatLinks, repeatPages } from '../../intake/index.ts';
import { useMay } from '../../platform/session.tsx';
import {
  look,
  DataTable,
  DateField,
  EmptyState,
  PageTitle,
  Panel,
  QueryState,
  type Column,
  useNamed,
} from '../../platform/ui/index.ts';
import { CompareLink } from '../../people/index.ts';
import { FichaLink } from '../ficha-link.tsx';
import css from '../pairs.module.css';
import { useRepeats } from '../queries.ts';

type Group = Repeats['perhaps'][number]['one'];

const words = {
  pairs: {
    count: 'Hechos',
    group: 'Pareja',
    year: 'Parejas que llegaron a dos hechos',
    none: 'Ninguna pareja tiene dos o más hechos en las fichas contadas.',
    what: 'Cada pareja es una persona usuaria y su presunta persona agresora; los hechos son los de sus fichas validadas.',
  },
  accused: {
    count: 'Mujeres',
    group: 'Presunta persona agresora',
    year: 'Personas denunciadas por una segunda mujer',
    none: 'Nadie fue denunciado por dos o más mujeres en las fichas contadas.',
    what: 'La lista no dice quiénes son las mujeres. Quienes comparten un mismo hecho (por ejemplo, madre e hija) cuentan como una.',
  },
  users: {
    count: 'Personas denunciadas',
    group: 'Persona usuaria',
    year: 'Mujeres que denunciaron a una segunda persona',
    none: 'Ninguna mujer denunció a dos o más personas en las fichas contadas.',
    what: 'Solo se cuentan presuntas personas agresoras identificadas.',
  },
} as const satisfies Record<RepeatKind, Record<string, string>>;

export const PairsScreen = () => <RepeatsScreen kind="pairs" />;
export const AccusedScreen = () => <RepeatsScreen kind="accused" />;
export const UsersScreen = () => <RepeatsScreen kind="users" />;

/** «Hechos que se repiten»: lists of Coordinación over all fichas, each number with the fichas behind it. */
function RepeatsScreen({ kind }: { readonly kind: RepeatKind }) {
  const may = useMay('person.readAggressorCases');
  return (
    <>
      <PageTitle>{repeatPages[kind].title}</PageTitle>
      {may ? (
        <div className={look.stack}>
          <RepeatLinks shown={kind} />
          <List kind={kind} />
        </div>
      ) : (
        <EmptyState>Estas listas las ve Coordinación.</EmptyState>
      )}
    </>
  );
}

/** What was typed as a day; undefined while it is none. */
function dayOf(typed: string | null): CivilDate | null | undefined {
  if (typed === null) return null;
  return civilDateSchema.safeParse(typed).data;
}

type Typed = { readonly from: string | null; readonly to: string | null };

const everything: Typed = { from: null, to: null };

/** The three lists are read for the same days, until they are left. */
const lists: { shown: number; span: Typed } = { shown: 0, span: everything };

function useTypedSpan(): [Typed, (next: Typed) => void] {
  const [typed, setTyped] = useState(lists.span);
  useEffect(() => {
    lists.shown += 1;
    return () => {
      lists.shown -= 1;
      setTimeout(() => {
        if (lists.shown === 0) lists.span = everything;
      });
    };
  }, []);
  const type = (span: Typed) => {
    lists.span = span;
    setTyped(span);
  };
  return [typed, type];
}

function List({ kind }: { readonly kind: RepeatKind }) {
  const [typed, setTyped] = useTypedSpan();
  const [from, to] = [dayOf(typed.from), dayOf(typed.to)];
  const isTurned = typeof from === 'string' && typeof to === 'string' && from > to;
  return (
    <>
      <div className={look.fields}>
        <DateField
          words={{ label: 'Ingreso desde', optional: true }}
          value={typed.from}
          onChange={(value) => setTyped({ ...typed, from: value })}
        />
        <DateField
          words={{
            label: 'Ingreso hasta',
            optional: true,
            error: isTurned ? 'La fecha final no puede ser anterior a la inicial.' : undefined,
          }}
          value={typed.to}
          onChange={(value) => setTyped({ ...typed, to: value })}
        />
      </div>
      <p className={css.second}>
        {words[kind].what} Sin fechas se cuenta todo el registro. No entran fichas por validar, anuladas, reservadas
        para otras personas ni las que un conflicto de interés le cierra. Toda consulta queda en la bitácora.
      </p>
      {from !== undefined && to !== undefined && !isTurned && (
        <Found key={`${from} ${to}`} kind={kind} span={{ from, to }} />
      )}
    </>
  );
}

function Found({ kind, span }: { readonly kind: RepeatKind; readonly span: RepeatSpan }) {
  const repeats = useRepeats(kind, span);
  return <QueryState query={repeats}>{(found) => <Drawn kind={kind} found={found} />}</QueryState>;
}

function Drawn({ kind, found: { groups, perhaps } }: { readonly kind: RepeatKind; readonly found: Repeats }) {
  const [year, setYear] = useState<number | null>(null);
  const shown = year === null ? groups : groups.filter((one) => one.year === year);
  const total = `${groups.length} en total, por año de ingreso de la ficha con la que llegó a dos`;
  return (
    <>
      {groups.length === 0 ? (
        <EmptyState>{words[kind].none}</EmptyState>
      ) : (
        <>
          <DataTable
            caption={total}
            columns={yearColumns(kind, year, setYear)}
            rows={yearsOf(groups)}
            keyOf={(one) => String(one.year)}
          />
          <Groups kind={kind} groups={shown} caption={captionOf(shown.length, year)} />
        </>
      )}
      {perhaps.length > 0 && <PerhapsPanel kind={kind} perhaps={perhaps} />}
    </>
  );
}

function captionOf(count: number, year: number | null): string {
  return `${count}${year === null ? ' de todos los años' : ` de ${year}`}, con sus fichas`;
}

type Year = ReturnType<typeof yearsOf>[number];

function yearColumns(kind: RepeatKind, chosen: number | null, choose: (year: number | null) => void): Column<Year>[] {
  return [
    { title: 'Año', cell: ({ year }) => year },
    {
      title: words[kind].year,
      cell: ({ year, groups }) => (
        <button
          type="button"
          className={css.year}
          aria-pressed={year === chosen}
          aria-label={`${groups} de ${year}: ver la lista`}
          onClick={() => choose(year === chosen ? null : year)}
        >
          {groups}
        </button>
      ),
    },
  ];
}

function useNameOf(): (group: Group) => string {
  const named = useNamed();
  return ({ userName, aggressorName }) =>
    [userName, aggressorName].flatMap((name) => (name === null ? [] : [named(name)])).join(' · ');
}

function Fichas({ fichas }: Pick<Group, 'fichas'>) {
  return (
    <ul className={css.fichas}>
      {fichas.map((ficha) => (
        <li key={ficha.number}>
          <FichaLink ficha={{ ...ficha, isThis: false }} /> ({formatCivilDate(ficha.admittedOn)})
        </li>
      ))}
    </ul>
  );
}

type GroupsProps = { readonly kind: RepeatKind; readonly groups: readonly Group[]; readonly caption: string };

function Groups({ kind, groups, caption }: GroupsProps) {
  const nameOf = useNameOf();
  const columns: Column<Group>[] = [
    { title: words[kind].group, cell: nameOf },
    { title: words[kind].count, cell: ({ count }) => count, right: true },
    { title: 'Fichas (ingreso)', cell: (group) => <Fichas fichas={group.fichas} /> },
  ];
  return (
    <div className={css.table}>
      <DataTable caption={caption} columns={columns} rows={groups} keyOf={keyOf} />
    </div>
  );
}

/** A ficha stands in one group of a list. */
const keyOf = ({ fichas }: Group): string => fichas.map(({ number }) => number).join(' ');

function PerhapsPanel({ kind, perhaps }: { readonly kind: RepeatKind; readonly perhaps: Repeats['perhaps'] }) {
  const nameOf = useNameOf();
  const columns: Column<Repeats['perhaps'][number]>[] = [
    { title: 'Un registro', cell: ({ one }) => nameOf(one) },
    { title: 'Otro registro', cell: ({ other }) => nameOf(other) },
    { title: `${words[kind].count}, si es la misma`, cell: ({ count }) => count, right: true },
    { title: 'Fichas (ingreso)', cell: ({ one, other }) => <Fichas fichas={[...one.fichas, ...other.fichas]} /> },
    {
      title: 'Quién es quién',
      cell: ({ one, other, persons }) => <CompareLink persons={persons} of={`${nameOf(one)} y ${nameOf(other)}`} />,
    },
  ];
  return (
    <Panel title="Quizá la misma persona">
      <p>
        {`${perhaps.length} aparte: no están en los números de arriba, porque nadie ha dicho si los dos registros son de la misma persona.`}
      </p>
      <div className={css.table}>
        <DataTable
          caption={`${perhaps.length} por comparar`}
          columns={columns}
          rows={perhaps}
          keyOf={({ one, other }) => `${keyOf(one)} ${keyOf(other)}`}
        />
      </div>
    </Panel>
  );
}
