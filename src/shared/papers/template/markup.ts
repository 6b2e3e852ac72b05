/**
 * The light markup of the templates as blocks of a paper. Values travel beside the text, each behind one mark, so that
 * nothing typed in a record is ever read as markup.
 */
import type { PaperBlock, PaperRun } from '../blocks.ts';
import { ordinal } from '../words.ts';

/** What stands behind a mark: words of the record, a gap, or whole blocks. */
export type Value =
  | { readonly text: string; readonly isSubject: boolean }
  | { readonly missing: string }
  | { readonly blocks: readonly PaperBlock[] };

/** Stands in the text for the next value; a template that holds it is refused. */
export const valueMark = '\uE000';

export const markupHelp = [
  { mark: '# ', meaning: 'título de una parte; el número romano se pone solo' },
  { mark: '## ', meaning: 'subtítulo' },
  { mark: '#! ', meaning: 'título centrado del documento' },
  { mark: '+ ', meaning: 'fundamento; PRIMERO, SEGUNDO… se ponen solos' },
  { mark: '- ', meaning: 'línea de una lista' },
  { mark: '1. ', meaning: 'línea de una lista numerada' },
  { mark: '> ', meaning: 'cita' },
  { mark: '>> ', meaning: 'línea a la derecha' },
  { mark: '= ', meaning: 'fila con su etiqueta: «= Edad: dato»; si el dato no corresponde, la fila no sale' },
  { mark: '**…**', meaning: 'negrita' },
] as const;

/** Carries the line of the template through a text that is being checked: `\uE003<line>\uE004`. */
export const lineMark = /\uE003(\d+)\uE004/g;

type Line = {
  readonly kind: string;
  readonly text: string;
  /** From which place of `text` on it stands on which line of the template. */
  readonly sources: readonly { readonly at: number; readonly line: number }[];
};

const starts = ['#! ', '## ', '# ', '+ ', '- ', '1. ', '>> ', '> ', '= '] as const;

/** A line of a new block. */
function opened(line: string, number: number): Line {
  const start = starts.find((one) => `${line} `.startsWith(one));
  const words = start === undefined ? line : line.slice(start.length).trim();
  return { kind: start?.trim() ?? '', text: words, sources: [{ at: 0, line: number }] };
}

function joined(to: Line, next: Line): Line {
  const [source] = next.sources;
  const sources = [...to.sources, { at: to.text.length, line: source?.line ?? 1 }];
  return { ...to, text: `${to.text} ${next.text}`, sources };
}

/** Lines of one paragraph are joined; a mark at the start of a line, or an empty line, begins another. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let isOpen = false;
  for (const raw of text.split('\n')) {
    const words = raw.replace(lineMark, '').trim();
    const line = opened(words, Number(/\uE003(\d+)\uE004/.exec(raw)?.[1] ?? 1));
    const last = lines.at(-1);
    if (words !== '') {
      if (isOpen && line.kind === '' && last !== undefined) lines[lines.length - 1] = joined(last, line);
      else lines.push(line);
    }
    isOpen = words !== '' && !line.kind.startsWith('#');
  }
  return lines;
}

/** `letter`: its parts carry no number. */
export type Look = 'writ' | 'letter';

/** 1 → I, 4 → IV; enough for the parts of a writ. */
function roman(value: number): string {
  const table = [
    ['X', 10],
    ['IX', 9],
    ['V', 5],
    ['IV', 4],
    ['I', 1],
  ] as const;
  let rest = value;
  let words = '';
  for (const [letter, worth] of table) {
    while (rest >= worth) {
      words += letter;
      rest -= worth;
    }
  }
  return words;
}

type Piece = PaperRun | { readonly blocks: readonly PaperBlock[] };

/** What was typed with its point, where the sentence goes on or has its own: «… declaración.» + «, señalada». */
const pointGoesOn = /\p{Ll}{4}\.$/u;

/** One point at the end of a sentence, whoever wrote it: the text, who typed, or the last of some initials. */
function withOnePoint(pieces: readonly Piece[]): Piece[] {
  return pieces.reduce<Piece[]>((all, piece) => {
    const last = all.at(-1);
    if (last === undefined || !('text' in last) || !('text' in piece) || last.missing || piece.missing)
      return [...all, piece];
    if (/[.!?…]$/.test(last.text) && /^\.(?!\.)/.test(piece.text)) {
      const rest = piece.text.slice(1);
      return rest === '' ? all : [...all, { ...piece, text: rest }];
    }
    if (pointGoesOn.test(last.text) && /^(?:[,;:]| \p{Ll})/u.test(piece.text))
      return [...all.slice(0, -1), { ...last, text: last.text.slice(0, -1) }, piece];
    return [...all, piece];
  }, []);
}

