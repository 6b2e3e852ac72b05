/**
 * The ficha to fill by hand on a day without power: every question of the catalogues in the order and numbering of the
 * paper, with its answers, codes and skip rules. A question added to a catalogue is printed by itself.
 */
import type { FillSpace, PaperBlock } from '../papers/blocks.ts';
import { heading, paragraph } from '../papers/text.ts';
import { caseConditions } from '../intake/index.ts';
import { documentKindLabels, streetKindLabels } from '../people/index.ts';
import type { Block, Question, Questions, Section } from '../record/index.ts';
import { askedWords } from './asked-words.ts';
import { registerSections } from './sections.ts';
import { capital } from '../platform/capital.ts';

/** Lists longer than this are written by hand: countries, occupations. */
const longestList = 60;

type Fill = Extract<PaperBlock, { kind: 'fill' }>;

export const fill = (label: string, space: FillSpace, item = '', hint: string | null = null): Fill => ({
  kind: 'fill',
  item,
  label,
  hint,
  space,
});
export const lines = (count: number): FillSpace => ({ kind: 'lines', count });
export const inline = (...options: readonly string[]): FillSpace => ({ kind: 'inline', options });
export const parts = (...all: readonly (readonly [label: string, width: number])[]): FillSpace => ({
  kind: 'parts',
  parts: all.map(([label, width]) => ({ label, width })),
});

/** Boxes in as many columns as the longest answer leaves. */
export function boxes(options: readonly string[]): FillSpace {
  const longest = Math.max(...options.map((text) => text.length));
  const columns = longest > 84 ? 1 : longest > 27 ? 2 : longest > 15 ? 3 : 4;
  return { kind: 'boxes', columns: Math.min(columns, Math.max(1, options.length)), options };
}

const byDay = parts(['Día', 70], ['Mes', 110], ['Año', 90]);

// oxlint-disable-next-line complexity -- one case per kind of question, nothing nested
function spaceOf(question: Question): FillSpace {
  switch (question.kind) {
    case 'yesNo':
      return inline('0 No', '1 Sí');
    case 'choice': {
      if (question.options.length > longestList) return lines(1);
      const options = question.options.map(({ code, label }) => `${code} ${label}`);
      const isPair = options.length === 2 && options.every((text) => text.length <= 11);
      return isPair ? inline(...options) : boxes(options);
    }
    case 'ticks':
      return boxes(Object.values(question.ticks).map(({ label }) => label));
    case 'number':
      return parts([question.unit === undefined ? 'Número' : capital(question.unit), 130]);
    case 'date':
    case 'partialDate':
      return byDay;
    case 'time':
      return parts(['Hora', 100], ['Minutos', 110]);
    case 'place':
      return parts(['Departamento', 150], ['Provincia', 140], ['Distrito', 140]);
    case 'text':
      return lines(Math.max(question.lines ?? 1, question.max > 200 ? 3 : 1));
  }
}

function hintOf(question: Question, known: Questions, before: string | null): string | null {
  const several = question.kind === 'ticks' ? 'Puede marcar varias.' : null;
  const byName =
    question.kind === 'choice' && question.options.length > longestList ? 'Escriba el nombre completo.' : null;
  const found = [askedWords(question.askedWhen, known, before), several, byName].filter((part) => part !== null);
  return found.length === 0 ? null : found.join(' ');
}

/** Short answers that belong together (number, letter and year of one ficha) share a line, as on the paper. */
function isShort(question: Question): boolean {
  return question.kind === 'number' || (question.kind === 'text' && (question.lines ?? 1) === 1 && question.max <= 120);
}

function belongTogether(one: Question | undefined, other: Question): boolean {
  if (one === undefined || !isShort(one) || !isShort(other) || one.item !== other.item) return false;
  return JSON.stringify(one.askedWhen) === JSON.stringify(other.askedWhen);
}

type Named = { readonly question: Question; readonly before: string | null };

function groupsOf(block: Block, section: Section): Named[][] {
  const groups: Named[][] = [];
  for (const [at, name] of block.questions.entries()) {
    const question = section.questions[name];
    if (question === undefined) continue;
    const last = groups.at(-1);
    if (last !== undefined && belongTogether(last.at(-1)?.question, question)) last.push({ question, before: null });
    else groups.push([{ question, before: block.questions[at - 1] ?? null }]);
  }
  return groups;
}

const mark = (question: Question) => (question.required ? `${question.label} *` : question.label);

function partOf(question: Question): readonly [label: string, width: number] {
  const words = mark(question).length * 4.5;
  if (question.kind === 'text') return [mark(question), words + (question.max > 12 ? 190 : 75)];
  return [mark(question), words + 58];
}

function questionBlocks(block: Block, section: Section, known: Questions): PaperBlock[] {
  return groupsOf(block, section).map((group) => {
    const [first] = group as [Named, ...Named[]];
    const { question, before } = first;
    const hint = hintOf(question, known, before);
    if (group.length === 1) return fill(mark(question), spaceOf(question), question.item, hint);
    const blanks = group.map((one) => partOf(one.question));
    if (hint !== null) return fill(hint, parts(...blanks), question.item);
    const [[label, width] = ['', 0], ...rest] = blanks;
    return fill('', parts([`${question.item}  ${label}`, width + 25], ...rest));
  });
}

