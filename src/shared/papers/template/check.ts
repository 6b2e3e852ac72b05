/** What keeps a text from being used as template, each with its line: found before, never on a paper. */
import type { AnyField } from './field.ts';
import { findHoles } from './holes.ts';
import { valueMark } from './markup.ts';
import { parseTemplate, TemplateError, type Condition, type Node, type TemplateIssue } from './parse.ts';

// Titles with nothing under them.

type Item =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly line: number }
  | { readonly kind: 'content'; readonly always: boolean };

/** Whether a list of nodes prints something in every case. */
function alwaysPrints(nodes: readonly Node[]): boolean {
  return nodes.some((node) => {
    if (node.kind === 'text')
      return node.text.split('\n').some((line) => line.trim() !== '' && !line.trim().startsWith('#'));
    if (node.kind === 'field') return true;
    if (node.kind === 'for') return false;
    return node.otherwise !== null && [...node.branches.map(({ body }) => body), node.otherwise].every(alwaysPrints);
  });
}

function itemsOf(nodes: readonly Node[]): Item[] {
  return nodes.flatMap((node): Item[] => {
    if (node.kind !== 'text') return [{ kind: 'content', always: alwaysPrints([node]) }];
    return node.text.split('\n').flatMap((raw, index): Item[] => {
      const text = raw.trim();
      const level = /^(#{1,2}) /.exec(text)?.[1]?.length;
      if (level !== undefined) return [{ kind: 'heading', level, text, line: node.line + index }];
      return text === '' ? [] : [{ kind: 'content', always: true }];
    });
  });
}

/** Bodies of conditions and loops, which have their own titles. */
function innerOf(node: Node): (readonly Node[])[] {
  if (node.kind === 'for') return [node.body];
  return node.kind === 'if'
    ? [...node.branches.map(({ body }) => body), ...(node.otherwise === null ? [] : [node.otherwise])]
    : [];
}

function findEmptySections(nodes: readonly Node[]): TemplateIssue[] {
  const items = itemsOf(nodes);
  const here = items.flatMap((item, at): TemplateIssue[] => {
    if (item.kind !== 'heading') return [];
    const end = items.findIndex((next, place) => place > at && next.kind === 'heading' && next.level <= item.level);
    const under = items.slice(at + 1, end === -1 ? items.length : end);
    const isFull = under.some((one) => one.kind === 'content' && one.always);
    return isFull
      ? []
      : [{ line: item.line, message: `La parte «${item.text.replace(/^#+ /, '')}» puede quedar vacía.` }];
  });
  return [...here, ...nodes.flatMap(innerOf).flatMap(findEmptySections)];
}

/** What a kind asks of its text besides that it can be read. */
export type TemplateNeeds = {
  /** Fields that must be printed somewhere, by themselves or by a block. */
  readonly facts: readonly string[];
  /** Blocks that must be printed in every case, with their words. */
  readonly parts: Readonly<Record<string, string>>;
};

type Known = ReadonlyMap<string, boolean>;
type Rows = ReadonlyMap<string, Extract<AnyField, { kind: 'list' }>>;

const key = (when: Extract<Condition, { is: 'known' | 'equals' }>) =>
  when.is === 'known' ? when.path : `${when.path} == ${when.option}`;

/** Whether the condition is settled by what is already known; undefined when it is open. */
function settled(when: Condition, known: Known): boolean | undefined {
  switch (when.is) {
    case 'known':
      return known.get(when.path);
    case 'equals': {
      const other = [...known].find(
        ([path, holds]) => holds && path.startsWith(`${when.path} == `) && path !== key(when),
      );
      return other === undefined ? known.get(key(when)) : false;
    }
    case 'not': {
      const inner = settled(when.part, known);
      return inner === undefined ? undefined : !inner;
    }
    case 'and':
    case 'or': {
      const first = settled(when.parts[0], known);
      const second = settled(when.parts[1], assume(known, when.parts[0], when.is === 'and'));
      // A part that decides nothing, or everything, is as wrong as the whole.
      return first ?? second;
    }
  }
}

function assume(known: Known, when: Condition, holds: boolean): Known {
  const next = new Map(known);
  if (when.is === 'known' || when.is === 'equals') {
    next.set(key(when), holds);
    if (when.is === 'equals' && holds) next.set(when.path, true);
  } else if (when.is === 'not') return assume(known, when.part, !holds);
  else if ((when.is === 'and') === holds) return assume(assume(known, when.parts[0], holds), when.parts[1], holds);
  return next;
}

function printsAnything(nodes: readonly Node[]): boolean {
  return nodes.some((node) => {
    if (node.kind === 'text') return node.text.trim() !== '';
    return node.kind !== 'if' || node.branches.some(({ body }) => printsAnything(body));
  });
}

class Checker {
  readonly issues: TemplateIssue[] = [];
  readonly printed = new Set<string>();
  readonly always = new Set<string>();
  private readonly fields: ReadonlyMap<string, AnyField>;

  constructor(fields: ReadonlyMap<string, AnyField>) {
    this.fields = fields;
  }

  private say(line: number, message: string): void {
    this.issues.push({ line, message });
  }

  /** The column of a row inside its loop; undefined when the path is none. */
  private isCell(path: string, rows: Rows, line: number): boolean {
    const [row = '', column = ''] = path.split('.');
    const list = rows.get(row);
    if (list === undefined) return false;
    if (!Object.hasOwn(list.columns, column)) this.say(line, `«${path}»: «${list.path}» no tiene ese dato.`);
    return true;
  }

  private known(path: string, rows: Rows, line: number): AnyField | null {
    if (this.isCell(path, rows, line)) return null;
    const field = this.fields.get(path);
    if (field === undefined) this.say(line, `El dato «${path}» no existe.`);
    return field ?? null;
  }

  private condition(when: Condition, rows: Rows, line: number): void {
    if (when.is === 'not') this.condition(when.part, rows, line);
    else if (when.is === 'and' || when.is === 'or') {
      for (const part of when.parts) this.condition(part, rows, line);
    } else {
      const field = this.known(when.path, rows, line);
      if (field?.always === true) this.say(line, `«${when.path}» siempre tiene valor: la condición no decide nada.`);
      if (when.is !== 'equals' || field === null) return;
      const options = field.kind === 'text' ? (field.options ?? []) : [];
      if (!options.includes(when.option)) this.say(line, `«${when.path}» nunca vale «${when.option}».`);
    }
  }

  private output(node: Extract<Node, { kind: 'field' }>, rows: Rows, isAlways: boolean): void {
    const field = this.known(node.path, rows, node.line);
    if (field === null) return;
    if (field.kind === 'flag' || field.kind === 'list') {
      this.say(
        node.line,
        `«${node.path}» no se imprime: sirve en una ${field.kind === 'flag' ? 'condición' : 'repetición'}.`,
      );
    }
    for (const path of [node.path, ...(field.kind === 'block' ? field.prints : [])]) {
      this.printed.add(path);
      if (isAlways) this.always.add(path);
    }
  }

  private branch(node: Extract<Node, { kind: 'if' }>, known: Known, rows: Rows): void {
    let before = known;
    for (const { when, body, line } of node.branches) {
      this.condition(when, rows, line);
      const holds = settled(when, before);
      if (holds !== undefined) {
        this.say(
          line,
          holds
            ? 'Esta condición se cumple siempre: sobra.'
            : 'Esta parte nunca se imprime: su condición no se cumple.',
        );
      }
      if (!printsAnything(body)) this.say(line, 'Esta condición no imprime nada.');
      this.walk(body, assume(before, when, true), rows);
      before = assume(before, when, false);
    }
    if (node.otherwise !== null) this.walk(node.otherwise, before, rows);
  }

  private loop(node: Extract<Node, { kind: 'for' }>, known: Known, rows: Rows): void {
    const field = this.known(node.list, rows, node.line);
    if (field !== null && field.kind !== 'list') this.say(node.line, `«${node.list}» no es una lista.`);
    if (known.get(node.list) === false) this.say(node.line, 'Esta parte nunca se imprime: la lista está vacía.');
    if (field?.kind !== 'list') return;
    this.printed.add(node.list);
    this.walk(node.body, assume(known, { is: 'known', path: node.list }, true), new Map([...rows, [node.row, field]]));
  }

  walk(nodes: readonly Node[], known: Known, rows: Rows, isAlways = false): void {
    for (const node of nodes) {
      if (node.kind === 'field') this.output(node, rows, isAlways);
      else if (node.kind === 'if') this.branch(node, known, rows);
      else if (node.kind === 'for') this.loop(node, known, rows);
      else if (node.text.includes(valueMark)) this.say(node.line, 'Hay un signo que no se admite.');
    }
  }
}

/** Every part of the needs that the text does not meet; line 1, because it stands nowhere. */
function unmet(checker: Checker, needs: TemplateNeeds, fields: ReadonlyMap<string, AnyField>) {
  const labelOf = (path: string) => fields.get(path)?.label ?? path;
  return [
    ...needs.facts
      .filter((path) => !checker.printed.has(path))
      .map((path) => `El texto no imprime un dato necesario: ${labelOf(path)} («${path}»).`),
    ...Object.entries(needs.parts)
      .filter(([path]) => !checker.always.has(path))
      .map(([path, words]) => `Falta ${words} («${path}») fuera de toda condición.`),
  ].map((message): TemplateIssue => ({ line: 1, message, about: 'missing' }));
}

/** Empty when the text can be used. @param fields the catalogue of the kind, by path */
export function checkText(text: string, fields: ReadonlyMap<string, AnyField>, needs: TemplateNeeds): TemplateIssue[] {
  try {
    const nodes = parseTemplate(text);
    const checker = new Checker(fields);
    checker.walk(nodes, new Map(), new Map(), true);
    const rest = checker.issues.length > 0 ? [] : unmet(checker, needs, fields);
    const form = checker.issues.length > 0 ? [] : [...findHoles(nodes, fields), ...findEmptySections(nodes)];
    const all = [...checker.issues, ...form, ...rest].sort((one, other) => one.line - other.line);
    return all.filter(
      (issue, at) => all.findIndex((one) => one.line === issue.line && one.message === issue.message) === at,
    );
  } catch (error) {
    if (error instanceof TemplateError) return [{ line: error.line, message: error.message }];
    throw error;
  }
}
