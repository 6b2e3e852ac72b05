/**
 * The language of the templates: LiquidJS reads the text, and only what is allowed here becomes a tree. Nothing of the
 * library runs afterwards, so that no value of the record is ever read as template or markup.
 */
import {
  ForTag,
  IfTag,
  Liquid,
  LiquidError,
  Output,
  TypeGuards,
  type Template,
  type Token,
  type Value,
} from 'liquidjs';

/** A condition on fields of the catalogue; `equals` compares with the short word of an option. */
export type Condition =
  | { readonly is: 'known'; readonly path: string }
  | { readonly is: 'equals'; readonly path: string; readonly option: string }
  | { readonly is: 'not'; readonly part: Condition }
  | { readonly is: 'and'; readonly parts: readonly [Condition, Condition] }
  | { readonly is: 'or'; readonly parts: readonly [Condition, Condition] };

/** `line` counts from 1. */
export type Node =
  | { readonly kind: 'text'; readonly text: string; readonly line: number }
  | { readonly kind: 'field'; readonly path: string; readonly filters: readonly Filter[]; readonly line: number }
  | {
      readonly kind: 'if';
      readonly branches: readonly { readonly when: Condition; readonly body: readonly Node[]; readonly line: number }[];
      readonly otherwise: readonly Node[] | null;
      readonly line: number;
    }
  | {
      readonly kind: 'for';
      /** Name of one row inside the loop. */
      readonly row: string;
      readonly list: string;
      readonly body: readonly Node[];
      readonly line: number;
    };

export const templateFilters = {
  mayusculas: 'todo en mayúsculas',
  oracion: 'con mayúscula inicial',
  acto: 'con «la resolución» delante si no dice qué acto es',
} as const;
export type Filter = keyof typeof templateFilters;

export type TemplateIssue = {
  readonly line: number;
  readonly message: string;
  /** What is not there, or in another order, where no line alone is wrong. */
  readonly about?: 'missing' | 'order';
};

/** What in a text keeps it from being read, with its line. */
export class TemplateError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

let liquid: Liquid | null = null;

function engine(): Liquid {
  if (liquid !== null) return liquid;
  liquid = new Liquid({ strictFilters: true, strictVariables: true, ownPropertyOnly: true, templates: {} });
  const { tags, filters } = liquid;
  for (const name of Object.keys(tags)) if (name !== 'if' && name !== 'for') Reflect.deleteProperty(tags, name);
  for (const name of Object.keys(filters)) Reflect.deleteProperty(filters, name);
  for (const name of Object.keys(templateFilters)) liquid.registerFilter(name, (value: unknown) => value);
  return liquid;
}

function lineOf(token: Token): number {
  return token.getPosition()[0] ?? 1;
}

const pathPattern = /^[a-z][a-z_0-9]*(\.[a-z][a-z_0-9]*)*$/;

function pathOf(token: Token): string {
  const text = token.getText();
  if (!pathPattern.test(text)) throw new TemplateError(lineOf(token), `«${text}» no es el nombre de un dato.`);
  return text;
}

function conditionOf(value: Value, line: number): Condition {
  const unclear = () => new TemplateError(line, 'No se entiende la condición.');
  if (value.filters.length > 0) throw new TemplateError(line, 'Una condición no lleva filtros.');
  const stack: (Condition | { readonly option: string })[] = [];
  const pop = () => {
    const last = stack.pop();
    if (last === undefined) throw unclear();
    return last;
  };
  const condition = () => {
    const last = pop();
    if ('option' in last && !('is' in last)) throw unclear();
    return last;
  };
  for (const token of value.initial.postfix) {
    if (TypeGuards.isQuotedToken(token)) stack.push({ option: token.content });
    else if (!TypeGuards.isOperatorToken(token)) stack.push({ is: 'known', path: pathOf(token) });
    else if (token.operator === 'not') stack.push({ is: 'not', part: condition() });
    else if (token.operator === 'and' || token.operator === 'or') {
      const second = condition();
      stack.push({ is: token.operator, parts: [condition(), second] });
    } else if (token.operator === '==') {
      const right = pop();
      const left = condition();
      if ('is' in right || left.is !== 'known') throw unclear();
      stack.push({ is: 'equals', path: left.path, option: right.option });
    } else throw new TemplateError(line, `La condición usa «${token.operator}», que no se admite.`);
  }
  const whole = condition();
  if (stack.length > 0) throw unclear();
  return whole;
}

