/** Holes that a lost placeholder leaves in the prose: two spaces, a space before a comma, an empty pair of marks. */
import type { AnyField } from './field.ts';
import { lineMark, linesOf, valueMark } from './markup.ts';
import type { Node, TemplateIssue } from './parse.ts';

/** Stands for a placeholder of a block. */
const blockMark = '\uE002';

type Place = { readonly node: Extract<Node, { kind: 'if' }>; readonly branch: number };

/** Every branch of every condition, the missing «else» included, with the way that leads to it. */
function placesOf(nodes: readonly Node[], way: readonly Place[]): Place[][] {
  return nodes.flatMap((node) => {
    if (node.kind === 'for') return placesOf(node.body, way);
    if (node.kind !== 'if') return [];
    const bodies = [...node.branches.map(({ body }) => body), node.otherwise ?? []];
    return bodies.flatMap((body, branch) => {
      const here = [...way, { node, branch }];
      return [here, ...placesOf(body, here)];
    });
  });
}

function written(
  nodes: readonly Node[],
  choice: ReadonlyMap<Node, number>,
  fields: ReadonlyMap<string, AnyField>,
): string {
  return nodes
    .map((node): string => {
      if (node.kind === 'text') return withLines(node.text, node.line);
      if (node.kind === 'field') {
        const mark = fields.get(node.path)?.kind === 'block' ? blockMark : valueMark;
        return `\uE003${node.line}\uE004${mark}`;
      }
      if (node.kind === 'for') return written(node.body, choice, fields);
      const branch = choice.get(node) ?? 0;
      const body = branch < node.branches.length ? node.branches[branch]?.body : node.otherwise;
      return written(body ?? [], choice, fields);
    })
    .join('');
}

function withLines(text: string, from: number): string {
  return text
    .split('\n')
    .map((line, index) => `\uE003${from + index}\uE004${line}`)
    .join('\n');
}

const faults: readonly (readonly [RegExp, string])[] = [
  [/ {2,}/, 'dos espacios seguidos'],
  [/ [,.;:)»]/, 'un espacio antes de un signo'],
  [/[(«¿] /, 'un espacio después de abrir un signo'],
  [/\(\)|«»|\*{4}/, 'signos sin nada dentro'],
  [/,\s*[,.;:]|[;:]\s*[,.;]/, 'dos signos seguidos'],
  [/N\.º(?! [\d\uE000])/, 'un número que falta después de «N.º»'],
  [/^[,.;:)]/, 'una línea que empieza con un signo'],
  [/(^|\s)(de|del|a|al|en|con|por|el|la|ante|contra|que|y|o|sobre|frente|su)([,.;]|$)/iu, 'una frase cortada'],
];

/** Every second piece between two `**` is bold. */
function hasEmptyBold(words: string): boolean {
  return words.split('**').some((piece, index) => index % 2 === 1 && !/[\p{L}\p{N}\uE000]/u.test(piece));
}

/** Lines as they were typed, each with its own spaces, and the number each stands on. */
function spacesAt(text: string, say: (line: number, fault: string) => void): void {
  for (const raw of text.split('\n')) {
    const at = Number(/\uE003(\d+)\uE004/.exec(raw)?.[1] ?? 1);
    const line = raw.replace(lineMark, '');
    if (line.trim() !== '' && line !== line.trim()) say(at, 'un espacio al comienzo o al final de la línea');
    if (line.includes(blockMark) && line.trim() !== blockMark) say(at, '');
  }
}

function emptyFault(kind: string, text: string): string | null {
  if (kind === '=') return /^[^:\uE000]+: \S/.test(text) ? null : 'una fila sin etiqueta o sin dato';
  return kind !== '' && text === '' ? 'un título o una línea sin texto' : null;
}

function faultsOf(
  { kind, text, sources }: ReturnType<typeof linesOf>[number],
  say: (line: number, fault: string) => void,
) {
  const first = sources[0]?.line ?? 1;
  const empty = emptyFault(kind, text);
  if (empty !== null) say(first, empty);
  if (hasEmptyBold(text)) say(first, 'una negrita sin texto');
  for (const [pattern, fault] of faults) {
    const at = pattern.exec(text)?.index;
    if (at !== undefined) say(sources.findLast((one) => one.at <= at)?.line ?? 1, fault);
  }
}

/** Checked on each way through the conditions. */
export function findHoles(nodes: readonly Node[], fields: ReadonlyMap<string, AnyField>): TemplateIssue[] {
  const ways: readonly Place[][] = [[], ...placesOf(nodes, [])];
  const found = new Map<string, TemplateIssue>();
  const seen = new Set<string>();
  const say = (line: number, fault: string) => {
    const message = fault === '' ? 'Una parte entera va sola en su línea.' : `Queda un hueco en el texto: ${fault}.`;
    found.set(`${line} ${message}`, { line, message });
  };
  for (const way of ways) {
    const text = written(nodes, new Map(way.map(({ node, branch }) => [node, branch])), fields);
    spacesAt(text, say);
    for (const line of linesOf(text)) {
      const words = `${line.kind} ${line.text}`;
      if (!seen.has(words)) faultsOf(line, say);
      seen.add(words);
    }
  }
  return [...found.values()];
}
