/** What keeps a text from being the letter of a kind, each with its line: found before it is kept, never on a paper. */
import {
  checkText,
  linesOfFields,
  parseTemplate,
  type Condition,
  type FieldLine,
  type Node,
  type TemplateIssue,
} from '../../papers/index.ts';
import type { ReferralKind } from '../kinds/index.ts';
import { factPaths, letterFields } from './fields.ts';

type Text = { readonly lines: readonly string[]; readonly fields: ReturnType<typeof letterFields> };

/** What every letter says in every case, where its kind has it; the rest may be left out. */
const always: Readonly<Record<string, string>> = {
  'persona.nombres': 'de quién trata la carta',
  'persona.edad': 'la edad',
  'persona.contacto': 'el contacto seguro, que sale solo cuando se decide',
  'pedido.servicios': 'lo que se pide',
  'pedido.urgencia': 'la urgencia',
  'pedido.motivo': 'el motivo',
  'pedido.respuestas': 'las respuestas de esta derivación',
  'pedido.aviso': 'el aviso por teléfono, que sale solo si se llamó',
  'carta.consentimiento': 'el consentimiento',
  'carta.firma': 'el lugar de la firma',
};

function partsOf(kind: ReferralKind): Record<string, string> {
  const fields = letterFields(kind);
  return Object.fromEntries(Object.entries(always).filter(([path]) => fields.has(path)));
}

/** A fact told twice in one letter; each branch of a condition counts for itself. */
function findRepeated(nodes: readonly Node[], told: Set<string>): TemplateIssue[] {
  return nodes.flatMap((node): TemplateIssue[] => {
    if (node.kind === 'field') {
      const isTold = told.has(node.path);
      told.add(node.path);
      return isTold ? [{ line: node.line, message: `El dato «${node.path}» ya está en el texto.` }] : [];
    }
    if (node.kind !== 'if') return [];
    const before = [...told];
    const bodies = [...node.branches.map(({ body }) => body), node.otherwise ?? []];
    return bodies.flatMap((body) => {
      const own = new Set(before);
      const issues = findRepeated(body, own);
      for (const path of own) told.add(path);
      return issues;
    });
  });
}

/** Facts that are known wherever the condition holds. */
function knownBy(when: Condition): string[] {
  if (when.is === 'known' || when.is === 'equals') return [when.path];
  return when.is === 'and' ? when.parts.flatMap(knownBy) : [];
}

/** A fact that may not apply, in words that would be printed around nothing: a row of its own is left out by itself. */
function findLoose(nodes: readonly Node[], known: readonly string[], of: Text): TemplateIssue[] {
  return nodes.flatMap((node): TemplateIssue[] => {
    if (node.kind === 'if') {
      const bodies = node.branches.flatMap(({ when, body }) => findLoose(body, [...known, ...knownBy(when)], of));
      return [...bodies, ...findLoose(node.otherwise ?? [], known, of)];
    }
    if (node.kind !== 'field' || known.includes(node.path)) return [];
    const field = of.fields.get(node.path);
    const isRow = /^= [^:]+: (\*\*)?{{[^}]*}}(\*\*)?$/.test(of.lines[node.line - 1]?.trim() ?? '');
    if (field?.kind !== 'text' || field.mayLack !== true || isRow) return [];
    const message = `«${node.path}» puede no corresponder: póngalo en una fila propia o dentro de «{% if ${node.path} %}».`;
    return [{ line: node.line, message }];
  });
}

/** Empty when the text may be used for the kind; else what must be mended, by line. */
export function checkLetter(text: string, kind: ReferralKind): TemplateIssue[] {
  const fields = letterFields(kind);
  const found = checkText(text, fields, { facts: [], parts: partsOf(kind) });
  // What cannot be read, or names what there is not, is said first.
  if (found.length > 0) return found;
  const nodes = parseTemplate(text);
  const issues = [...findRepeated(nodes, new Set()), ...findLoose(nodes, [], { lines: text.split('\n'), fields })];
  return issues.sort((one, other) => one.line - other.line);
}

/** What is wrong with a line that is no template; null when nothing is. */
export function plainLineIssue(line: string): string | null {
  return /[{}]/.test(line) ? 'Aquí no van datos del caso ni llaves.' : null;
}

/** Every field a letter of the kind may name, with what it is. */
export function letterLines(kind: ReferralKind): FieldLine[] {
  const parts = partsOf(kind);
  const facts = new Set(factPaths(kind));
  return linesOfFields(letterFields(kind), (path) => {
    if (Object.hasOwn(parts, path)) return 'required';
    return facts.has(path) ? 'recommended' : 'optional';
  });
}