function outputOf(output: Output): Node {
  const { token } = output;
  const [first, ...rest] = output.value.initial.postfix;
  if (first === undefined || rest.length > 0) throw new TemplateError(lineOf(token), 'Entre llaves va un solo dato.');
  const filters = output.value.filters.map((filter) => {
    if (filter.args.length > 0) throw new TemplateError(lineOf(token), `El filtro «${filter.name}» no lleva valores.`);
    return filter.name as Filter;
  });
  return { kind: 'field', path: pathOf(first), filters, line: lineOf(token) };
}

function ifOf(tag: IfTag): Node {
  const line = lineOf(tag.token);
  const branches = tag.branches.map(({ value, templates }) => {
    const first = value.initial.postfix[0];
    const at = first === undefined ? line : lineOf(first);
    return { when: conditionOf(value, at), body: nodesOf(templates), line: at };
  });
  return { kind: 'if', branches, otherwise: tag.elseTemplates === undefined ? null : nodesOf(tag.elseTemplates), line };
}

function forOf(tag: ForTag): Node {
  const { token } = tag;
  const line = lineOf(token);
  const isPlain = /^{%-?\s*for\s+[a-z_]+\s+in\s+[a-z_.]+\s*-?%}$/.test(token.getText());
  if (!isPlain) throw new TemplateError(line, 'Una repetición se escribe «for uno in lista», sin nada más.');
  if (tag.elseTemplates.length > 0) throw new TemplateError(line, 'Una repetición no lleva «else».');
  return { kind: 'for', row: tag.variable, list: tag.collection.getText(), body: nodesOf(tag.templates), line };
}

function nodesOf(templates: readonly Template[]): Node[] {
  return templates.map((template): Node => {
    if (template instanceof Output) return outputOf(template);
    if (template instanceof IfTag) return ifOf(template);
    if (template instanceof ForTag) return forOf(template);
    const { token } = template;
    return {
      kind: 'text',
      text: TypeGuards.isHTMLToken(token) ? token.getContent() : token.getText(),
      line: lineOf(token),
    };
  });
}

const tagWords: Readonly<Record<string, string>> = {
  endif: 'Hay un «endif» sin la condición que cierra.',
  else: 'Hay un «else» fuera de una condición.',
  elsif: 'Hay un «elsif» fuera de una condición.',
  endfor: 'Hay un «endfor» sin la repetición que cierra.',
};

/** The library's words for the person who edits the text. */
function spanish(message: string): string {
  const tag = /tag "(\w+)" not found/.exec(message)?.[1];
  if (tag !== undefined) return tagWords[tag] ?? `La orden «${tag}» no existe.`;
  const filter = /undefined filter: (\w+)/.exec(message)?.[1];
  if (filter !== undefined) return `El filtro «${filter}» no existe.`;
  if (/tag {%-?\s*if\b.* not closed/s.test(message)) return 'La condición que empieza aquí no se cierra («endif»).';
  if (/tag {%-?\s*for\b.* not closed/s.test(message)) return 'La repetición que empieza aquí no se cierra («endfor»).';
  if (/duplicated else|elsif after else/.test(message)) return 'Después de «else» solo va el cierre de la condición.';
  return 'No se entiende esta línea: revise llaves y signos.';
}

const parsed = new Map<string, readonly Node[]>();

/** The tree of a text. @throws TemplateError where it cannot be read */
export function parseTemplate(text: string): readonly Node[] {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  try {
    const nodes = nodesOf(engine().parse(text));
    if (parsed.size > 100) parsed.clear();
    parsed.set(text, nodes);
    return nodes;
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    throw LiquidError.is(error)
      ? new TemplateError(lineOf(error.token), spanish(error.message))
      : new TemplateError(1, spanish(''));
  }
}
