/** A template and the facts of a case become the blocks of a paper; what the text wanted and the case lacks is listed. */
import type { PaperBlock } from '../blocks.ts';
import type { Field, Row } from './field.ts';
import { blocksOf, valueMark, type Look, type Value } from './markup.ts';
import { parseTemplate, type Condition, type Filter, type Node } from './parse.ts';
import { insideSentence, listWords } from '../words.ts';

const changes: Readonly<Record<Filter, (text: string) => string>> = {
  mayusculas: (text) => text.toLocaleUpperCase('es'),
  oracion: (text) => text.charAt(0).toLocaleUpperCase('es') + text.slice(1),
  acto: actWords,
};

class Composer<Given> {
  text = '';
  readonly values: Value[] = [];
  readonly gaps = new Map<string, Field<Given>>();
  private readonly rows = new Map<string, Row>();
  private readonly fields: ReadonlyMap<string, Field<Given>>;
  private readonly given: Given;

  constructor(fields: ReadonlyMap<string, Field<Given>>, given: Given) {
    this.fields = fields;
    this.given = given;
  }

  private field(path: string): Field<Given> {
    const field = this.fields.get(path);
    if (field === undefined) throw new Error(`unknown field ${path}`);
    return field;
  }

  /** The cell of a row inside its loop; undefined when the path is no cell. */
  private cell(path: string): string | null | undefined {
    const [row = '', column = '', ...rest] = path.split('.');
    return rest.length > 0 ? undefined : this.rows.get(row)?.[column];
  }

  private holds(when: Condition): boolean {
    switch (when.is) {
      case 'not':
        return !this.holds(when.part);
      case 'and':
        return this.holds(when.parts[0]) && this.holds(when.parts[1]);
      case 'or':
        return this.holds(when.parts[0]) || this.holds(when.parts[1]);
      case 'equals': {
        const field = this.field(when.path);
        return field.kind === 'text' && field.option?.(this.given) === when.option;
      }
      case 'known':
        return this.isKnown(when.path);
    }
  }

  private isKnown(path: string): boolean {
    const cell = this.cell(path);
    if (cell !== undefined) return cell !== null && cell !== '';
    const field = this.field(path);
    const value = field.read(this.given);
    if (Array.isArray(value)) return value.length > 0;
    return value !== null && value !== undefined && value !== false && value !== '';
  }

  private put(value: Value): void {
    this.values.push('text' in value ? { ...value, text: joining(this.text, value.text) } : value);
    this.text += valueMark;
  }

  private print({ path, filters }: Extract<Node, { kind: 'field' }>): void {
    const changed = (words: string) => filters.reduce((text, filter) => changes[filter](text), words);
    const cell = this.cell(path);
    if (cell !== undefined) {
      if (cell !== null) this.put({ text: changed(cell), isSubject: false });
      return;
    }
    const field = this.field(path);
    if (field.kind === 'block') {
      const blocks = field.read(this.given);
      for (const inner of field.prints) this.note(inner);
      if (blocks === undefined) return;
      // A block is a paragraph of its own, whatever stands in the lines beside it.
      this.text += '\n\n';
      if (blocks.length === 0) this.gap(field);
      else this.put({ blocks });
      this.text += '\n\n';
      return;
    }
    if (field.kind !== 'text') throw new Error(`${path} cannot be printed`);
    const words = field.read(this.given);
    if (words === null) this.gap(field);
    else if (words !== undefined) this.put({ text: changed(words), isSubject: field.isSubject === true });
  }

  private gap(field: Field<Given>): void {
    this.put({ missing: field.label });
    this.gaps.set(field.path, field);
  }

  /** A field that a block prints by itself: its gap stands inside the block. */
  private note(path: string): void {
    const field = this.field(path);
    if (field.read(this.given) === null) this.gaps.set(path, field);
  }

  run(nodes: readonly Node[]): void {
    for (const node of nodes) {
      if (node.kind === 'text') this.text += node.text;
      else if (node.kind === 'field') this.print(node);
      else if (node.kind === 'if') {
        const branch = node.branches.find(({ when }) => this.holds(when));
        this.run(branch?.body ?? node.otherwise ?? []);
      } else this.repeat(node);
    }
  }

  private repeat({ list, row, body }: Extract<Node, { kind: 'for' }>): void {
    const field = this.field(list);
    if (field.kind !== 'list') throw new Error(`${list} is no list`);
    const rows = field.read(this.given);
    for (const [at, one] of rows.entries()) {
      this.rows.set(row, one);
      this.run(at === rows.length - 1 ? this.last(body) : body);
    }
    this.rows.delete(row);
  }

  /** Of names that follow a name with a comma, the last follows with «y», or «e» before the sound i. */
  private last(body: readonly Node[]): readonly Node[] {
    const [first, ...rest] = body;
    if (first?.kind !== 'text' || !first.text.startsWith(', ')) return body;
    const field = rest.find((node) => node.kind === 'field');
    const name = field === undefined ? '' : (this.cell(field.path) ?? '');
    const and = listWords(['', name]).startsWith(' e ') ? ' e ' : ' y ';
    return [{ ...first, text: and + first.text.slice(2) }, ...rest];
  }
}

export type Run<Given> = {
  readonly blocks: readonly PaperBlock[];
  /** What the text prints and the case lacks. */
  readonly gaps: readonly Field<Given>[];
};

/**
 * @param fields the catalogue of the kind, by path
 * @throws TemplateError when the text cannot be read; it is checked before it is used
 */
export function runTemplate<Given>(
  text: string,
  fields: ReadonlyMap<string, Field<Given>>,
  { given, look = 'writ' }: { readonly given: Given; readonly look?: Look },
): Run<Given> {
  const composer = new Composer(fields, given);
  composer.run(parseTemplate(text));
  return { blocks: blocksOf(composer.text, composer.values, look), gaps: [...composer.gaps.values()] };
}

const repeated = /(?:^|\s)(de|del|en|a|al|por|con|el|la|los|las|que)\s+$/i;

/** After a colon the sentence goes on; a row («= Motivo: …») begins one. */
const isAfterColon = (before: string) => /:\s+$/.test(before) && !/(?:^|\n)= [^\n]*$/.test(before);

/**
 * A quotation inside another has the inner marks; a word that the sentence ends with is not said twice («en la casa de» +
 * «de su mamá»); what goes on after a colon begins in small letters.
 */
function joining(before: string, text: string): string {
  const isQuoted = before.lastIndexOf('«') > before.lastIndexOf('»');
  const quoted = isQuoted ? text.replaceAll('«', '“').replaceAll('»', '”') : text;
  const inner = isAfterColon(before) ? insideSentence(quoted) : quoted;
  const word = repeated.exec(before)?.[1]?.toLowerCase();
  return word !== undefined && inner.toLowerCase().startsWith(`${word} `) ? inner.slice(word.length + 1) : inner;
}

const masculineActs = /^(auto|decreto|oficio|acuerdo|requerimiento|dictamen)(?![\p{L}])/iu;
const feminineActs = /^(resoluci[oó]n|disposici[oó]n|sentencia|providencia|acta|casaci[oó]n)(?![\p{L}])/iu;

/** «Disposición N.º 03» → «la Disposición N.º 03», «Auto 2» → «el Auto 2», «N.º 3» → «la resolución N.º 3». */
function actWords(text: string): string {
  if (masculineActs.test(text)) return `el ${text}`;
  return feminineActs.test(text) ? `la ${text}` : `la resolución ${text}`;
}
