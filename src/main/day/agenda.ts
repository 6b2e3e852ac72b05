/** The week of somebody and of the centre, and what clashes in it. */
import { serviceLabels, servicesOf } from '../../shared/access/index.ts';
import { agendaOverlap, type agendaContract, type AgendaEntry, type AgendaSlot } from '../../shared/day/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { addDays } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { listStaff } from '../access/index.ts';
import { callsAmong } from '../contact/index.ts';
import { allowed, caseHeadings, casesInCharge } from '../intake/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import type { Trx, Use } from '../platform/unit.ts';
import { hearingOf, listScheduled, readTravel } from '../proceedings/index.ts';
import { visitsBetween } from '../reception/index.ts';

type Contract = typeof agendaContract;
const lastDay = 6;

type Found = Omit<AgendaEntry, 'number' | 'name' | 'caseId'> & {
  readonly caseId: CaseId | null;
  /** Where it is of no case. */
  readonly saidName: string | null;
};

/** Names of staff, and what is the reader's: the own, and that of whoever the reader stands in for. */
async function readerOf({ trx, session }: Use) {
  const names = new Map((await listStaff(trx)).map(({ id, fullName }) => [id as string, fullName]));
  const own = new Set<string>([session.staffId, ...session.standsInFor]);
  const services = servicesOf(session.roles);
  return {
    named: (ids: readonly (string | null)[]) => ids.flatMap((id) => (id === null ? [] : [names.get(id) ?? ''])),
    isOwn: (ids: readonly (string | null)[]) => ids.some((id) => id !== null && own.has(id)),
    services,
  };
}
type Reader = Awaited<ReturnType<typeof readerOf>>;

async function visits(unit: Use, reader: Reader, { from }: InputOf<Contract['readAgenda']>): Promise<Found[]> {
  return (await visitsBetween(unit.trx, from, addDays(from, lastDay))).map((row) => {
    const staff = [row.staff_id, row.with_staff_id];
    const isOfService = row.staff_id === null && row.service !== null && reader.services.includes(row.service);
    const isMine = reader.isOwn(staff) || isOfService;
    return {
      ...{ id: row.id, kind: row.place === 'home' ? 'home' : 'visit' },
      ...{ on: row.day, time: row.time, caseId: row.case_id },
      who: row.staff_id === null && row.service !== null ? [serviceLabels[row.service]] : reader.named(staff),
      ...{ isMine, isMissed: row.state === 'missed' },
      saidName: isMine || row.booked_by === unit.session.staffId ? row.said_name : null,
    };
  });
}

async function hearings(unit: Use, reader: Reader, { from }: InputOf<Contract['readAgenda']>): Promise<Found[]> {
  return (await listScheduled(unit.trx, from, addDays(from, lastDay))).map((row) => {
    const { on, time, attendsId, substituteId } = hearingOf(row);
    const goers = attendsId === null ? [substituteId] : [attendsId];
    return {
      ...{ id: row.id, kind: 'hearing', on, time, caseId: row.case_id, saidName: null, isMissed: false },
      ...{ who: reader.named(goers), isMine: reader.isOwn([attendsId, substituteId]) },
    };
  });
}

/** Next tries of whoever called, with their hour. */
async function calls(unit: Use, reader: Reader, { from }: InputOf<Contract['readAgenda']>): Promise<Found[]> {
  const rows = await casesInCharge(unit);
  const ids = rows.map(({ id }) => id);
  const callsOf = await callsAmong(unit.trx, ids);
  return rows.flatMap(({ id: caseId }): Found[] => {
    const { last } = callsOf(caseId);
    const next = last?.next ?? null;
    if (last === null || next === null || next.on < from || next.on > addDays(from, lastDay)) return [];
    const at = { id: `call-${caseId}`, kind: 'call', ...next, caseId, saidName: null, isMissed: false } as const;
    return [{ ...at, who: reader.named([last.by]), isMine: reader.isOwn([last.by]) }];
  });
}

/** With number and name for who may read the case; for everybody else an hour that is taken. */
async function shown(unit: Use, found: readonly Found[]): Promise<AgendaEntry[]> {
  const open = new Set<CaseId>();
  for (const id of new Set(found.flatMap(({ caseId }) => caseId ?? [])))
    if ((await allowed(unit, 'alert.read', id)) !== null) open.add(id);
  const headings = await caseHeadings(unit.trx, unit, open);
  return found.map(({ saidName, caseId, ...entry }) => {
    const heading = caseId === null ? undefined : headings.get(caseId);
    const isOpen = caseId !== null && heading !== undefined;
    return {
      ...entry,
      ...{ caseId: isOpen ? caseId : null, number: heading?.number ?? null, name: heading?.userName ?? saidName },
    };
  });
}

async function readAgenda(unit: Use, input: InputOf<Contract['readAgenda']>) {
  const reader = await readerOf(unit);
  const found = [
    ...(await visits(unit, reader, input)),
    ...(await hearings(unit, reader, input)),
    ...(await calls(unit, reader, input)),
  ];
  const key = ({ on, time, id }: Found) => `${on} ${time} ${id}`;
  const wanted = found
    .filter(({ isMine }) => isMine || input.whose === 'centre')
    .sort((one, other) => key(one).localeCompare(key(other)));
  const everybody = found.flatMap(({ who }) => who);
  const loads = Map.groupBy(everybody, (name) => name);
  unit.note({ entries: wanted.length });
  return {
    today: unit.today,
    entries: await shown(unit, wanted),
    loads: [...loads]
      .map(([name, all]) => ({ name, count: all.length }))
      .toSorted((one, other) => other.count - one.count),
  };
}

type Taken = {
  readonly what: 'visit' | 'hearing';
  readonly slot: AgendaSlot;
  readonly staff: readonly (string | null)[];
};

async function takenOn({ trx }: Use, on: AgendaSlot['on']): Promise<Taken[]> {
  const booked = (await visitsBetween(trx, on, on)).filter(({ state }) => state === 'expected');
  return [
    ...booked.map((row): Taken => ({
      what: 'visit',
      slot: { on, time: row.time, mode: 'room', district: null, travelMinutes: row.travel_minutes ?? 0 },
      staff: [row.staff_id, row.with_staff_id],
    })),
    ...(await listScheduled(trx, on, on)).map((row): Taken => {
      const { time, mode, district, attendsId, substituteId } = hearingOf(row);
      return {
        what: 'hearing',
        ...{ slot: { on, time, mode, district, travelMinutes: 0 }, staff: [attendsId, substituteId] },
      };
    }),
  ];
}

async function findClashes(unit: Use, { on, time, staffIds, travelMinutes }: InputOf<Contract['findAgendaClashes']>) {
  const rule = await readTravel(unit.trx, on);
  const { named } = await readerOf(unit);
  const asked: AgendaSlot = { on, time, mode: 'room', district: null, travelMinutes };
  const clashes = (await takenOn(unit, on)).flatMap(({ what, slot, staff }) => {
    const kind = agendaOverlap(asked, slot, rule);
    const persons = staffIds.filter((id) => staff.includes(id));
    return kind === null ? [] : named(persons).map((person) => ({ kind, what, time: slot.time, person }));
  });
  unit.note({ clashes: clashes.length });
  return { clashes };
}

export const agendaHandlers: Handlers<Contract, Trx> = {
  readAgenda: inside(readAgenda),
  findAgendaClashes: inside(findClashes),
};
