import { mostFactors, scoreSchema, type ProgrammeView, type Score, type Term } from '../../shared/prevention/index.ts';
import { valuesSchema, type Field, type Fields } from '../../shared/record/index.ts';
import { FormDialog } from '../record/index.ts';
import { useRefreshPrevention, type Prevention } from './queries.ts';

const moment = {
  beforeOn: { kind: 'date', label: 'Antes: día', required: true, columns: 6 },
  beforePeople: {
    kind: 'number',
    label: 'Cuántas personas respondieron',
    min: 1,
    max: 500,
    required: true,
    columns: 6,
  },
  laterOn: { kind: 'date', label: 'Después: día', columns: 6 },
  laterPeople: { kind: 'number', label: 'Cuántas personas respondieron después', min: 1, max: 500, columns: 6 },
  isFinal: { kind: 'tick', label: 'La segunda medición es la del final de la serie', columns: 12 },
} as const satisfies Fields;

type Factor = Pick<Term, 'code' | 'label'>;
type Given = Readonly<Record<string, unknown>>;

/** Three answers a factor: how many showed it, whether it was worked on, how many show it now. */
function fieldsFor(factors: readonly Factor[]): Fields {
  const people = { kind: 'number', min: 0, max: 500 } as const;
  const own = factors.flatMap(({ label }, at): [string, Field][] => [
    [`before${at}`, { ...people, label: `${label}: antes`, columns: 4 }],
    [`worked${at}`, { kind: 'tick', label: `${label}: se trabajó`, columns: 4 }],
    [`later${at}`, { ...people, label: `${label}: después`, columns: 4 }],
  ]);
  return { ...moment, ...Object.fromEntries(own) };
}

/** A factor of which nothing was written was not asked. */
function scoreOf(values: Given, factors: readonly Factor[]): object {
  const { beforeOn, beforePeople, laterOn, laterPeople, isFinal } = values;
  const later = laterOn === null && laterPeople === null ? null : { on: laterOn, people: laterPeople };
  return {
    before: { on: beforeOn, people: beforePeople },
    later,
    isFinal: later !== null && isFinal === true,
    factors: factors.flatMap(({ code: factor }, at) => {
      const [before, isWorked, after] = [values[`before${at}`], values[`worked${at}`] === true, values[`later${at}`]];
      if (before === null && after === null && !isWorked) return [];
      return [{ factor, before: before ?? 0, isWorked, later: later === null ? (after ?? null) : (after ?? 0) }];
    }),
  };
}

/** Where on the form an issue of the score stands. */
function fieldOf(path: readonly PropertyKey[], values: Given, factors: readonly Factor[]): string {
  const [part, at, own] = path;
  if (part === 'factors' && typeof at === 'number') {
    const sent = factors
      .map((_, index) => index)
      .filter(
        (index) =>
          ['before', 'later'].some((name) => values[`${name}${index}`] !== null) || values[`worked${index}`] === true,
      );
    return `${own === 'later' ? 'later' : 'before'}${sent[at] ?? 0}`;
  }
  if (part === 'factors') return 'before0';
  return `${String(part)}${at === 'people' ? 'People' : 'On'}`;
}

function startOf(score: Score | null, factors: readonly Factor[]): Given {
  if (score === null) return {};
  const { before, later, isFinal } = score;
  const own = factors.flatMap(({ code }, at): [string, unknown][] => {
    const kept = score.factors.find(({ factor }) => factor === code);
    if (kept === undefined) return [];
    return [
      [`before${at}`, kept.before],
      [`worked${at}`, kept.isWorked],
      [`later${at}`, kept.later],
    ];
  });
  return {
    ...{ beforeOn: before.on, beforePeople: before.people, isFinal },
    ...{ laterOn: later?.on ?? null, laterPeople: later?.people ?? null },
    ...(Object.fromEntries(own) as object),
  };
}

type Props = { readonly data: Prevention; readonly view: ProgrammeView; readonly onDone: () => void };

/** «Factores»: counts of the group, never of one participant. */
export function ScoreDialog({ data, view, onDone }: Props) {
  const { programme, score, scoreVersion } = view;
  const known = new Set(score?.factors.map(({ factor }) => factor));
  const factors = data.terms
    .filter(({ list, code, isUsed }) => list === 'factor' && (isUsed || known.has(code)))
    .slice(0, mostFactors);
  const fields = fieldsFor(factors);
  const schema = valuesSchema(fields).superRefine((values, context) => {
    const read = scoreSchema.safeParse(scoreOf(values, factors));
    for (const { path, message } of read.error?.issues ?? [])
      context.addIssue({ code: 'custom', path: [fieldOf(path, values, factors)], message });
  });
  return (
    <FormDialog
      {...{ fields, id: 'score', sentAs: 'score', isWide: true, onDone }}
      schema={schema}
      start={{ beforeOn: data.today, beforePeople: programme.participants, ...startOf(score, factors) }}
      words={{ title: `Factores de «${programme.name}»`, send: 'Guardar', sent: 'Medición guardada.' }}
      send={(values, client) =>
        client.keepPreventionScore({
          ...{ programmeId: programme.id, version: scoreVersion },
          score: scoreSchema.parse(scoreOf(values, factors)),
        })
      }
      refresh={useRefreshPrevention()}
    >
      <p>
        Cuántas personas del grupo mostraban cada factor. Se cuenta en la hoja de códigos, que queda en papel: aquí solo
        van los totales. Lo que se deja en blanco no se preguntó.
      </p>
    </FormDialog>
  );
}
