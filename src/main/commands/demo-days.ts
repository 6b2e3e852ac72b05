/** The weeks of the demonstration: the team does what its Mi día says, and leaves some of it. */
import type { NextItem } from '../../shared/day/index.ts';
import { inventLaterSections, type InventedCase } from '../../shared/demo/index.ts';
import { instantAt, type SteadyClock } from '../../shared/platform/clock.ts';
import { addDays, firstOfMonth, lastOfMonth, type CivilDate, type Month } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { inventPrevention } from './demo-prevention.ts';
import { openBoard } from './demo-board.ts';
import type { DemoPerson, DemoTeam } from './demo-centre.ts';
import { answerToday, nothingDone, valueRisk, workCases, type WorkDone } from './demo-work.ts';

/** Runs as the one of this computer, from the moment it was set to. */
export class DemoClock implements SteadyClock {
  readonly #real: SteadyClock;
  #ahead = 0;

  constructor(real: SteadyClock) {
    this.#real = real;
  }

  now = (): number => this.#real.now() + this.#ahead;
  monotonic = (): number => this.#real.monotonic();

  /** Five in the afternoon of a day; null: now. Never back. */
  moveTo(day: CivilDate | null): void {
    this.#ahead = day === null ? 0 : Date.parse(instantAt(day, '17:00')) - this.#real.now();
  }
}

const week = 7;

type DemoDays = { readonly admitting: readonly CivilDate[]; readonly later: readonly CivilDate[] };

/** Last days of the weeks of a month, then week by week up to today. */
export function demoDays(month: Month, today: CivilDate): DemoDays {
  const [first, last] = [firstOfMonth(month), lastOfMonth(month)];
  const later: CivilDate[] = [];
  for (let day = addDays(last, week); day < today; day = addDays(day, week)) later.push(day);
  return { admitting: [...[6, 13, 20].map((days) => addDays(first, days)), last], later };
}

/** What stays undone in one case of so many, by the kind of act. */
const leftEvery = { attentions: 19, risk: 23, writs: 17, referrals: 4 } as const;

function isLeft(page: NextItem['page'], { index }: InventedCase): boolean {
  return page in leftEvery && index % leftEvery[page as keyof typeof leftEvery] === 3;
}

type Doing = {
  readonly team: DemoTeam;

  readonly by: DemoPerson;
  readonly caseId: CaseId;
  readonly invented: InventedCase;
  readonly today: CivilDate;
};

async function contact({ by, caseId, today }: Doing, action: string): Promise<void> {
  const attention = { action, on: today, time: null, withWhom: 'user', outcome: 'done', note: null } as const;
  await by.client.recordAttention({ caseId, attention });
}

async function valueAgain({ by, caseId, invented }: Doing): Promise<void> {
  if (invented.risk !== null) await valueRisk(by.client, caseId, invented.risk);
}

const measure = { kind: 'no-approach', outcome: null, detail: null } as const;

async function askForMeasures({ by, caseId, today }: Doing): Promise<void> {
  const office = { authorityId: null, office: 'Juzgado de Familia de turno', district: '150132' };
  const papers = { fileNumber: null, document: null, source: null, notification: null, fixedOn: null };
  const unsaid = { favours: null, instance: null, words: null, note: null };
  const event = { kind: 'measuresRequested', act: null, at: { on: today, time: null } } as const;
  await by.client.recordEvent({
    caseId,
    event: { ...event, measures: [measure], ...office, ...papers, ...unsaid },
  });
}

async function handToLawyers({ team, by, caseId, invented }: Doing): Promise<void> {
  await by.client.handOverCase({ caseId, service: 'legal' });
  const form = inventLaterSections('demo', invented).d;
  await team.legal.client.saveFormSection({ caseId, version: 0, form });
}

async function answerReferrals({ by, caseId, today }: Doing): Promise<void> {
  const { referrals } = await by.client.listReferrals({ caseId });
  for (const { id, version, dueOn } of referrals) {
    if (dueOn === null || dueOn > addDays(today, week)) continue;
    const next = { nextOn: null, nextTime: null, nextPlace: null, recommendations: null };
    const who = { professional: 'Profesional de salud inventado', college: null, result: {} };
    const given = { attended: true, notAttendedReason: null, on: today, time: null, kit: null, kitItems: [] };
    const slip = { ...given, services: ['mental-health' as const], ...next, ...who };
    await by.client.recordSlip({ caseId, referralId: id, version, slip });
  }
}

