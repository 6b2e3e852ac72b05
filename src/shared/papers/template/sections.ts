/** Titles with nothing under them. */
import type { Node, TemplateIssue } from './parse.ts';

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

export function findEmptySections(nodes: readonly Node[]): TemplateIssue[] {
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
