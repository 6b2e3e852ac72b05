/** The catalogue of a kind: what is common to all, and what its own form asks. */
import { linesOfFields, listWords, longDate, partialDateWords, type FieldLine } from '../../papers/index.ts';
import type { CivilDate, PartialDate } from '../../platform/dates.ts';
import { isUnanswered, type Question } from '../../record/index.ts';
import { optionWord, type KindDefinition, type ListPart } from '../kinds/kind.ts';
import { caseFields } from './case-fields.ts';
import { list, type Field, type Given } from './field.ts';
import { measureFields } from './measure-fields.ts';
import { peopleFields } from './people-fields.ts';
import { reportFields } from './report-fields.ts';
import { writFields } from './writ-fields.ts';

const shared: readonly Field[] = [...writFields, ...peopleFields, ...caseFields, ...measureFields];

/** «La fecha del auto» → «fecha del auto»: a label as it reads within a sentence. */
const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

function answerWords(question: Question, answer: unknown): string | null {
  if (isUnanswered(answer)) return null;
  switch (question.kind) {
    case 'choice':
      return lower(question.options.find(({ code }) => code === answer)?.label ?? '');
    case 'ticks':
      return listWords((answer as string[]).map((tick) => lower(question.ticks[tick]?.label ?? tick)));
    case 'date':
      return longDate(answer as CivilDate);
    case 'partialDate':
      return partialDateWords(answer as PartialDate);
    default:
      return String(answer);
  }
}

/** @param asSaid how the answer stands in the sentences of the kind */
function questionField(name: string, path: string, question: Question, asSaid = (text: string) => text): Field {
  const answerOf = ({ options }: Given): unknown => options.answers[name] ?? null;
  const given = { path, label: lower(question.label.replace(/^[¿]|[?]$/g, '')), page: 'document' as const };
  if (question.kind === 'yesNo') {
    return { ...given, kind: 'flag', read: (all) => (answerOf(all) === null ? null : answerOf(all) === 1) };
  }
  const read = (all: Given) => {
    const words = answerWords(question, answerOf(all));
    return words === null ? null : asSaid(words);
  };
  const field = { ...given, kind: 'text' as const, read };
  if (question.kind !== 'choice') return field;
  return {
    ...field,
    options: question.options.map(({ label }) => optionWord(label)),
    option: (all) => {
      const chosen = question.options.find(({ code }) => code === answerOf(all));
      return chosen === undefined ? null : optionWord(chosen.label);
    },
  };
}

function listField(part: ListPart): Field {
  const columns = Object.fromEntries(part.columns.map(({ name, label }) => [name, label]));
  const read = ({ options }: Given) => options.lists[part.path] ?? [];
  return list(part.path, lower(part.title), columns, { page: 'document', read });
}

const catalogues = new WeakMap<KindDefinition, ReadonlyMap<string, Field>>();

/** Fields a template of this kind may name, by their path. */
export function fieldsOf(kind: KindDefinition): ReadonlyMap<string, Field> {
  const known = catalogues.get(kind);
  if (known !== undefined) return known;
  const own = Object.entries(kind.form.questions)
    .map(([name, question]) => {
      const path = 'variable' in question ? question.variable : name;
      return questionField(name, path, question, kind.asSaid?.[path]);
    })
    .filter(({ path }) => kind.sealed?.includes(path) !== true);
  const common = kind.sort === 'writ' ? shared : [...shared, ...reportFields];
  const fields = new Map([...common, ...own, ...kind.lists.map(listField)].map((field) => [field.path, field]));
  catalogues.set(kind, fields);
  return fields;
}

/** Every field a template of the kind may name, with what it is. */
export function fieldLines(kind: KindDefinition): FieldLine[] {
  const { required, recommended } = kind.facts;
  return linesOfFields(fieldsOf(kind), (path) =>
    required.includes(path) ? 'required' : recommended.includes(path) ? 'recommended' : 'optional',
  );
}
