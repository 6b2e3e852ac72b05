/** What a programme found, worked on and changed: one score a series. */
import { termsOn, termTable, type preventionContract, type Score } from '../../shared/prevention/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import { recordChanges } from '../history/index.ts';
import { byNow } from '../platform/storage/rows.ts';
import { readRules } from '../rulebook/index.ts';
import { groupsByProgramme } from './groups.ts';
import { saidAt, programmes } from './plans.ts';
import { scoresByProgramme, writeScore, type KeptScore } from './repository.ts';
import type { Use } from './tables.ts';

type Given = InputOf<(typeof preventionContract)['keepPreventionScore']>;

const told = ({ before, later, isFinal, factors }: Score) => ({
  ...{ beforeOn: before.on, beforePeople: before.people, laterOn: later?.on ?? null },
  ...{ laterPeople: later?.people ?? null, isFinal },
  ...Object.fromEntries(factors.map(({ factor, ...counts }) => [factor, JSON.stringify(counts)])),
});

/** Of the list as it is today; one that was ticked before stays. */
async function refuseScore({ trx, today }: Use, score: Score, kept: KeptScore | null): Promise<void> {
  for (const moment of ['before', 'later'] as const)
    if ((score[moment]?.on ?? today) > today) throw saidAt(`score.${moment}.on`, 'score-in-future');
  const terms = termsOn(await readRules(trx, termTable), today);
  const known = new Set([
    ...(kept?.score.factors ?? []).map(({ factor }) => factor),
    ...terms.filter(({ list }) => list === 'factor').map(({ code }) => code),
  ]);
  if (score.factors.some(({ factor }) => !known.has(factor))) throw saidAt('score.factors', 'term-unknown');
}

async function kept({ trx }: Use, { programmeId, version }: Given): Promise<KeptScore | null> {
  if ((await programmes.find(trx, programmeId)) === null) throw fail('not-found');
  if ((await groupsByProgramme(trx)).has(programmeId)) throw fail('rule-broken', 'score-by-code');
  const found = (await scoresByProgramme(trx)).get(programmeId) ?? null;
  if ((found?.version ?? null) !== version) throw fail('conflict');
  return found;
}

const momentOf = ({ later }: Score) => ({ later_on: later?.on ?? null, later_people: later?.people ?? null });

export async function keepScore(unit: Use, given: Given) {
  const { programmeId, version, score } = given;
  const before = await kept(unit, given);
  await refuseScore(unit, score, before);
  const id = before?.id ?? unit.newId<'PreventionScoreId'>();
  await writeScore(
    unit.trx,
    {
      ...{ id, programme_id: programmeId, before_on: score.before.on, before_people: score.before.people },
      ...{ ...momentOf(score), is_final: score.isFinal ? 1 : 0 },
      ...byNow(unit, 'recorded'),
    },
    { version, factors: score.factors },
  );
  await recordChanges(unit, {
    ...{ caseId: null, part: 'prevention_score', record: { kind: 'prevention_score', id }, reason: null },
    before: before === null ? null : told(before.score),
    after: told(score),
  });
  unit.touch('prevention_score', id);
  unit.about('prevention_programme', programmeId);
  return { version: (version ?? 0) + 1 };
}
