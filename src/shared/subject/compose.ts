/** The copy of one person's data as a paper: a cover that says what is in it and what is not, then what is. */
import { heading, marksOf, pairs, paragraph, signatures } from '../papers/text.ts';
import { eachText, longDate, unprintableIn, withhold, type Paper, type PaperBlock } from '../papers/index.ts';
import { formatCivilDate } from '../platform/typed-date.ts';
import type { CivilDate } from '../platform/dates.ts';
import {
  copyPartCodes,
  copyParts,
  withheldPartCodes,
  withheldParts,
  type CopyPart,
  type WithheldPart,
} from './codes.ts';
import { finder, piecesOf, printedText, type Piece, type Secrets, type Source } from './passages.ts';

/** One line of the copy: words of the program, and below them what somebody typed. */
export type CopyEntry = {
  readonly label: string;
  readonly text: string;
  readonly typed?: { text: string; source: Source };
};
export type CopyFicha = {
  readonly number: string;
  readonly admittedOn: CivilDate;
  readonly parts: Partial<Record<CopyPart, readonly CopyEntry[]>>;
};
export type OpenedBy = {
  readonly role: string;
  readonly times: number;
  readonly first: CivilDate;
  readonly last: CivilDate;
};

export type CopyFacts = {
  readonly name: string;
  readonly identity: readonly CopyEntry[];
  readonly contact: readonly CopyEntry[];
  readonly fichas: readonly CopyFicha[];
  /** Null for who may not know of it. */
  readonly opened: readonly OpenedBy[] | null;
  /** How much of each stays out; passages are counted here. */
  readonly withheld: Readonly<Partial<Record<WithheldPart, number>>>;
  readonly secrets: Secrets;
};

export type Reason = { readonly words: string; readonly norm: string; readonly isToConfirm: boolean };
export type CopyFrame = {
  readonly letterhead: readonly string[];
  readonly centre: string;
  readonly isPractice: boolean;
  readonly isDraft: boolean;
  readonly today: CivilDate;
  readonly request: { readonly askedOn: CivilDate; readonly by: string; readonly identity: string };
  readonly signer: { readonly name: string; readonly profession: string | null };
  readonly reasons: Readonly<Record<WithheldPart, Reason>>;
};

/** A sentence that waits for whoever prepares the copy. */
export type Passage = {
  readonly ficha: string | null;
  readonly part: CopyPart;
  readonly label: string;
  readonly piece: Piece;
};

const placeOf = (ficha: string | null, part: CopyPart, { label }: CopyEntry) => ({ ficha, part, label });

type Placed = { readonly ficha: string | null; readonly part: CopyPart; readonly entry: CopyEntry };

function placed({ contact, identity, fichas }: CopyFacts): Placed[] {
  const own = { identity, contact } as const;
  const person = (['identity', 'contact'] as const).flatMap((part) =>
    own[part].map((entry) => ({ ficha: null, part, entry })),
  );
  const rest = fichas.flatMap(({ number, parts }) =>
    copyPartCodes.flatMap((part) => (parts[part] ?? []).map((entry) => ({ ficha: number, part, entry }))),
  );
  return [...person, ...rest];
}

/** Every sentence in which something was found, in the order of the copy. */
export function passagesOf(facts: CopyFacts): Passage[] {
  const find = finder(facts.secrets);
  return placed(facts).flatMap(({ ficha, part, entry }) => {
    const { typed } = entry;
    if (typed === undefined) return [];
    const pieces = piecesOf(typed.text, (text) => find(text, typed.source));
    const found = pieces.filter(({ findings }) => findings.length > 0);
    return found.map((piece) => ({ ...placeOf(ficha, part, entry), piece }));
  });
}

/** What tells one passage from every other; what is changed in it makes it another one. */
export const passageText = ({ ficha, part, label, piece }: Passage): string =>
  [ficha ?? '', part, label, piece.text].join('\u0000');

const reasonWords = ({ words, norm, isToConfirm }: Reason) =>
  `${words} ${norm}${isToConfirm ? ' (por confirmar)' : ''}.`;

export const copyTitle = 'Copia de los datos de una persona';
const whole =
  'Contiene lo que este centro guarda de usted como persona atendida y puede leer quien la preparó. Si algo le falta, dígalo: ' +
  'Coordinación revisa lo demás. Puede pedir que se corrija un dato.';
const keeping =
  'Se entrega en mano, nunca por correo ni por otra persona. Guárdela donde nadie más la encuentre; si no es seguro llevarla, ' +
  'puede leerla en el centro y dejarla.';

/** Sentences that stay out, by why: they tell of others, or of hers what is not safe on a paper. */
export function countPassages(pieces: readonly Piece[]): Record<'passages' | 'unsafe', number> {
  const unsafe = pieces.filter(({ findings }) => findings.every(({ kind }) => kind === 'unsafe')).length;
  return { passages: pieces.length - unsafe, unsafe };
}

