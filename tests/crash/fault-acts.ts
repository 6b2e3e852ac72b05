/** The acts under a failing disk: each is one call of the gate (or the closing), and what must hold after it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { blankArrivalFacts } from '../../src/shared/reception/index.ts';
import { admission, anAggressor, aUser, sectionAForm } from '../support/case-builder.ts';
import { clientOf, passphrase, type Login } from '../support/start-application.ts';
import type { RawCall, Work } from './at-work.ts';
import { caseOf, decided, otherPassphrase, someText } from './scenarios.ts';

export type FaultAct = {
  readonly name: string;
  readonly base: 'busy' | 'copied' | 'older';
  /** What goes before, on a sound disk; answers the call, null for closing the application. */
  readonly ready: (work: Work) => Promise<RawCall | null>;
  /** Whether the record keeps the key of the call: then it is known whether it was stored. */
  readonly keeps: boolean;
  /** Waits for what the program does after its answer. */
  readonly follows?: (work: Work) => Promise<unknown>;
};

const by = (work: Work, login: Login) => work.token(login).then((token) => clientOf(work.application, () => token));

const call = (procedure: string, login: Login | null, input: unknown, password: string | null = null): RawCall => ({
  procedure,
  input,
  login,
  password,
});

const signIn = (login: Login) => call('signIn', null, { login, password: passphrase });

async function chooseCopies(work: Work): Promise<void> {
  await (await by(work, 'soporte')).chooseCopyFolder({ folder: work.place.copies });
}

