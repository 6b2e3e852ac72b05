/** What a new centre still lacks, counted over the domains that keep it. */
import { isProfessional } from '../shared/access/index.ts';
import type { SetUpFacts } from '../shared/centre/index.ts';
import type { Instant } from '../shared/platform/dates.ts';
import { ruleTables } from '../shared/rule-tables.ts';
import { rowsOn } from '../shared/rulebook/index.ts';
import { listStaff, preparedDeciders } from './access/index.ts';
import { getCentre } from './centre/index.ts';
import { listOffices } from './directory/index.ts';
import type { Use } from './platform/unit.ts';
import { countBlankPapers } from './register/index.ts';
import { readRules } from './rulebook/index.ts';

async function countToConfirm({ trx, today }: Use): Promise<number> {
  let count = 0;
  for (const table of ruleTables)
    count += rowsOn(await readRules(trx, table), today).filter((row) => row.confirmation === 'toConfirm').length;
  return count;
}

export async function setUpFacts(unit: Use, outsideCopyAt: Instant | null): Promise<SetUpFacts> {
  const { trx } = unit;
  const active = (await listStaff(trx)).filter(({ state }) => state === 'active');
  const signers = active.filter(({ roles }) => isProfessional(roles));
  const coordinators = active.filter(({ roles }) => roles.includes('coordinator')).map(({ id }) => id);
  const centre = await getCentre(trx);
  return {
    signers: signers.length,
    withoutProfession: signers.filter(({ profession }) => profession === null).length,
    outsideCopyAt,
    blankPapers: await countBlankPapers(trx),
    hasAcronym: centre.acronym !== null,
    hasPhone: centre.phone !== null,
    officeKinds: [...new Set((await listOffices(trx)).filter(({ isActive }) => isActive).map(({ kind }) => kind))],
    deciders: new Set([...coordinators, ...(await preparedDeciders(trx, unit.today))]).size,
    toConfirm: await countToConfirm(unit),
  };
}
