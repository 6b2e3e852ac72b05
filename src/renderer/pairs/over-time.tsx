import type { ReactNode } from 'react';
import {
  dangerSignLabels,
  stepsOf,
  summaryOf,
  violenceKindLabels,
  type Step,
  type Told,
} from '../../shared/pairs/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { riskWord } from '../intake/index.ts';
import { Facts, DataTable, RiskWord, type Column } from '../platform/ui/index.ts';
import { FichaLink } from './ficha-link.tsx';
import css from './pairs.module.css';
import { eventWords, formWords, kindWords, levelMoved, signWords, sinceWords } from './words.ts';

/** A ficha as every table of this domain shows it. */
type Line = Told & Parameters<typeof FichaLink>[0]['ficha'];

/** Facts of one cell, the others below the first and smaller. */
export function Stacked({ first, others }: { readonly first: ReactNode; readonly others: readonly (string | null)[] }) {
  return (
    <>
      <div>{first}</div>
      {others.map((words) =>
        words === null ? null : (
          <div key={words} className={css.second}>
            {words}
          </div>
        ),
      )}
    </>
  );
}

const first: Step = { since: null, levelBefore: null, partnerRiskBefore: null };

/** Of a ficha that the reader may not open. */
const closed = 'Requiere revisión';

function commonColumns(steps: ReadonlyMap<string, Step>): Column<Line>[] {
  const stepOf = ({ number }: Line) => steps.get(number) ?? first;
  return [
    { title: 'Hecho', cell: (line) => <Stacked first={eventWords(line)} others={[sinceWords(stepOf(line).since)]} /> },
    {
      title: 'Violencia y señales',
      cell: ({ pattern }) =>
        pattern === null ? closed : <Stacked first={kindWords(pattern)} others={[signWords(pattern)]} />,
    },
    {
      title: 'Riesgo (CEM; ficha)',
      cell: (line) => {
        if (line.pattern === null) return closed;
        const { level, word } = riskWord(line.valuationLevel);
        const step = stepOf(line);
        return (
          <Stacked
            first={<RiskWord level={level} word={word} />}
            others={[levelMoved(line.valuationLevel, step), formWords(line.partnerRisk, step)]}
          />
        );
      },
    },
  ];
}

type Props<Ficha extends Line> = {
  readonly caption: string;
  readonly fichas: readonly Ficha[];
  /** Below number and admission. */
  readonly below?: (ficha: Ficha) => readonly (string | null)[];
  /** Columns of this page alone: after the number, and last. */
  readonly who?: Column<Ficha>;
  readonly last: Column<Ficha>;
};

/** Fichas with what was told in each, and how it stands to the one before. */
export function FichaTable<Ficha extends Line>({ caption, fichas, below, who, last }: Props<Ficha>) {
  const number: Column<Ficha> = {
    title: 'Ficha',
    cell: (ficha) => (
      <Stacked
        first={<FichaLink ficha={ficha} />}
        others={[`ingreso ${formatCivilDate(ficha.admittedOn)}`, ...(below?.(ficha) ?? [])]}
      />
    ),
  };
  const columns = [number, ...(who === undefined ? [] : [who]), ...commonColumns(stepsOf(fichas)), last];
  return (
    <div className={css.table}>
      <DataTable caption={caption} columns={columns} rows={fichas} keyOf={(ficha) => ficha.number} />
    </div>
  );
}

/** «física (2 de 3 hechos)». */
const ofEvents = (word: string, events: number, all: number): string =>
  `${word} (${events} de ${all} ${all === 1 ? 'hecho' : 'hechos'})`;

/** What was told in how many of the events, in words. It foretells nothing. */
export function OverTime({ fichas }: { readonly fichas: readonly Told[] }) {
  const { events, users, kinds, signs, drafts, unread } = summaryOf(fichas);
  const lines = [
    ['Hechos', users > 1 ? `${events}, con ${users} personas usuarias` : String(events)],
    ['Violencia', kinds.map((one) => ofEvents(violenceKindLabels[one.kind], one.events, events)).join(', ')],
    ['Señales', signs.map((one) => ofEvents(dangerSignLabels[one.sign], one.events, events)).join(', ')],
  ] as const;
  return (
    <>
      <Facts of={lines.map(([title, words]) => [title, words === '' ? 'Nada registrado' : words])} />
      <p className={css.second}>
        {[
          'Según la Sección B, la ficha de valoración de riesgo y el proceso de las fichas que usted puede abrir. No es una predicción.',
          drafts === 0 ? null : `Sin contar ${drafts === 1 ? '1 ficha' : `${drafts} fichas`} por validar.`,
          unread === 0 ? null : `Sin lo que dicen ${unread === 1 ? '1 ficha' : `${unread} fichas`} que usted no abre.`,
        ]
          .filter((words) => words !== null)
          .join(' ')}
      </p>
    </>
  );
}
