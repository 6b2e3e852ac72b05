/** Which persons of a list are one: follows the decisions from row to row. Pure. */
import { rowRoles, type RowRole } from '../../shared/imports/index.ts';
import type { RowState } from './row-state.ts';

/** `p:` a person of the record, `n:` one who comes in with the list, named by the row she stands in first. */
export type PersonRoot = `p:${string}` | `n:${number}:${RowRole}`;

export type Resolved = { readonly state: RowState; readonly roots: Readonly<Record<RowRole, PersonRoot>> };

/** Rows that go in, in order, with who each of their persons is. A choice always leads to an earlier row. */
export function resolve(states: readonly RowState[]): Resolved[] {
  const roots = new Map<string, PersonRoot>();
  const rootOf = (state: RowState, role: RowRole): PersonRoot => {
    const choice = state.choices[role];
    const own: PersonRoot = `n:${state.line}:${role}`;
    if (choice === null || choice.kind === 'new') return own;
    if (choice.kind === 'known') return `p:${choice.personId}`;
    return roots.get(`${choice.line}:${choice.role}`) ?? `n:${choice.line}:${choice.role}`;
  };
  const resolved: Resolved[] = [];
  for (const state of states) {
    for (const role of rowRoles) roots.set(`${state.line}:${role}`, rootOf(state, role));
    if (state.isExcluded || state.result.facts === null) continue;
    const user = roots.get(`${state.line}:user`);
    const aggressor = roots.get(`${state.line}:aggressor`);
    if (user !== undefined && aggressor !== undefined) resolved.push({ state, roots: { user, aggressor } });
  }
  return resolved;
}

/** First row in which both persons turn out to be one; null when there is none. */
export function rowOfOnePerson(resolved: readonly Resolved[]): number | null {
  return resolved.find(({ roots }) => roots.user === roots.aggressor)?.state.line ?? null;
}