function cover(facts: CopyFacts, frame: CopyFrame, kept: readonly Piece[]): PaperBlock[] {
  const { passages, unsafe } = countPassages(kept);
  const counts = { ...facts.withheld, passages, unsafe: (facts.withheld.unsafe ?? 0) + unsafe };
  const rows = placed(facts);
  const inside = copyPartCodes.flatMap((part) => {
    const count = part === 'opened' ? (facts.opened?.length ?? 0) : rows.filter((row) => row.part === part).length;
    return count === 0 ? [] : [[copyParts[part].title, String(count)]];
  });
  const outside = withheldPartCodes.flatMap((part) => {
    const count = counts[part] ?? 0;
    return count === 0 ? [] : [[withheldParts[part].title, String(count), reasonWords(frame.reasons[part])]];
  });
  return [
    heading(1, copyTitle),
    pairs([
      ['Para', [{ text: facts.name, bold: true, isSubject: true }]],
      ['Pedido', `${formatCivilDate(frame.request.askedOn)}. ${frame.request.by}`],
      ['Identidad', frame.request.identity],
      ['Derecho', 'Acceso a sus datos: Ley 29733 y su reglamento (DS 016-2024-JUS).'],
      ['Centro', frame.centre],
      ['Fecha', longDate(frame.today)],
    ]),
    paragraph(whole),
    paragraph(keeping),
    heading(2, 'Qué contiene'),
    { kind: 'table', head: ['Parte', 'Datos'], rows: inside, widths: ['*', 60], alignRight: [1] },
    heading(2, 'Qué se reserva y por qué'),
    outside.length === 0
      ? paragraph('Nada.')
      : {
          kind: 'table',
          head: ['Qué', 'Cuántos', 'Motivo y norma'],
          rows: outside,
          widths: [170, 50, '*'],
          alignRight: [1],
        },
  ];
}

type Print = (entry: CopyEntry, of: Omit<Passage, 'piece'>) => string;

function entries(list: readonly CopyEntry[], of: { ficha: string | null; part: CopyPart }, print: Print): PaperBlock[] {
  return list.flatMap((entry): PaperBlock[] => {
    const typed = print(entry, placeOf(of.ficha, of.part, entry));
    if (entry.typed !== undefined && entry.text === '' && typed.length > 200)
      return [paragraph(entry.label), { kind: 'quotation', text: typed }];
    const text = [entry.text, typed].filter((one) => one !== '').join(' ');
    return [pairs([[entry.label, text === '' ? '—' : text]], 150)];
  });
}

function fichaBlocks(ficha: CopyFicha, print: Print): PaperBlock[] {
  return [
    heading(2, `Ficha ${ficha.number}, del ${formatCivilDate(ficha.admittedOn)}`),
    ...copyPartCodes.flatMap((part) => {
      const list = ficha.parts[part] ?? [];
      if (list.length === 0) return [];
      return [heading(3, copyParts[part].title), ...entries(list, { ficha: ficha.number, part }, print)];
    }),
  ];
}

function openedBlocks(opened: CopyFacts['opened']): PaperBlock[] {
  if (opened === null || opened.length === 0) return [];
  const rows = opened.map(({ role, times, first, last }) => [
    role,
    String(times),
    formatCivilDate(first),
    formatCivilDate(last),
  ]);
  return [
    heading(2, copyParts.opened.title),
    paragraph('Por función, desde que este registro existe.'),
    {
      kind: 'table',
      head: ['Función', 'Veces', 'Primera', 'Última'],
      rows,
      widths: ['*', 50, 80, 80],
      alignRight: [1],
    },
  ];
}

function receipt({ name }: CopyFacts, { signer, centre }: CopyFrame): PaperBlock[] {
  return [
    { kind: 'pageBreak' },
    heading(2, 'Constancia de entrega'),
    paragraph([
      { text: 'Recibí en mano la copia de mis datos, con su portada. ' },
      { text: name, bold: true, isSubject: true },
    ]),
    paragraph('Día y hora: ______________________     Documento mostrado: ______________________'),
    signatures(
      ['Firma o huella de quien recibe'],
      [signer.name, ...(signer.profession === null ? [] : [signer.profession]), centre],
    ),
  ];
}

/** A sign that the letters of a paper lack is said to be there: nobody can ask her to take it out of what was written. */
const marked = (text: string) =>
  unprintableIn(text)
    .toSorted((one, other) => other.length - one.length)
    .reduce((clean, sign) => clean.replaceAll(sign, '[signo]'), text);

/** The whole paper. `stands`: which sentences that tell of others were let stand; one that is closed never does. */
export function composeCopy(given: CopyFacts, frame: CopyFrame, stands: (passage: Passage) => boolean): Paper {
  const facts = { ...given, name: marked(given.name) };
  const find = finder(facts.secrets);
  const shut = [
    ...facts.secrets.closed,
    ...(facts.secrets.unsafe ?? []),
    ...facts.secrets.others.flatMap(({ texts }) => texts),
  ];
  const kept: Piece[] = [];
  const print: Print = ({ typed }, of) => {
    if (typed === undefined) return '';
    const pieces = piecesOf(typed.text, (text) => find(text, typed.source));
    return printedText(pieces, (piece) => {
      const isIn = !piece.isClosed && stands({ ...of, piece });
      if (!isIn) kept.push(piece);
      return isIn;
    });
  };
  const inside: PaperBlock[] = [
    heading(2, copyParts.identity.title),
    ...entries(facts.identity, { ficha: null, part: 'identity' }, print),
    heading(2, copyParts.contact.title),
    ...entries(facts.contact, { ficha: null, part: 'contact' }, print),
    ...facts.fichas.flatMap((ficha) => fichaBlocks(ficha, print)),
    ...openedBlocks(facts.opened),
  ];
  const paper: Paper = {
    title: copyTitle,
    number: null,
    marks: marksOf(frame.isPractice, frame.isDraft && 'draft'),
    letterhead: frame.letterhead,
    signedOn: frame.today,
    blocks: [...cover(facts, frame, kept), { kind: 'pageBreak' }, ...inside, ...receipt(facts, frame)],
  };
  // What no sentence may carry is looked for once more in everything, words of the program too.
  return eachText(withhold(paper, shut, facts.secrets.ownTexts).paper, marked);
}