async function attendAlerts({ by, caseId }: Doing): Promise<void> {
  const { alerts } = await by.client.listCaseAlerts({ caseId });
  for (const { alertId, closedAt, kind } of alerts)
    if (closedAt === null && ['levelRising', 'newEvent'].includes(kind))
      await by.client.acknowledgeAlert({ caseId, alertId, act: 'closed' });
}

async function takeStep(item: NextItem, doing: Doing, action: string): Promise<void> {
  if (item.kind === 'sameDay') await answerToday(doing.by.client, doing.caseId);
  if (item.kind === 'notice') await attendAlerts(doing);
  if (item.kind !== 'term' && item.kind !== 'referral') return;
  if (item.page === 'case') await handToLawyers(doing);
  if (item.page === 'attentions') await contact(doing, action);
  if (item.page === 'risk') await valueAgain(doing);
  if (item.page === 'writs') await askForMeasures(doing);
  if (item.page === 'referrals') await answerReferrals(doing);
}

/** Each professional does what is next in the own cases. */
async function workDays(team: DemoTeam, worked: ReadonlyMap<CaseId, InventedCase>): Promise<void> {
  const actions = { psicologia: 'psychology-contact', social: 'social-contact', legal: 'legal-contact' } as const;
  for (const [login, action] of Object.entries(actions)) {
    const by = team[login as keyof typeof actions];
    const { lines, today } = await by.client.readMyDay({});
    for (const { caseId, items } of lines) {
      const invented = worked.get(caseId);
      if (invented === undefined) continue;
      const doing = { team, by, caseId, invented, today };
      for (const item of items) if (!isLeft(item.page, invented)) await takeStep(item, doing, action);
    }
  }
}

const hearing = {
  kind: 'protectionMeasures',
  mode: 'room',
  authorityId: null,
  office: 'Juzgado de Familia de turno',
  district: '150132',
  room: 'Sala 2',
  link: null,
  bring: null,
  substituteId: null,
  userAttends: true,
  note: null,
} as const;

/** What today brings: hearings of the lawyer, and a correction that the desk asks for. */
async function openToday(team: DemoTeam, worked: ReadonlyMap<CaseId, InventedCase>): Promise<void> {
  const { client } = team.legal;
  const { cases } = await client.listMyCases({});
  const { today } = await client.readMyDay({});
  const times = ['09:30', '11:00', '15:30'] as const;
  for (const [at, { caseId }] of cases
    .filter((one) => worked.has(one.caseId))
    .slice(0, times.length)
    .entries()) {
    const when = { on: addDays(today, at), time: times[at] ?? '09:30' };
    await client.saveHearing({
      caseId,
      hearingId: null,
      version: null,
      hearing: { ...hearing, ...when, attendsId: null },
    });
  }
}

type MonthOfWork = {
  readonly days: DemoDays;
  /** Another day; null: today. */
  readonly goTo: (day: CivilDate | null) => void;
  readonly invented: readonly InventedCase[];
  readonly folder: string;
};

/** The month in which the cases come, and the weeks after it up to today. The team stands in its first week already. */
export async function workMonth(team: DemoTeam, { days, goTo, invented, folder }: MonthOfWork): Promise<WorkDone> {
  const done = nothingDone();
  for (const [at, day] of days.admitting.entries()) {
    if (at > 0) goTo(day);
    const since = days.admitting[at - 1] ?? '';
    const admitted = ({ sectionA: { admission } }: InventedCase) => admission.admittedOn;
    await workDays(team, done.worked);
    await workCases(
      team,
      invented.filter((one) => admitted(one) > since && admitted(one) <= day),
      folder,
      done,
    );
  }
  for (const day of [...days.later, null]) {
    goTo(day);
    await workDays(team, done.worked);
  }
  await openToday(team, done.worked);
  await openBoard(team);
  await inventPrevention(team);
  return done;
}