export const faultActs: readonly FaultAct[] = [
  { name: 'sign-in', base: 'busy', keeps: false, ready: () => Promise.resolve(signIn('legal')) },
  {
    name: 'second-sign-in',
    base: 'busy',
    keeps: false,
    ready: async (work) => {
      await work.token('coordina');
      return signIn('legal');
    },
  },
  {
    name: 'arrival',
    base: 'busy',
    keeps: true,
    ready: async (work) => {
      const { arrivalId } = await (await by(work, 'admision')).openArrival({});
      return call('registerArrival', 'admision', {
        arrivalId,
        facts: { ...blankArrivalFacts(), saidName: 'Rosa Inventada' },
      });
    },
  },
  {
    name: 'open-case',
    base: 'busy',
    keeps: true,
    ready: async (work) => {
      await work.token('admision');
      const persons = { user: aUser({ firstSurname: 'Nueva' }), aggressor: anAggressor() };
      const links = { userLink: { kind: 'new' }, aggressorLink: { kind: 'new' } };
      return call('openCase', 'admision', { arrivalId: null, admission, ...persons, ...links });
    },
  },
  {
    name: 'save',
    base: 'busy',
    keeps: true,
    ready: async (work) => {
      const caseId = caseOf(work.place);
      const { version } = await (await by(work, 'admision')).getSectionA({ caseId });
      return call('saveSectionA', 'admision', { caseId, version, form: sectionAForm() });
    },
  },
  {
    name: 'filing',
    base: 'busy',
    keeps: true,
    ready: async (work) => {
      const caseId = caseOf(work.place);
      const { options } = await (await by(work, 'legal')).startFiling({ caseId, kind: 3 });
      const whole = { ...options, ...decided };
      return call('issueFiling', 'legal', { caseId, kind: 3, options: whole, missingReason: 'urgency' });
    },
  },
  {
    name: 'attachment',
    base: 'busy',
    keeps: true,
    ready: async (work) => {
      const lawyer = await by(work, 'legal');
      const fileId = crypto.randomUUID();
      await lawyer.sendAttachmentPiece({ fileId, offset: 0, base64: someText(3000).toString('base64') });
      const facts = { kind: 'other', area: 'common', description: 'Archivo inventado', receivedFrom: null };
      return call('addAttachment', 'legal', { caseId: caseOf(work.place), fileId, fileName: 'nota.txt', facts });
    },
  },
  {
    name: 'password',
    base: 'busy',
    keeps: true,
    ready: async (work) => {
      await work.token('psico');
      return call('changeOwnPassphrase', 'psico', { newPassphrase: otherPassphrase }, passphrase);
    },
  },
  {
    name: 'approval',
    base: 'busy',
    keeps: true,
    ready: async (work) => {
      const person = { login: 'nueva', fullName: 'Nora Inventada Nueva', roles: ['socialWorker' as const] };
      const details = { ...person, profession: null, college: null, collegeNumber: null };
      const coordinator = await by(work, 'coordina');
      const { proposalId } = await coordinator.proposeStaffChange({ staffChange: { change: 'create', details } });
      await work.token('legal');
      return call('approveStaffChange', 'legal', { proposalId }, passphrase);
    },
  },
  {
    name: 'freeze',
    base: 'busy',
    keeps: true,
    ready: async (work) => {
      const coordinator = await by(work, 'coordina');
      const proposal = await coordinator.proposeMonthClosing({ month: '2026-05' }, { password: passphrase });
      await work.token('legal');
      return call('approveMonthClosing', 'legal', { proposalId: proposal.id }, passphrase);
    },
  },
  {
    name: 'register-sheet',
    base: 'busy',
    keeps: true,
    ready: async (work) => {
      await work.token('legal');
      return call('issueRegisterSheet', 'legal', { caseId: caseOf(work.place) }, passphrase);
    },
  },
  {
    name: 'printing',
    base: 'busy',
    keeps: true,
    ready: async (work) => {
      await work.token('admision');
      return call('printBlankPapers', 'admision', { kind: 'consent', copies: 2, way: 'print' });
    },
  },
  {
    name: 'recovery',
    base: 'busy',
    keeps: false,
    ready: async (work) => {
      const nobody = clientOf(work.application, () => null);
      const recoveryKey = readFileSync(join(work.place.root, 'paper'), 'utf8');
      const person = { login: 'coordina', newPassphrase: otherPassphrase };
      const begun = await nobody.beginRecovery({ recoveryKey, ...person });
      const groups = begun.asked.map((position) => ({ position, text: begun.recoveryKey[position - 1] ?? '' }));
      return call('finishRecovery', null, { groups });
    },
  },
  {
    name: 'lock',
    base: 'busy',
    keeps: false,
    ready: async (work) => {
      await work.token('coordina');
      await work.token('legal');
      return call('lock', 'legal', { why: 'asked' });
    },
    // In turn behind the entry of leaving; where that is refused, the file for late entries comes after it.
    follows: async (work) => {
      await work.send(call('listProposals', 'coordina', {}), null);
      await pause(100);
    },
  },
  {
    name: 'copy',
    base: 'busy',
    keeps: false,
    ready: async (work) => {
      await chooseCopies(work);
      await work.token('coordina');
      return call('makeCopy', 'coordina', {});
    },
  },
  {
    name: 'closing',
    base: 'busy',
    keeps: false,
    ready: async (work) => {
      await chooseCopies(work);
      return null;
    },
  },
  {
    name: 'restore',
    base: 'copied',
    keeps: false,
    ready: ({ place }) => {
      const [newest = ''] = readdirSync(place.copies).filter((name) => name.startsWith('backup-'));
      const by = { kind: 'password', login: 'coordina', password: passphrase };
      return Promise.resolve(call('restoreCopy', null, { folder: join(place.copies, newest), by, second: null }));
    },
  },
  { name: 'migration', base: 'older', keeps: false, ready: () => Promise.resolve(signIn('coordina')) },
];

/** @param names With commas between them; all acts when there are none. @throws for a name that no act has */
export function actsNamed(names?: string): readonly FaultAct[] {
  if (names === undefined) return faultActs;
  return names.split(',').map((name) => {
    const act = faultActs.find((one) => one.name === name);
    if (act === undefined)
      throw new Error(`no act «${name}»; there are ${faultActs.map((one) => one.name).join(', ')}`);
    return act;
  });
}
