/** Presenting a writ moves the clock: what it is stands among the events, and the term it keeps is met. */
import { questionName, reportKind, type PresentationForm } from '../../shared/filings/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { EventForm, EventKind } from '../../shared/proceedings/index.ts';
import {
  listEvents,
  recordByPaper,
  reopenByPaper,
  settleByPaper,
  withdrawByPaper,
  type ActNamed,
} from '../proceedings/index.ts';
import { parsed } from '../platform/storage/rows.ts';
import { requestNamed, rulesMetBy } from './clock.ts';
import { presentedFilings, type IssuedFiling } from './presenting-repository.ts';
import type { Trx, Use } from './tables.ts';

type Filed = Pick<IssuedFiling, 'kind' | 'options'>;

/** What leaving a writ of a kind is in the proceeding. */
const events: Readonly<Record<number, EventKind>> = { 1: 'complaintFiled', 3: 'measuresRequested', 7: 'appealFiled' };

/** «Comunicación de incumplimiento de medidas». */
const breachKind = 6;

type Cargo = Pick<PresentationForm, 'presentedOn' | 'presentedTime' | 'desk'>;

function eventOf(filing: IssuedFiling, { presentedOn, presentedTime, desk }: Cargo): EventForm | null {
  const kind = events[filing.kind];
  const asked = parsed(filing.options);
  const measures =
    kind === 'measuresRequested'
      ? [...(asked.measures ?? []), ...(asked.precautionary ?? [])].map(({ code }) => ({
          kind: code,
          outcome: null,
          detail: null,
        }))
      : [];
  if (kind === undefined || (kind === 'measuresRequested' && measures.length === 0)) return null;
  return {
    kind,
    act: null,
    at: { on: presentedOn, time: presentedTime },
    authorityId: null,
    office: desk.slice(0, 160),
    district: null,
    fileNumber: asked.courtFileNumber ?? null,
    // Its number tells this event from one that a person recorded.
    document: filing.number,
    source: null,
    notification: null,
    measures,
    ...{ fixedOn: null, favours: null, instance: null },
    words: null,
    note: null,
  };
}

const paperOf = (caseId: CaseId, filing: Pick<IssuedFiling, 'document_id'>) => ({
  caseId,
  documentId: filing.document_id,
});

/** What the writ says it answers; a kind that names no act leaves both null. */
async function actOf(trx: Trx, caseId: CaseId, filing: IssuedFiling): Promise<ActNamed> {
  const { answers = {} } = parsed(filing.options);
  const words = (name: string) => {
    const value = answers[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  if (filing.kind === reportKind) return requestNamed(await listEvents(trx, caseId), words('informe_referencia'));
  if (filing.kind === breachKind) return { document: null, on: words('incumplimiento_fecha') };
  return { document: words('resolucion_numero'), on: words('resolucion_fecha') };
}

/** The two desks to which writ 6 tells a breach, each in a version of its own: family court and prosecutor. */
const breachVersions = [1, 2] as const;

/** The breach that a writ 6 tells and to which desk; null where it does not say both. */
function toldBreach(filing: Filed): { readonly day: string; readonly version: number } | null {
  if (filing.kind !== breachKind) return null;
  const { answers = {} } = parsed(filing.options);
  const [day, version] = [answers['incumplimiento_fecha'], answers['incumplimiento_version']];
  return typeof day === 'string' && typeof version === 'number' ? { day, version } : null;
}

/** Whether these writs tell the breach of a day to both desks. */
function isToldToBoth(day: string, filed: readonly Filed[]): boolean {
  const told = filed.map(toldBreach).filter((one) => one?.day === day);
  return breachVersions.every((version) => told.some((one) => one?.version === version));
}

/** A report and a breach are told by what they name; the term of a breach runs until both desks have it. */
async function settlesOf(trx: Trx, caseId: CaseId, filing: IssuedFiling): Promise<'any' | 'named' | 'none'> {
  if (filing.kind === reportKind) return 'named';
  if (filing.kind !== breachKind) return 'any';
  const told = toldBreach(filing);
  const filed = [filing, ...(await presentedFilings(trx, [caseId]))];
  return told !== null && isToldToBoth(told.day, filed) ? 'named' : 'none';
}

/** @returns the terms left open because the writ does not tell which of them it meets, in words */
export async function moveClock(unit: Use, caseId: CaseId, filing: IssuedFiling, cargo: Cargo): Promise<string[]> {
  const event = eventOf(filing, cargo);
  if (event !== null) await recordByPaper(unit, caseId, event);
  const { answers = {} } = parsed(filing.options);
  const met = {
    rules: rulesMetBy(filing.kind, answers),
    on: cargo.presentedOn,
    act: await actOf(unit.trx, caseId, filing),
    settles: await settlesOf(unit.trx, caseId, filing),
  };
  return settleByPaper(unit, paperOf(caseId, filing), met);
}

/** Annulling the presentation takes both back. @param presentedAt moment at which it was recorded */
export async function turnClockBack(
  unit: Use,
  caseId: CaseId,
  { filing, presentedAt }: { readonly filing: IssuedFiling; readonly presentedAt: string },
): Promise<void> {
  await withdrawByPaper(unit, caseId, { document: filing.number, presentedAt });
  await reopenByPaper(unit, paperOf(caseId, filing), presentedAt);
  const told = toldBreach(filing);
  if (told === null) return;
  const standing = await presentedFilings(unit.trx, [caseId]);
  if (isToldToBoth(told.day, standing)) return;
  // The other version closed the term as the second of the two: alone it does not meet it.
  for (const other of standing.filter((one) => toldBreach(one)?.day === told.day)) {
    await reopenByPaper(unit, paperOf(caseId, other), other.recorded_at);
  }
}

/** Whether leaving the writ asks for measures: the request itself, or a complaint that asks for them as well. */
export function asksMeasures(filing: Filed): boolean {
  if (filing.kind !== 1) return filing.kind === 3;
  const { answers = {} } = parsed(filing.options);
  return answers[questionName('denuncia_nueva.pide_medidas')] === 1;
}

/** The first day on which a writ that asks for measures was left at a desk, by case; one without any is left out. */
export async function measuresAskedOn(trx: Trx, caseIds: readonly CaseId[]): Promise<ReadonlyMap<CaseId, CivilDate>> {
  const asked = (await presentedFilings(trx, caseIds)).filter(asksMeasures);
  const days = Map.groupBy(asked, ({ case_id }) => case_id);
  const first = (one: CivilDate, other: CivilDate) => (other < one ? other : one);
  return new Map([...days].map(([caseId, some]) => [caseId, some.map((one) => one.presented_on).reduce(first)]));
}
