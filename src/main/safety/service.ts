/** Keeping the safety plan of a case and handing out its card. */
import {
  knownWords,
  safetyCard,
  rereadReason,
  tellingFields,
  topicOfFact,
  type CardSecrets,
  type safetyContract,
  type SafetyPlanVersion,
  safetyStanding,
  type SafetyStanding,
} from '../../shared/safety/index.ts';
import { sameDayLabels } from '../../shared/risk/index.ts';
import { monthOf, safetyCardTemplate, type Paper } from '../../shared/papers/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { addDays, type CivilDate } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import { leavingName } from '../../shared/platform/file-names.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { forgetTyped } from '../intake/index.ts';
import {
  casePersons,
  centreHead,
  commitWorking,
  deliverWorking,
  prepareWorking,
  readCaseRecord,
  type CaseRecord,
  type ReadyPaper,
  type WorkingParts,
} from '../papers/index.ts';
import { visitsAmong } from '../reception/index.ts';
import { inside, twoPhase, type CallFrame, type Handlers } from '../platform/gate/handler.ts';
import { listReintegrationRecords } from '../reintegration/index.ts';
import { openSameDayAmong, sameDayAnswersAmong, valuedAt } from '../risk/index.ts';
import { insertPlan, listPlans, newestPlan, rereadAfterDays, plansByCase } from './repository.ts';
import { byNow, insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

/** How the safety plan of one case stands; null while none was made. */
export async function safetyStandingOf(trx: Trx, caseId: CaseId): Promise<SafetyStanding | null> {
  const plan = (await plansByCase(trx, [caseId])).get(caseId);
  if (plan === undefined) return null;
  const valued = (await valuedAt(trx, [caseId])).get(caseId);
  return safetyStanding(plan, { valuedAt: valued, answers: await sameDayAnswersAmong(trx, [caseId]) });
}

type Contract = typeof safetyContract;

async function secretsOf(trx: Trx, caseId: CaseId, call: CallFrame): Promise<CardSecrets> {
  const record = await readCaseRecord(trx, caseId, call);
  const { known, a, c, centre, row } = record;
  const persons = await casePersons(trx, record, call.today);
  const placesOf = ({ address, contact }: CaseRecord['user']) => [address.text, address.reference, contact.email];
  const texts = [
    ...[known.user, known.aggressor, ...(known.informant === null ? [] : [known.informant])].flatMap(placesOf),
    ...persons.flatMap(({ texts: own }) => own),
    ...record.phones,
    ...(await listReintegrationRecords(trx, 'placement', [caseId])).map(({ house }) => house),
    ...[a.shelterName, c.insertionShelter1, c.insertionShelter2, c.insertionShelter3, c.insertionShelter4],
    ...[row.number, centre.phone, centre.proceduralAddress],
  ];
  return {
    centreName: centreHead(centre).name,
    phrases: [centre.name, centre.ministry, centre.programme],
    names: persons.flatMap(({ names }) => names),
    staff: [...(await staffNames(trx)).values()],
    texts: texts.filter((one) => one !== null),
  };
}

/** When it was made, or read again. */
const seenAt = ({ readings, madeAt }: SafetyPlanVersion) => readings.at(-1)?.at ?? madeAt;

type Told = OutputOf<Contract['getSafetyPlan']>['told'];

async function toldOf(trx: Trx, caseId: CaseId, newest: SafetyPlanVersion | undefined): Promise<Told> {
  const open = (await openSameDayAmong(trx, [caseId])).map(({ fact }) => ({ fact, words: null }));
  const steps = (await sameDayAnswersAmong(trx, [caseId])).filter(({ kind }) => kind === 'safetyStep');
  const taken = steps.filter(({ at }) => newest === undefined || at > seenAt(newest));
  return [...taken, ...open].map(({ fact, words }) => ({
    ...{ topic: topicOfFact[fact], fact: sameDayLabels[fact].label, words },
  }));
}

async function get(unit: Use, { caseId }: { readonly caseId: CaseId }) {
  const versions = await listPlans(unit.trx, caseId);
  const [newest] = versions;
  const standing = await safetyStandingOf(unit.trx, caseId);
  unit.note({ versions: versions.length });
  return {
    versions,
    told: await toldOf(unit.trx, caseId, newest),
    reread: standing === null ? null : rereadReason(standing, unit.today),
    rereadOn: addDays(unit.today, rereadAfterDays),
  };
}

/** @throws rule-broken `safety-card-tells`, at each field of the card that tells; conflict `safety-plan-newer` */
async function keep(unit: Use, { caseId, plan, over }: InputOf<Contract['keepSafetyPlan']>) {
  if (plan.rereadOn < unit.today) {
    throw failAt('plan.rereadOn', 'Se relee hoy o más adelante.', 'safety-reread-past');
  }
  const newest = await newestPlan(unit.trx, caseId);
  if ((newest?.id ?? null) !== over) throw fail('conflict', 'safety-plan-newer');
  const telling = tellingFields(plan, await secretsOf(unit.trx, caseId, unit));
  const issues = telling.map(({ path, message }) => ({ path: `plan.${path}`, message }));
  if (issues.length > 0) throw fail('rule-broken', 'safety-card-tells', issues);
  const number = (newest?.number ?? 0) + 1;
  const row = {
    ...{ id: unit.newId<'SafetyPlanId'>(), case_id: caseId, number, version: 1 },
    ...{ reread_on: plan.rereadOn, present: plan.present, ...byNow(unit, 'made') },
    carries_card: plan.carriesCard ? (1 as const) : (0 as const),
  };
  await insertPlan(unit, row, plan);
  await forgetTyped(unit, 'safety-plan', caseId);
  unit.note({ number });
  return { number };
}

async function reread(unit: Use, { caseId, planId }: InputOf<Contract['rereadSafetyPlan']>) {
  const newest = await newestPlan(unit.trx, caseId);
  if (newest === undefined) throw fail('rule-broken', 'safety-plan-none');
  if (newest.id !== planId) throw fail('conflict', 'safety-plan-newer');
  const id = unit.newId<'SafetyReadingId'>();
  const row = { id, case_id: caseId, plan_id: planId, ...byNow(unit, 'read'), version: 1 };
  await insertRecord(unit, tablesIn, 'safety_reading', row);
  return {};
}

type Look = InputOf<Contract['safetyCard']>['look'];
type Card = { readonly paper: Paper; readonly circled: CivilDate | null; readonly doubts: string[] };

/** @throws rule-broken `safety-plan-none`, `safety-card-none`, `safety-card-tells` (a name may have been registered since) */
async function cardOf(trx: Trx, caseId: CaseId, look: Look, call: CallFrame): Promise<Card> {
  const [newest] = await listPlans(trx, caseId);
  if (newest === undefined) throw fail('rule-broken', 'safety-plan-none');
  if (!newest.plan.carriesCard) throw fail('rule-broken', 'safety-card-none');
  const telling = tellingFields(newest.plan, await secretsOf(trx, caseId, call));
  if (telling.length > 0) throw fail('rule-broken', 'safety-card-tells');
  const next = (await visitsAmong(trx, [caseId], call.today)).find(({ state }) => state === 'expected');
  const { known } = await readCaseRecord(trx, caseId, call);
  return {
    paper: safetyCard(newest.plan, look, monthOf(next?.day ?? call.today, next !== undefined)),
    circled: next?.day ?? null,
    doubts: knownWords(newest.plan, known.user.contact.whatToSay),
  };
}

/** As a reminder of an appointment: its name tells nothing either. */
const fileName = leavingName(['recordatorio'], 'pdf');
const copy = { recipient: 'Persona usuaria', purpose: 'Llevarla consigo' } as const;
/** Its back is the other side of the same small sheet. */
const small = { bothSides: true, size: 'A6' } as const;

type Shown = Omit<Card, 'paper'> & { readonly bytes: Uint8Array; readonly pages: number };

export function safetyHandlers(parts: WorkingParts): Handlers<Contract, Trx> {
  return {
    getSafetyPlan: inside(get),
    keepSafetyPlan: inside(keep),
    rereadSafetyPlan: inside(reread),
    safetyCard: twoPhase<Contract['safetyCard'], Trx, Shown>({
      prepare: async (call, { caseId, look }) => {
        const { paper, ...said } = await call.read((trx) => cardOf(trx, caseId, look, call));
        return { ...(await parts.printPaper(paper)), ...said };
      },
      commit: (unit, _input, { bytes, pages, circled, doubts }) => {
        unit.note({ pages });
        const file = unit.session.files.add(fileName, 'application/pdf', bytes, 'shown');
        return Promise.resolve({ file, pages, circled, doubts });
      },
    }),
    releaseSafetyCard: twoPhase<Contract['releaseSafetyCard'], Trx, ReadyPaper>({
      prepare: async (call, input) => {
        const { paper } = await call.read((trx) => cardOf(trx, input.caseId, input.look, call));
        const made = { kind: 'neutral-card', template: safetyCardTemplate, paper, fileName, copy } as const;
        return prepareWorking(call, input, { ...made, ...(input.look.size === 'a6' && small) }, parts);
      },
      commit: (unit, input, ready) => commitWorking(unit, input.caseId, input, ready),
      deliver: (call, { way }, output, ready) => deliverWorking(call, { output, ready, way }),
    }),
  };
}