class Builder {
  readonly blocks: PaperBlock[] = [];
  private readonly values: Iterator<Value>;
  private part = 0;
  private ground = 0;

  private readonly look: Look;

  constructor(values: readonly Value[], look: Look) {
    this.values = values[Symbol.iterator]();
    this.look = look;
  }

  private take(): Value {
    const next = this.values.next();
    if (next.done === true) throw new Error('a mark without its value');
    return next.value;
  }

  /** Runs of one line; a block among them stands apart, after the paragraph is cut. */
  private runsOf(text: string): Piece[] {
    let bold = false;
    const pieces = text.split(/(\*\*|\uE000)/).flatMap((piece): Piece[] => {
      if (piece === '**') bold = !bold;
      if (piece === '**' || piece === '') return [];
      const style = bold ? { bold: true as const } : {};
      if (piece !== valueMark) return [{ text: piece, ...style }];
      const value = this.take();
      if ('blocks' in value) return [value];
      if ('missing' in value) return [{ text: value.missing, missing: true as const }];
      return [{ text: value.text, ...style, ...(value.isSubject ? { isSubject: true as const } : {}) }];
    });
    return withOnePoint(pieces);
  }

  private plain(text: string): PaperRun[] {
    return this.runsOf(text).filter((run): run is PaperRun => 'text' in run);
  }

  private words(text: string): string {
    return this.plain(text)
      .map((run) => (run.missing === true ? `[FALTA: ${run.text}]` : run.text))
      .join('');
  }

  private heading(level: 1 | 2 | 3, text: string): void {
    this.ground = 0;
    if (level === 2) this.part += 1;
    const number = level === 2 && this.look === 'writ' ? `${roman(this.part)}. ` : '';
    this.blocks.push({ kind: 'heading', level, text: number + this.words(text) });
  }

  private item(ordered: boolean, text: string): void {
    const runs = this.plain(text);
    const last = this.blocks.at(-1);
    if (last?.kind === 'list' && last.ordered === ordered) {
      this.blocks[this.blocks.length - 1] = { ...last, items: [...last.items, runs] };
    } else this.blocks.push({ kind: 'list', ordered, items: [runs] });
  }

  /** Rows that follow each other are one table; a row whose value does not apply is left out. */
  private row(text: string): void {
    const at = text.indexOf(':');
    const runs = this.plain(text.slice(at + 1).trimStart());
    if (runs.length === 0) return;
    const rows = [{ label: text.slice(0, at), runs }];
    const last = this.blocks.at(-1);
    if (last?.kind === 'pairs') this.blocks[this.blocks.length - 1] = { ...last, rows: [...last.rows, ...rows] };
    else this.blocks.push({ kind: 'pairs', rows });
  }

  private quotation(text: string): void {
    const runs = this.plain(text);
    if (runs.some((run) => run.missing === true)) this.blocks.push({ kind: 'paragraph', runs });
    else this.blocks.push({ kind: 'quotation', text: runs.map((run) => run.text).join('') });
  }

  private paragraph(text: string, align?: 'left' | 'right'): void {
    const parts = this.runsOf(text);
    const blocks = parts.flatMap((part) => ('blocks' in part ? part.blocks : []));
    const runs = parts.filter((part): part is PaperRun => 'text' in part);
    if (runs.length > 0) this.blocks.push({ kind: 'paragraph', runs, ...(align === undefined ? {} : { align }) });
    this.blocks.push(...blocks);
  }

  add({ kind, text }: Pick<Line, 'kind' | 'text'>): void {
    switch (kind) {
      case '#!':
        this.heading(1, text);
        break;
      case '#':
        this.heading(2, text);
        break;
      case '##':
        this.heading(3, text);
        break;
      case '+':
        this.ground += 1;
        this.paragraph(`**${ordinal(this.ground, 'noun')}.** ${text}`);
        break;
      case '-':
      case '1.':
        this.item(kind === '1.', text);
        break;
      case '>':
        this.quotation(text);
        break;
      case '=':
        this.row(text);
        break;
      case '>>':
        this.paragraph(text, 'right');
        break;
      default:
        this.paragraph(text);
    }
  }
}

/** @param values one for each `valueMark` of the text, in order */
export function blocksOf(text: string, values: readonly Value[], look: Look): PaperBlock[] {
  const builder = new Builder(values, look);
  for (const line of linesOf(text)) builder.add(line);
  return builder.blocks;
}