function identityBlocks(block: Block): PaperBlock[] {
  if (block.id === 'A.4') return personBlocks('usuaria');
  if (block.id === 'A.5') return personBlocks('agresora');
  if (block.id === 'B.1') {
    return [fill('Motivo de consulta (relato del último hecho de violencia), en sus palabras', lines(24), 'B.1')];
  }
  return [];
}

function nameBlocks(): PaperBlock[] {
  return [
    fill('Nombres y apellidos', parts(['Apellido paterno', 221], ['Apellido materno', 221], ['Nombres', 453])),
    fill('Documento de identidad', boxes([...Object.values(documentKindLabels), 'No tiene', 'No recuerda el número'])),
    fill('', parts(['Número de documento', 300])),
  ];
}

/** Boxes beside each other. */
const streets = boxes(Object.values(streetKindLabels));

function personBlocks(role: 'usuaria' | 'agresora'): PaperBlock[] {
  const isUser = role === 'usuaria';
  return [
    heading(3, isUser ? 'Identidad de la persona usuaria' : 'Identidad de la presunta persona agresora'),
    ...(isUser ? [] : [fill('¿Se conoce el nombre?', boxes(['Sí', 'Solo una parte', 'No se conoce']))]),
    ...nameBlocks(),
    ...(isUser ? [fill('Nombre con el que prefiere que la llamen', lines(1))] : [fill('Alias o apodos', lines(1))]),
    fill('Fecha de nacimiento', byDay, '', 'Si solo recuerda el año, escriba el año.'),
    ...(isUser ? contactBlocks() : []),
    fill('Tipo de vía del domicilio', streets),
    fill('Domicilio (nombre de la vía, número, referencia)', lines(2)),
    ...(isUser ? [fill('¿Pide que su domicilio quede en reserva?', inline('No', 'Sí'))] : []),
  ];
}

function contactBlocks(): PaperBlock[] {
  return [
    fill('Teléfono', parts(['Número', 160], ['¿De quién es?', 283])),
    fill('¿Es seguro llamar a ese teléfono?', inline('No', 'Sí')),
    fill('En qué horario y qué decir si responde otra persona', lines(1)),
  ];
}

function informantBlocks(): PaperBlock[] {
  return [
    heading(3, 'Persona informante (solo si no es la persona usuaria)'),
    ...nameBlocks(),
    fill('Teléfono', parts(['Número', 160], ['¿Es seguro llamar?', 160])),
    fill('Domicilio', lines(1)),
  ];
}

/** What was asked in the block beside its questions, after them. */
function afterBlock(block: Block): PaperBlock[] {
  if (block.id === 'A.2') return informantBlocks();
  if (block.id !== 'B.3') return [];
  return [
    fill(
      'Fecha y hora del último hecho de violencia',
      parts(['Día', 70], ['Mes', 110], ['Año', 90], ['Hora', 110]),
      'B.3',
    ),
    fill('Lugar exacto del hecho, en sus palabras', lines(1), 'B.3'),
  ];
}

/** Notice of the form of 2021, with the regulation in force; the words are a setting of the ministry (U03). */
export const confidentialNotice =
  'Los datos se registran con el consentimiento verbal de la persona usuaria, son reservados y confidenciales, y se ' +
  'usan solo para su atención por las y los profesionales del CEM (Ley 29733).';

function headerBlocks(centreName: string): PaperBlock[] {
  return [
    heading(1, 'FICHA DE REGISTRO DE CASOS'),
    paragraph(confidentialNotice),
    paragraph(
      '* Dato obligatorio. Deje en blanco lo que no preguntó o no se sabe: en blanco no quiere decir «No».',
      'left',
    ),
    fill(`CEM: ${centreName}`, parts(['N.º de ficha oficial, si ya lo tiene', 453])),
    fill('Fecha y hora de ingreso *', parts(['Día', 70], ['Mes', 110], ['Año', 90], ['Hora', 110])),
    fill('Turno', boxes(['Mañana', 'Tarde', 'Noche'])),
    fill('Condición del caso', boxes(caseConditions.map(({ code, label }) => `${code} ${label}`)), '', conditionHint),
  ];
}

const conditionHint = 'La propone el programa cuando se digita; puede quedar en blanco.';

function sectionBlocks(section: Section, known: Questions): PaperBlock[] {
  return [
    heading(1, section.title.toUpperCase()),
    ...section.blocks.flatMap((block): PaperBlock[] => [
      heading(2, `${block.id}  ${block.title}`),
      ...identityBlocks(block),
      ...questionBlocks(block, section, known),
      ...afterBlock(block),
    ]),
    fill(`Profesional que llena la Sección ${section.id}: nombre, firma y sello`, lines(2)),
  ];
}

/** Blocks of the whole ficha, each section on a page of its own: sections are filled by different people. */
export function blankFicha(centreName: string, sections: readonly Section[] = registerSections): PaperBlock[] {
  const known: Questions = Object.assign({}, ...sections.map(({ questions }) => questions)) as Questions;
  return [
    ...headerBlocks(centreName),
    ...sections.flatMap((section, at): PaperBlock[] => [
      ...(at === 0 ? [] : [{ kind: 'pageBreak' } as const]),
      ...sectionBlocks(section, known),
    ]),
  ];
}
