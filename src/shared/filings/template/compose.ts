/** A template and the facts of a case become the blocks of a paper; what the text wanted and the record lacks is listed. */
import type { MissingFact, PaperBlock } from '../../papers/blocks.ts';
import type { Field, Given, Row } from '../fields/field.ts';
import { fieldOfFact } from '../fields/where.ts';
import { blocksOf, valueMark, type Value } from './markup.ts';
import { parseTemplate, type Condition, type Filter, type Node } from './parse.ts';

export type Composed = { readonly blocks: readonly PaperBlock[]; readonly missing: readonly MissingFact[] };

const changes: Readonly<Record<Filter, (text: string) => string>> = {
  mayusculas: (text) => text.toLocaleUpperCase('es'),
  oracion: (text) => text.charAt(0).toLocaleUpperCase('es') + text.slice(1),
};

class Composer {
  text = '';
  readonly values: Value[] = [];
  readonly gaps = new Map<string, Field>();
  private readonly rows = new Map<string, Row>();
  private readonly fields: ReadonlyMap<string, Field>;
  private readonly given: Given;

  constructor(fields: ReadonlyMap<string, Field>, given: Given) {
    this.fields = fields;
    this.given = given;
  }

  private field(path: string): Field {
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
    this.values.push(value);
    this.text += valueMark;
  }

  private print({ path, filters }: Extract<Node, { kind: 'field' }>): void {
    const changed = (words: string) => filters.reduce((text, filter) => changes[filter](text), words);
    const cell = this.cell(path);
    if (cell !== undefined) {
      if (cell !== null) this.put({ text: changed(cell) });
      return;
    }
    const field = this.field(path);
    if (field.kind === 'block') {
      const blocks = field.read(this.given);
      for (const inner of field.prints) this.note(inner);
      if (blocks.length === 0) this.gap(field);
      else this.put({ blocks });
      return;
    }
    if (field.kind !== 'text') throw new Error(`${path} cannot be printed`);
    const words = field.read(this.given);
    if (words === null) this.gap(field);
    else if (words !== undefined) this.put({ text: changed(words) });
  }

  private gap(field: Field): void {
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
    for (const one of field.read(this.given)) {
      this.rows.set(row, one);
      this.run(body);
    }
    this.rows.delete(row);
  }
}

function isEmpty(field: Field, given: Given): boolean {
  const value = field.read(given);
  return value === null || (Array.isArray(value) && value.length === 0);
}

/**
 * @param fields the catalogue of the kind, by path
 * @throws TemplateError when the text cannot be read; it is checked before it is used
 */
export function composeText(text: string, fields: ReadonlyMap<string, Field>, given: Given): Composed {
  const composer = new Composer(fields, given);
  composer.run(parseTemplate(text));
  const { required, recommended } = given.kind.facts;
  const wanted = [...required, ...recommended].map((path) => fields.get(path)).filter((field) => field !== undefined);
  const lacking = new Map(wanted.filter((field) => isEmpty(field, given)).map((field) => [field.path, field]));
  for (const [path, field] of composer.gaps) lacking.set(path, field);
  const missing = [...lacking.values()].map(({ path, label, page }): MissingFact => {
    const field = fieldOfFact(path, given.kind);
    return { fact: path, label, page, field, weight: required.includes(path) ? 'required' : 'recommended' };
  });
  missing.sort((one, other) => Number(other.weight === 'required') - Number(one.weight === 'required'));
  return { blocks: blocksOf(composer.text, composer.values), missing };
}
