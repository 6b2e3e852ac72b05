/** The text of a writ with the facts of a case; what it wanted and the record lacks is listed, required facts first. */
import type { MissingFact, PaperBlock } from '../papers/blocks.ts';
import { runTemplate } from '../papers/index.ts';
import type { Field, Given } from './fields/field.ts';
import { fieldOfFact } from './fields/where.ts';

export type Composed = { readonly blocks: readonly PaperBlock[]; readonly missing: readonly MissingFact[] };

function isEmpty(field: Field, given: Given): boolean {
  const value = field.read(given);
  return value === null || (Array.isArray(value) && value.length === 0);
}

/**
 * @param fields the catalogue of the kind, by path
 * @throws TemplateError when the text cannot be read; it is checked before it is used
 */
export function composeText(text: string, fields: ReadonlyMap<string, Field>, given: Given): Composed {
  const { blocks, gaps } = runTemplate(text, fields, { given });
  const { required, recommended } = given.kind.facts;
  const wanted = [...required, ...recommended].map((path) => fields.get(path)).filter((field) => field !== undefined);
  const lacking = new Map(wanted.filter((field) => isEmpty(field, given)).map((field) => [field.path, field]));
  for (const field of gaps) lacking.set(field.path, field);
  const missing = [...lacking.values()].map(({ path, label, page }): MissingFact => {
    const field = fieldOfFact(path, given.kind);
    return { fact: path, label, page, field, weight: required.includes(path) ? 'required' : 'recommended' };
  });
  missing.sort((one, other) => Number(other.weight === 'required') - Number(one.weight === 'required'));
  return { blocks, missing };
}
