/** What the parts of a page are, for whoever listens to it: the structure of a tagged PDF, built while pages are laid. */
import type { Content } from 'pdfmake/interfaces.js';
import type { Drawing, MarkedContent, Structure } from './library.ts';

const holders = ['Document', 'BlockQuote', 'L', 'LI', 'Table', 'TR'] as const;
const texts = ['H1', 'H2', 'H3', 'P', 'Lbl', 'LBody', 'TH', 'TD'] as const;

/** Parts that hold parts, and parts that hold text. */
export type Role = (typeof holders)[number] | (typeof texts)[number];

const roles: ReadonlySet<unknown> = new Set([...holders, ...texts]);
const ofText: ReadonlySet<Role> = new Set(texts);
/** A row has as many cells as the others, empty ones too. */
const cells: ReadonlySet<Role> = new Set(['TH', 'TD']);

export const isRole = (value: unknown): value is Role => roles.has(value);

/** A node and what it is; a text of its own that is nothing else is a paragraph. */
export const as = <Node extends Content>(role: Role, node: Node): Node => Object.assign(node, { tag: role });

export class Part {
  readonly role: Role;
  readonly #inside: (Part | MarkedContent)[] = [];

  constructor(role: Role) {
    this.role = role;
  }

  add(role: Role): Part {
    const part = new Part(role);
    this.#inside.push(part);
    return part;
  }

  /** Where a text of its own goes. */
  forText(): Part {
    return ofText.has(this.role) ? this : this.add('P');
  }

  say(content: MarkedContent): void {
    this.#inside.push(content);
  }

  /** As the library writes it; null when nothing of it is on a page. */
  written(drawing: Drawing): Structure | null {
    const inside = this.#inside.flatMap((one): readonly (Structure | MarkedContent)[] => {
      if (!(one instanceof Part)) return [one];
      const part = one.written(drawing);
      return part === null ? [] : [part];
    });
    if (inside.length === 0 && !cells.has(this.role)) return null;
    return drawing.struct(this.role, this.role === 'TH' ? { scope: 'Column' } : {}, inside);
  }
}
