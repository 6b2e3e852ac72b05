/** Prevention of the demonstration: weeks of invented activities, what comes next, and a programme half way. */
import { addDays, type CivilDate } from '../../shared/platform/dates.ts';
import type { StaffId } from '../../shared/platform/ids.ts';
import {
  resultFields,
  type ActivityForm,
  type ActivityResult,
  type Cell,
  type Participant,
  type ProgrammeId,
} from '../../shared/prevention/index.ts';
import { blankForm } from '../../shared/record/index.ts';
import { demoStaff } from '../../shared/demo/index.ts';
import type { DemoTeam } from './demo-centre.ts';

type Plan = Partial<ActivityForm> & {
  /** From today. */
  readonly days: number;
  readonly attendance?: readonly Cell[];
  readonly more?: Partial<ActivityResult>;
  readonly isCancelled?: true;
};

const cell = (sex: Cell['sex'], age: string, people: number): Cell => ({ sex, age, people });

const common = {
  ...{ startsAt: '10:00', minutes: 120, activityType: 'type-workshop', activityGroup: 'group-schools' },
  ...{ audience: 'audience-students', mode: 'inPerson' as const, districtCode: '150132' },
  ...{ hostInstitution: null, strategy: null, programmeId: null, sessionNumber: null, officialCode: null, notes: null },
} as const;

const school = { place: 'Colegio Los Ejemplos', topic: 'Enamoramiento sin violencia' };
const square = { place: 'Plaza de Armas', activityGroup: 'group-awareness', audience: 'audience-general' };

const plans: readonly Plan[] = [
  { days: -16, ...school, attendance: [cell('women', 'age-12', 21), cell('men', 'age-12', 18)] },
  {
    ...{ days: -12, ...square, activityType: 'type-fair', topic: 'Servicios que atienden la violencia' },
    attendance: [cell('women', 'age-30', 40), cell('men', 'age-30', 22), cell('women', 'age-60', 9)],
    more: { materials: '120 folletos', indigenous: 8 },
  },
  { days: -8, ...square, activityType: 'type-campaign', topic: 'Vive sin violencia', isCancelled: true },
  {
    ...{ days: -5, ...square, activityType: 'type-media', topic: 'Línea 100 en la radio', place: 'Radio del distrito' },
    ...{ attendance: [], more: { reach: 4000 } },
  },
  { days: -1, ...school, topic: 'Señales de control' },
  { days: 1, ...square, activityType: 'type-fair', topic: 'Feria de servicios' },
  {
    ...{ days: 6, activityType: 'type-networkMeeting', activityGroup: 'group-networks', topic: 'Reunión de la mesa' },
    ...{ audience: 'audience-authorities', place: 'Municipalidad' },
  },
];

const sessions = [17, 18, 16, 15, 16];

/** How many of the 18 showed each factor, and how many of the 16 who stayed still do. */
const factors = [
  { factor: 'factor-money', before: 12, isWorked: true, later: 5 },
  { factor: 'factor-jealousy', before: 14, isWorked: true, later: 9 },
  { factor: 'factor-shouting', before: 9, isWorked: true, later: 6 },
  { factor: 'factor-alcohol', before: 7, isWorked: false, later: 7 },
];
const [began, stayed] = [18, 16];

function participants(): Participant[] {
  return Array.from({ length: began }, (_, at) => ({
    ...{ code: at + 1, sex: 'men' as const, age: 'age-30' },
    answers: factors.map(({ factor, before, later }) => ({
      ...{ factor, before: at < before, later: at < stayed ? at < later : null },
    })),
  }));
}

export async function inventPrevention({ promocion }: DemoTeam): Promise<void> {
  const { client } = promocion;
  const { today, staff } = await client.readPrevention({ month: null });
  const own = demoStaff.find(({ role }) => role === 'preventionOfficer');
  const leadStaff = staff.find(({ fullName }) => fullName === own?.fullName)?.id;
  if (leadStaff === undefined) throw new Error('the promoter is not there');
  const doing = { client, today, leadStaff };
  for (const plan of plans) await hold(doing, plan);
  const { id: programmeId } = await client.keepPreventionProgramme({
    ...{ id: null, version: null },
    form: {
      ...{ name: 'Varones por el buen trato', groupWords: 'Varones del local comunal La Loma' },
      ...{ participants: began, sessions: 8, notes: null },
    },
  });
  for (const [at, people] of sessions.entries())
    await hold(doing, { ...sessionOf(programmeId, at + 1), attendance: [cell('men', 'age-30', people)] });
  await hold(doing, sessionOf(programmeId, sessions.length + 1));
  await client.keepPreventionGroup({
    ...{ programmeId, version: null },
    group: {
      ...{ beforeOn: addDays(today, -7 * sessions.length), laterOn: addDays(today, -2), isFinal: false },
      ...{ worked: factors.filter(({ isWorked }) => isWorked).map(({ factor }) => factor) },
      participants: participants(),
    },
  });
}

/** One a week, the last of them today. */
function sessionOf(programmeId: ProgrammeId, sessionNumber: number): Plan {
  return {
    ...{ days: 7 * (sessionNumber - sessions.length - 1), programmeId, sessionNumber, startsAt: '15:00' },
    ...{ activityType: 'type-session', activityGroup: 'group-men', audience: 'audience-men' },
    ...{ topic: 'Varones por el buen trato', place: 'Local comunal La Loma' },
  };
}

type Doing = {
  readonly client: DemoTeam['promocion']['client'];
  readonly today: CivilDate;
  readonly leadStaff: StaffId;
};

async function hold({ client, today, leadStaff }: Doing, plan: Plan): Promise<void> {
  const { days, attendance, more, isCancelled, ...own } = plan;
  const form: ActivityForm = { ...common, topic: '', place: '', leadStaff, heldOn: addDays(today, days), ...own };
  const { id } = await client.keepPreventionActivity({ id: null, version: null, form });
  const target = { activityId: id, version: null };
  if (isCancelled === true) await client.cancelPreventionActivity({ ...target, reason: { code: 'host', words: null } });
  if (attendance === undefined) return;
  const blank = blankForm<Omit<ActivityResult, 'attendance'>>(resultFields);
  await client.recordPreventionResult({ ...target, result: { ...blank, attendance: [...attendance], ...more } });
}
