/** What one of the twenty kinds is: whom it names how, what its form asks, what its text needs. */
import type { StaffMember } from '../../access/index.ts';
import { codesOf } from '../../platform/codes-of.ts';
import type { AskedWhen, Confirmation, Question, Section } from '../../record/index.ts';
import type { OfficeKind } from '../../directory/index.ts';
import type { ShippedKind, TemplateKind } from '../codes.ts';
import type { DeskWords } from '../desk-words.ts';
import { fold } from '../../platform/text.ts';

type Role = StaffMember['roles'][number];

/** «agraviada/o», «recurrente», «demandante»: what the persons are called in this kind. */
export type VictimNoun = 'agraviada' | 'recurrente' | 'demandante';
export type AccusedNoun = 'denunciada' | 'imputada' | 'demandada';

export type ListColumn = {
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
};

/** Rows the form asks for: acts to be done, items of damage, points answered. */
export type ListPart = {
  /** Name of the list in a template (`diligencias`). */
  readonly path: string;
  readonly title: string;
  /** What one row is called: «Diligencia». */
  readonly item: string;
  readonly weight: 'required' | 'recommended' | 'optional';
  readonly columns: readonly ListColumn[];
};

export const filingGroupLabels = {
  start: 'Inicio y trámite',
  measures: 'Medidas de protección',
  inquiry: 'Investigación penal',
  appeals: 'Recursos',
  family: 'Familia',
  reports: 'Oficios e informes',
  own: 'Otros modelos de este centro',
} as const;
export type FilingGroup = keyof typeof filingGroupLabels;
export const filingGroups = codesOf(filingGroupLabels);

/**
 * What sort of paper it is: a writ has its caption and cites the law; a report and its cover letter carry the numbers of
 * the centre, and the letter says nothing of what the report holds.
 */
export type PaperSort = 'writ' | 'report' | 'letter';

export type KindDefinition = {
  readonly kind: TemplateKind;
  readonly sort: PaperSort;
  readonly label: string;
  readonly purpose: string;
  readonly group: FilingGroup;
  readonly victim: VictimNoun;
  readonly accused: AccusedNoun;
  readonly signers: readonly Role[];
  readonly partySigns: boolean;
  /** Without her consent to sponsorship a warning is shown (D12). */
  readonly warnsWithoutSponsorship: boolean;
  /** Names in full the children of its list, whom the court has to know. */
  readonly namesChildren?: true;
  readonly form: Section;
  readonly lists: readonly ListPart[];
  /** How an answer stands in the middle of a sentence, by its field: «Investigación preparatoria» → «investigación…». */
  readonly asSaid?: Readonly<Record<string, (text: string) => string>>;
  /** Questions whose answers go to the sealed envelope alone, by the fields they would fill. */
  readonly sealed?: readonly string[];
  readonly uses: {
    readonly measures: boolean;
    readonly criteria: boolean;
    readonly evidence: boolean;
    readonly annexes: boolean;
    readonly urgency: boolean;
  };
  readonly facts: { readonly required: readonly string[]; readonly recommended: readonly string[] };
  readonly parts: Readonly<Record<string, string>>;
  /** Offered as first otrosíes of the form; the lawyer keeps, changes or removes them. */
  readonly otherRequests: readonly string[];
  /** What only a kind of the centre says of itself. */
  readonly own?: OwnTraits;
};

type Draft = Omit<KindDefinition, 'facts'> & {
  readonly facts: (asked: readonly string[]) => KindDefinition['facts'];
};

/** What its form requires, questions and then lists, is said once: a fact that the writ wants. */
export function kindOf({ facts, ...kind }: Draft): KindDefinition {
  const questions = Object.values(kind.form.questions).filter(({ required }) => required);
  const lists = kind.lists.filter(({ weight }) => weight === 'required');
  const asked = [
    ...questions.flatMap((one) => ('variable' in one ? [one.variable] : [])),
    ...lists.map(({ path }) => path),
  ];
  return { ...kind, facts: facts(asked) };
}

export type OwnTraits = {
  /** The row of «Modelos propios». */
  readonly model: string;
  /** To whom it goes; null: whoever is in the directory. */
  readonly addressees: readonly OfficeKind[] | null;
  /** How its caption calls the file; null: by the office. */
  readonly desk: DeskWords | null;
  /** The kind whose articles it is offered. */
  readonly lawLike: ShippedKind;
  readonly tellsHousehold: boolean;
};

type Extra = { readonly required?: true; readonly hint?: string; readonly askedWhen?: AskedWhen };

function common(label: string, { required, ...more }: Extra) {
  return { item: '', label, required: required === true, confirmation: 'project' as Confirmation, ...more };
}

/** Short text, one line. */
export function line(path: string, label: string, extra: Extra = {}): Question {
  return { kind: 'text', variable: path, max: 200, ...common(label, extra) };
}

/** Some paragraphs. */
export function prose(path: string, label: string, extra: Extra = {}): Question {
  return { kind: 'text', variable: path, max: 6000, lines: 4, ...common(label, extra) };
}

export function day(path: string, label: string, extra: Extra = {}): Question {
  return { kind: 'date', variable: path, ...common(label, extra) };
}

export function hour(path: string, label: string, extra: Extra = {}): Question {
  return { kind: 'time', variable: path, ...common(label, extra) };
}

export function yesNo(path: string, label: string, extra: Extra = {}): Question {
  return { kind: 'yesNo', variable: path, ...common(label, extra) };
}

/** Options in their order; their codes count from 1. */
export function choice(path: string, label: string, options: readonly string[], extra: Extra = {}): Question {
  const coded = options.map((words, index) => ({ code: index + 1, label: words }));
  return { kind: 'choice', variable: path, options: coded, ...common(label, extra) };
}

/** Whether writs of this kind speak of her address: only then does the sealed envelope go with them. */
export function saysAddress({ facts }: KindDefinition): boolean {
  return facts.required.includes('agraviada.domicilio');
}

/** Whether writs of this kind tell the event and with it the children of the household, by their initials (S5). */
export function tellsHousehold({ facts, own }: KindDefinition): boolean {
  return own?.tellsHousehold ?? facts.required.includes('hecho.relato');
}

/** Name of the question of a field: the form has no dots in its names. */
export function questionName(path: string): string {
  return path.replaceAll('.', '_');
}

/** One block of questions, named by the fields they fill. */
export function form(title: string, questions: readonly Question[]): Section {
  const named = questions.map((question) => [questionName(variableOf(question)), question] as const);
  const blocks = named.length === 0 ? [] : [{ id: 'particulars', title, questions: named.map(([name]) => name) }];
  return { id: 'filing', title, questions: Object.fromEntries(named), blocks };
}

function variableOf(question: Question): string {
  if (question.kind === 'ticks') return '';
  return 'variable' in question ? question.variable : (question.variables[0] ?? '');
}

/** «Copias certificadas» → `copias`: the short word of an option in a condition. */
export function optionWord(label: string): string {
  const plain = fold(label);
  return plain.split(/[^a-z0-9]+/).find((part) => part.length > 2) ?? plain;
}

/** An answer that the sentence goes on with: in small letters, but for initials and names of laws. */
export function goingOn(text: string): string {
  return /^(?:\p{Lu}\p{Ll}|A\s)/u.test(text) && !/^(?:Ley|Código|Art|Decreto|Policía Nacional)/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
