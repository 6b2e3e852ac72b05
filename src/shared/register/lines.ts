/** One cell of the register row with the words it is read by, and who may read it. */
import type { formSections, FormSectionId } from '../intake/index.ts';
import { abroadCode, type PlaceIndex } from '../people/index.ts';
import type { Block, Question, Section } from '../record/index.ts';
import { columnsOfAnswer, columnsOfQuestion } from './columns.ts';

/** Rows that every reader of the sheet has: they hold back nothing. */
type SheetRow = 'registerForm.readA' | 'registerForm.readB';

/** The row of a section read under another one than the sheet. */
export type SectionGuard = Exclude<(typeof formSections)[FormSectionId]['read'], SheetRow>;

/** Rows of the permission table that hold back a line from whoever lacks them. */
export type LineGuard =
  | 'account.read'
  | 'safeAddress.read'
  | 'psychologicalReport.read'
  | 'socialReport.read'
  | SectionGuard;

export type LineSource = 'answer' | 'identity' | 'computed' | 'administrative';

export type RegisterLine = {
  /** Stable name of the line: its official variable, or our own for what the released list leaves out. */
  readonly id: string;
  /** Official column; '' where the released list has none (names, numbers of documents, telephones, streets). */
  readonly variable: string;
  /** Block of the form as the paper heads it. */
  readonly block: string;
  readonly item: string;
  readonly label: string;
  /** What the central register wants in the cell; '' is empty. */
  readonly value: string;
  /** The answer in words, '' when there is none. */
  readonly words: string;
  readonly source: LineSource;
  readonly guard: LineGuard | null;
  /** `any`: who has that row with a limited view reads the line too. */
  readonly guardView: 'whole' | 'any';
  /** A datum of hers that a copy leaves in the clipboard: it is cleared soon after (D15). */
  readonly isReserved: boolean;
};

type Given = Pick<RegisterLine, 'id' | 'label' | 'value'> & Partial<RegisterLine>;

/** A line with what is usual: an identity line without a column, seen by whoever may read the sheet. */
export function lineOf(block: string, item: string, given: Given): RegisterLine {
  return {
    variable: '',
    block,
    item,
    words: given.value,
    source: 'identity',
    guard: null,
    guardView: 'whole',
    isReserved: false,
    ...given,
  };
}

/** The lines of one question: one a column, in the order of the register. */
export function linesOfQuestion(question: Question, answer: unknown, block: Block, places: PlaceIndex): RegisterLine[] {
  const values = columnsOfAnswer(question, answer);
  const words = wordsOfAnswer(question, answer, places);
  return columnsOfQuestion(question).map(({ variable, part }, at) => ({
    id: variable,
    variable,
    block: block.title,
    item: question.item,
    label: part === null ? question.label : `${question.label}: ${part}`,
    value: values[variable] ?? '',
    words: words[at] ?? '',
    source: 'answer',
    guard: null,
    guardView: 'whole',
    isReserved: reservedQuestions.has(variable),
  }));
}

/** A text that the paper asks and the released list has no column for (the name of a network): a line of our own. */
export function lineOfOwnText(name: string, question: Question, answer: unknown, block: Block): RegisterLine[] {
  if (question.kind !== 'text' || question.variable !== '') return [];
  const value = typeof answer === 'string' ? answer : '';
  return [lineOf(block.title, question.item, { id: `answers.${name}`, label: question.label, value })];
}

/** Names of shelters: never left in the clipboard. */
const reservedQuestions: ReadonlySet<string> = new Set([
  'NOMBRE_HRT',
  ...[1, 2, 3, 4].map((place) => `NOMBRE_HRT_${place}`),
]);

/** The answer of each column in words, in the order of the columns. */
function wordsOfAnswer(question: Question, answer: unknown, places: PlaceIndex): string[] {
  if (answer === null || answer === undefined) return [];
  switch (question.kind) {
    case 'choice':
      return [question.options.find(({ code }) => code === answer)?.label ?? ''];
    case 'yesNo':
      return [answer === 1 ? 'Sí' : 'No'];
    case 'number':
      return [question.unit === undefined ? (answer as number).toString() : `${answer as number} ${question.unit}`];
    case 'place':
      return placeWords(answer as string, places);
    case 'ticks': {
      const ticked = answer as readonly string[];
      return Object.entries(question.ticks)
        .filter(([, { variable }]) => variable !== '')
        .map(([name]) => (ticked.includes(name) ? 'Sí' : ''));
    }
    default: {
      const values = columnsOfAnswer(question, answer);
      return columnsOfQuestion(question).map(({ variable }) => values[variable] ?? '');
    }
  }
}

export function placeWords(code: string, places: PlaceIndex): string[] {
  if (code.startsWith(abroadCode)) return ['Otro país', 'Otro país', 'Otro país'];
  const place = places.byCode.get(code.slice(0, 6));
  return place === undefined ? [] : [place.department, place.province, place.district, code.slice(6)];
}

export function questionsInOrder(section: Section): { name: string; question: Question; block: Block }[] {
  return section.blocks.flatMap((block) =>
    block.questions.flatMap((name) => {
      const question = section.questions[name];
      return question === undefined ? [] : [{ name, question, block }];
    }),
  );
}
