/**
 * A real centre for a test: real encrypted file, real gate, one person per role, cheap key derivation handed in as an argument.
 *
 * One template centre is made for the whole run and copied for each test.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Keeper } from '../../src/main/computers/keeper.ts';
import { createApplication, type Application } from '../../src/main/application.ts';
import type { KeeperControl } from '../../src/main/companions/index.ts';
import type { KdfPolicy } from '../../src/main/platform/crypto/kdf.ts';
import type { ApplicationPorts } from '../../src/main/platform/ports.ts';
import type { Role, SessionView } from '../../src/shared/access/index.ts';
import { ruleOutAll } from '../../src/main/commands/case-work.ts';
import { blankConditionAnswers } from '../../src/shared/intake/index.ts';
import { contract, type Contract } from '../../src/shared/contract.ts';
import { makeClient } from '../../src/shared/platform/client.ts';
import type { Client } from '../../src/shared/platform/contract.ts';
import { ExpectedFailure } from '../../src/shared/platform/failures.ts';
import type { CaseId } from '../../src/shared/platform/ids.ts';
import { admission, aUser, anAggressor, sectionAForm, sectionBForm } from './case-builder.ts';
import { fixedClock, type FixedClock } from './fixed-clock.ts';
import { removeCopies } from './temporary-folder.ts';

/** Costs a millisecond; the product builds `productKdfPolicy` and nothing else. */
export const cheapKdfPolicy: KdfPolicy = {
  target: { m: 64, t: 1, p: 1 },
  floor: { m: 64, t: 1, p: 1 },
  cap: { m: 65_536, t: 3, p: 1 },
};

export const passphrase = 'tamelo-viruga-sonido-pelucha';

export const staff = {
  coordina: { fullName: 'Carmen Inventada Coordina', roles: ['coordinator'], profession: 'Abogada' },
  admision: { fullName: 'Ana Inventada Admisión', roles: ['admission'], profession: null },
  psico: { fullName: 'Paula Inventada Psicóloga', roles: ['psychologist'], profession: 'Psicóloga' },
  social: { fullName: 'Sonia Inventada Social', roles: ['socialWorker'], profession: 'Trabajadora social' },
  legal: { fullName: 'Luz Inventada Legal', roles: ['lawyer'], profession: 'Abogada' },
  promocion: { fullName: 'Paz Inventada Promotora', roles: ['preventionOfficer'], profession: null },
  soporte: { fullName: 'Teo Inventado Soporte', roles: ['technicalSupport'], profession: null },
  visita: { fullName: 'Aurelia Inventada Auditora', roles: ['auditor'], profession: null },
} as const satisfies Record<string, { fullName: string; roles: readonly Role[]; profession: string | null }>;
export type Login = keyof typeof staff;

function detailsOf(login: Login) {
  const { fullName, roles, profession } = staff[login];
  const isLawyer = login === 'legal';
  return {
    login,
    fullName,
    roles: [...roles],
    profession,
    college: isLawyer ? 'Colegio de Abogados de Lima' : null,
    collegeNumber: isLawyer ? '00000' : null,
  };
}

export const centreDetails = {
  name: 'Villa Inventada',
  code: 'C-0001',
  districtCode: '150132',
  category: 'regular' as const,
  ministry: 'Ministerio de la Mujer y Poblaciones Vulnerables',
  programme: 'Programa Nacional Warmi Ñan',
  proceduralAddress: 'Jr. Los Ejemplos 123, San Juan de Lurigancho',
  phone: '01 000 0000',
  acronym: null,
  yearSlogan: null,
};

/** A printer with paper and one without. */
export const testPrinters = [
  { name: 'HP LaserJet (Admisión)', isDefault: true },
  { name: 'Microsoft Print to PDF', isDefault: false },
] as const;

export function testPorts(clock: FixedClock, overrides: Partial<ApplicationPorts> = {}): ApplicationPorts {
  return {
    clock,
    // Folders of a test stand on one disk; the copies of a centre do not.
    drives: {
      isNetwork: () => false,
      syncFolders: () => [],
      isSameDisk: () => Promise.resolve(false),
      isRemovable: () => Promise.resolve(false),
      limit: () => Promise.resolve(true),
    },
    dialogs: null,
    clipboard: null,
    printer: {
      list: () => Promise.resolve([...testPrinters]),
      print: () => Promise.resolve(),
    },
    saver: { save: () => Promise.resolve('handed-back') },
    ...overrides,
  };
}

