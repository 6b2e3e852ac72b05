/** Who the persons of the rows are: each decided by a person, never by the program. */
import { rowRoles, type importsContract, type RowRole } from '../../shared/imports/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import { refuseLocked } from './prepare-list.ts';
import { allStates, getImportRow, getState, putState, updateImport } from './repository.ts';
import { isSameChoice, mayChoose, toListRow, verdictOf, type RowState } from './row-state.ts';
import type { Use } from './tables.ts';

type Contract = typeof importsContract;

async function touchList(unit: Use, importId: string): Promise<void> {
  const list = await getImportRow(unit.trx, importId);
  await refuseLocked(unit.trx, list);
  await updateImport(unit, list, {});
}

function isOnePerson({ choices }: RowState): boolean {
  const { user, aggressor } = choices;
  return user !== null && aggressor !== null && user.kind !== 'new' && isSameChoice(user, aggressor);
}

export async function choosePerson(
  unit: Use,
  { importId, line, role, choice }: InputOf<Contract['chooseImportPerson']>,
): Promise<OutputOf<Contract['chooseImportPerson']>> {
  await touchList(unit, importId);
  const before = await getState(unit.trx, importId, line);
  if (!mayChoose(before.result, role, choice)) throw fail('rule-broken', 'list-choice');
  const state = { ...before, choices: { ...before.choices, [role]: choice } };
  if (isOnePerson(state)) throw fail('rule-broken', 'same-person');
  await putState(unit.trx, importId, state);
  unit.note({ role, choice: choice.kind });
  return { row: toListRow(state) };
}

/** The likeliest probable candidate of a person nobody decided yet. */
function probableOf(state: RowState, role: RowRole) {
  const [best] = state.choices[role] === null ? state.result.candidates[role] : [];
  return best?.level === 'probable' ? best.choice : null;
}

/** How many persons would be settled by accepting what is probable. */
export function countProbable(states: readonly RowState[]): number {
  const open = states.filter((state) => verdictOf(state) === 'ask');
  return open.reduce((sum, state) => sum + rowRoles.filter((role) => probableOf(state, role) !== null).length, 0);
}

export async function acceptProbable(unit: Use, { importId }: InputOf<Contract['acceptProbable']>) {
  await touchList(unit, importId);
  let accepted = 0;
  for (const state of await allStates(unit.trx, importId)) {
    if (verdictOf(state) !== 'ask') continue;
    const found = rowRoles.flatMap((role) => {
      const choice = probableOf(state, role);
      return choice === null ? [] : [[role, choice] as const];
    });
    const next = { ...state, choices: { ...state.choices, ...Object.fromEntries(found) } };
    // Both persons of a row as one is a question for a person, not for a rule.
    if (isOnePerson(next)) continue;
    await putState(unit.trx, importId, next);
    accepted += found.length;
  }
  unit.note({ accepted });
  return { accepted };
}
