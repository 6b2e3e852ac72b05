/** The kinds of a centre as they count on a day: approved ones work, one that nobody approved yet can only be seen. */
import {
  ownDefinition,
  ownModelTable,
  ownTemplate,
  type FilingTemplate,
  type KindDefinition,
} from '../../shared/filings/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import { isSound, rowOn } from '../../shared/rulebook/index.ts';
import { listVersions, working } from '../rulebook/index.ts';
import type { Trx } from './tables.ts';

export type OwnKind = {
  readonly definition: KindDefinition;
  readonly template: FilingTemplate;
  readonly isApproved: boolean;
  readonly isSound: boolean;
};

/** Every model of the day, retired ones left out; of one that never worked yet its newest version. */
export async function ownKinds(trx: Trx, on: CivilDate): Promise<OwnKind[]> {
  const versions = await listVersions(trx, ownModelTable);
  const living = working(ownModelTable, versions);
  const proposed = versions.filter(({ isReplaced }) => !isReplaced);
  return [...new Set(versions.map(({ id }) => id))].flatMap((id) => {
    const approved = rowOn(living, id, on);
    const wasApproved = living.some((row) => row.id === id);
    const row = wasApproved ? approved : rowOn(proposed, id, on);
    if (row === null) return [];
    const definition = ownDefinition(row.value, id);
    return [{ definition, template: ownTemplate(row), isApproved: wasApproved, isSound: isSound(ownModelTable, row) }];
  });
}

/** @throws rule-broken for one that is retired, or whose text no longer passes its check */
export async function ownKindOf(trx: Trx, model: string | null, on: CivilDate): Promise<OwnKind> {
  const found = (await ownKinds(trx, on)).find(({ definition }) => definition.own?.model === model);
  if (found === undefined) throw fail('rule-broken', 'filing-template-missing');
  if (!found.isSound) throw fail('rule-broken', 'filing-template-unsound');
  return found;
}