export function clientOf(application: Pick<Application, 'invoke'>, token: () => string | null): Client<Contract> {
  return makeClient(contract, application, { token, newKey: () => crypto.randomUUID() });
}

/** Day on which the template centre began; `may` has a month that is over and waits to be closed. */
const began = { june: '2026-06-01T14:00:00.000Z', may: '2026-05-02T14:00:00.000Z' } as const;
export type Began = keyof typeof began;

const templates = new Map<Began, Promise<string>>();

/** Where one template serves every process of a run (`REGISTRO_TEMPLATES`, set by what starts them); null: this one's own. */
const shared = process.env['REGISTRO_TEMPLATES'] ?? null;
const paperName = 'paper';

/** The recovery key of the template centre as it stands on paper; empty before one was made. */
export async function recoveryKeyOnPaper(since: Began = 'june'): Promise<string> {
  return readFileSync(join(await templateFolder(since), '..', paperName), 'utf8');
}

/** The folder of the template centre, made once. */
export function templateFolder(since: Began = 'june'): Promise<string> {
  const found = templates.get(since) ?? findTemplate(since);
  templates.set(since, found);
  return found;
}

async function findTemplate(since: Began): Promise<string> {
  const ready = shared === null ? null : join(shared, `template-${since}`);
  if (ready !== null && existsSync(ready)) return join(ready, 'centre');
  const made = mkdtempSync(join(shared ?? tmpdir(), 'registro-template-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  await makeTemplate(made, since);
  if (ready === null) return join(made, 'centre');
  try {
    renameSync(made, ready);
  } catch {
    // Another process was first: one template for all.
  }
  return join(ready, 'centre');
}

/** The centre in `centre`, its recovery key in `paper`. */
async function makeTemplate(place: string, since: Began): Promise<void> {
  const folder = join(place, 'centre');
  mkdirSync(folder, { mode: 0o700 });
  const application = await createApplication({
    dataFolder: folder,
    host: 'direct',
    ports: testPorts(fixedClock(began[since])),
    kdfPolicy: cheapKdfPolicy,
  });
  let token: string | null = null;
  const client = clientOf(application, () => token);
  const founded = await client.foundCentre({
    centre: centreDetails,
    isPractice: true,
    coordinator: detailsOf('coordina'),
    passphrase,
  });
  token = founded.session.token;
  for (const login of (Object.keys(staff) as Login[]).filter((one) => one !== 'coordina')) {
    await client.addFirstStaff({ details: detailsOf(login), passphrase });
  }
  const groups = founded.asked.map((position) => ({ position, text: founded.recoveryKey[position - 1] ?? '' }));
  await client.confirmRecoveryKey({ groups });
  await application.close();
  writeFileSync(join(place, paperName), founded.recoveryKey.join('-'));
  // Room kept for a full disk, 20 MB without meaning: nothing of it need be copied for each test.
  writeFileSync(join(folder, 'reserve.bin'), '');
}

export type TestCentre = {
  readonly application: Application;
  readonly folder: string;
  readonly clock: FixedClock;
  /** Signs in (once) and answers that person's client. */
  as(login: Login): Promise<Client<Contract>>;
  sessionOf(login: Login): Promise<SessionView>;
  /** A case with both sections complete, handed to psychology; validated unless said. */
  aCase(options?: CaseOptions): Promise<{ caseId: CaseId; number: string }>;
  /** Closes and starts again on the same folder. */
  restart(): Promise<TestCentre>;
  close(): Promise<void>;
};

export type CaseOptions = {
  a?: Parameters<typeof sectionAForm>[0];
  b?: Parameters<typeof sectionBForm>[0];
  user?: Parameters<typeof aUser>[0];
  /** The person she is already. */
  userId?: string;
  aggressor?: Parameters<typeof anAggressor>[0];
  isValidated?: boolean;
};

/** The part that other computers reach, over the folder of the record. */
export type KeeperOf = (folder: string) => KeeperControl & Partial<Pick<Keeper, 'serve' | 'close'>>;

const running = new Set<TestCentre>();

export async function startCentre(
  options: { clock?: FixedClock; ports?: Partial<ApplicationPorts>; since?: Began; keeper?: KeeperOf } = {},
): Promise<TestCentre> {
  const folder = mkdtempSync(join(tmpdir(), 'registro-test-'));
  cpSync(await templateFolder(options.since), folder, { recursive: true });
  return openCentre(folder, options.clock ?? fixedClock(), options.ports ?? {}, options.keeper);
}

/** Starts the application on an existing folder. */
export async function openCentre(
  folder: string,
  clock: FixedClock,
  ports: Partial<ApplicationPorts> = {},
  keeperOf?: KeeperOf,
): Promise<TestCentre> {
  const keeper = keeperOf?.(folder);
  const application = await createApplication({
    dataFolder: folder,
    host: 'direct',
    ports: testPorts(clock, ports),
    kdfPolicy: cheapKdfPolicy,
    ...(keeper === undefined ? {} : { keeper, device: keeper.device }),
  });
  await keeper?.serve?.(application);
  const sessions = new Map<Login, SessionView>();
  const nobody = clientOf(application, () => null);
  const sessionOf = async (login: Login): Promise<SessionView> => {
    const known = sessions.get(login) ?? (await nobody.signIn({ login, password: passphrase }));
    sessions.set(login, known);
    return known;
  };
  const as = async (login: Login): Promise<Client<Contract>> => {
    const { token } = await sessionOf(login);
    return clientOf(application, () => token);
  };
  const close = async () => {
    await keeper?.close?.();
    await application.close();
  };
  const centre: TestCentre = {
    application,
    folder,
    clock,
    as,
    sessionOf,
    aCase: (caseOptions = {}) => buildCase(as, caseOptions),
    restart: async () => {
      await close();
      running.delete(centre);
      return openCentre(folder, clock, ports, keeperOf);
    },
    close,
  };
  running.add(centre);
  return centre;
}

/** For `afterEach`: closes what the test left open and removes its folder. */
export async function closeCentres(): Promise<void> {
  removeCopies();
  for (const centre of running) {
    await centre.close();
    rmSync(centre.folder, { recursive: true, force: true });
  }
  running.clear();
}

async function buildCase(as: TestCentre['as'], options: CaseOptions): Promise<{ caseId: CaseId; number: string }> {
  const desk = await as('admision');
  const user = aUser(options.user);
  const aggressor = anAggressor(options.aggressor);
  const opened = await desk.openCase({
    arrivalId: null,
    admission: options.a?.admission ?? admission,
    user,
    userLink: options.userId === undefined ? { kind: 'new' } : { kind: 'known', personId: options.userId },
    aggressor,
    aggressorLink: { kind: 'new' },
  });
  const { caseId } = opened;
  const a = await desk.getSectionA({ caseId });
  const formA = sectionAForm({ user, aggressor, ...options.a });
  await desk.saveSectionA({ caseId, version: a.version, form: formA });
  await desk.handOverCase({ caseId, service: 'psychology' });
  await desk.handOverCase({ caseId, service: 'social' });
  await desk.handOverCase({ caseId, service: 'legal' });
  const psychologist = await as('psico');
  const b = await psychologist.getSectionB({ caseId });
  const known = { userSex: formA.answers.userSex ?? 0, complaintFiled: formA.answers.complaintFiled ?? 0 } as const;
  await psychologist.saveSectionB({ caseId, version: b.version, form: sectionBForm(options.b, known) });
  if (options.isValidated !== false) {
    const answers = { ...blankConditionAnswers, newEvent: true, servicesNeeded: 2 };
    const validate = async () => {
      const { version } = await psychologist.getCase({ caseId });
      await psychologist.validateCase({ caseId, version, answers, condition: 1, overrideReason: null });
    };
    try {
      await validate();
    } catch (error) {
      if (!(error instanceof ExpectedFailure) || error.failure.reason !== 'condition-needs-reason') throw error;
      // Many cases of a test are of one invented person, opened each time as somebody new.
      await ruleOutAll(psychologist, caseId, 'user');
      await validate();
    }
  }
  return opened;
}
