/** What a record may be taken from, so that nothing is typed twice: directory, referrals, visits of attentions and agenda. */
import { isShelter } from '../../shared/directory/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { attentionOutcomeLabels } from '../../shared/care/index.ts';
import { stands, type reintegrationContract, type ReintegrationRecords } from '../../shared/reintegration/index.ts';
import { listAttentionLines } from '../care/index.ts';
import { listOffices } from '../directory/index.ts';
import { visitsOf } from '../reception/index.ts';
import { levelAsked, listReferralsOfCase, optionsOfReferral } from '../referrals/index.ts';
import type { Trx } from './tables.ts';

const homeVisit = 'social-home-visit';

export async function officesFor(trx: Trx) {
  const inUse = (await listOffices(trx)).filter(({ isActive }) => isActive);
  return inUse.map((one) => ({ id: one.id, name: one.name, isShelter: isShelter(one) }));
}

type Listed = OutputOf<(typeof reintegrationContract)['listReintegration']>;

/** Referrals to Acompañamiento of which none began; one that asked for both leaves the level to be said. */
export async function referralsWaiting(
  trx: Trx,
  caseId: CaseId,
  { accompaniment }: Pick<ReintegrationRecords, 'accompaniment'>,
): Promise<Listed['referrals']> {
  const begun = new Set<string | null>(accompaniment.filter(stands).map(({ referralId }) => referralId));
  const inUse = new Set((await listOffices(trx)).filter(({ isActive }) => isActive).map(({ id }) => id));
  return (await listReferralsOfCase(trx, caseId))
    .filter(({ id, kind }) => kind === 'accompaniment' && !begun.has(id))
    .map((row) => {
      const { receiver } = optionsOfReferral(row);
      const officeId = receiver?.authorityId ?? null;
      return {
        ...{ id: row.id, number: row.number, on: civilDateOf(Date.parse(row.issued_at)) },
        level: levelAsked(row),
        officeId: officeId !== null && inUse.has(officeId) ? officeId : null,
        words: receiver?.establishment ?? row.receiver,
      };
    });
}

/** Home visits whose result nobody noted; one of the agenda that an attention of that day tells is told once. */
export async function visitsWaiting(
  trx: Trx,
  { caseId, today }: { readonly caseId: CaseId; readonly today: CivilDate },
  { home_visit: kept }: Pick<ReintegrationRecords, 'home_visit'>,
): Promise<Listed['visits']> {
  const lines = await listAttentionLines(trx, caseId);
  const given = lines.filter(({ action, isWithdrawn }) => action === homeVisit && !isWithdrawn);
  const standing = kept.filter(stands);
  const told = new Set<CivilDate>([...given.map(({ on }) => on), ...standing.map(({ visitedOn }) => visitedOn)]);
  const noted = new Set<string | null>(standing.map(({ visitId }) => visitId));
  const booked = (await visitsOf(trx, caseId, today)).filter(
    ({ place, state, day }) => place === 'home' && state !== 'cancelled' && !told.has(day),
  );
  return [
    ...given.map(({ id, on, outcome }): Listed['visits'][number] => {
      const words = `Atención: ${attentionOutcomeLabels[outcome].toLocaleLowerCase('es')}`;
      return { id, on, made: outcome === 'done' ? 1 : 0, words };
    }),
    ...booked.map(({ id, day, state }): Listed['visits'][number] => {
      const made = state === 'missed' ? 0 : null;
      return { id, on: day, made, words: made === 0 ? 'Agenda: no se realizó' : 'Agenda' };
    }),
  ]
    .filter(({ id }) => !noted.has(id))
    .toSorted((one, other) => other.on.localeCompare(one.on));
}
