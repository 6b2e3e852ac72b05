/** The names under which files leave: each procedure that hands one out is called, and what it offers is read. */
import { afterEach, expect, it } from 'vitest';
import { contract } from '../../../src/shared/contract.ts';
import type { Call } from '../../../src/shared/platform/contract.ts';
import { documentFileWords } from '../../../src/shared/papers/index.ts';
import { isLeavingName } from '../../../src/shared/platform/file-names.ts';
import { fileHandleSchema } from '../../../src/shared/platform/ids.ts';
import { z } from '../../../src/shared/platform/zod.ts';
import { jpgOf } from '../../support/files.ts';
import { foundingCentre } from '../../support/founding-centre.ts';
import { closeCentres, passphrase, staff, type TestCentre } from '../../support/start-application.ts';
import { removeFolders } from '../../support/temporary-folder.ts';
import { photo, withActivity } from '../prevention/with-activity.ts';
import { aHearing } from '../proceedings/a-proceeding.ts';
import { everyFile } from './every-file.ts';
import { withOriginal } from './files-outside.ts';

afterEach(async () => {
  await closeCentres();
  removeFolders();
});

const again = { password: passphrase };

/** True for a schema with a handle of a file somewhere in it. */
function holdsFile(schema: unknown): boolean {
  if (schema === fileHandleSchema) return true;
  if (schema instanceof z.ZodObject) return Object.values(schema.shape).some(holdsFile);
  if (schema instanceof z.ZodArray) return holdsFile(schema.element);
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return holdsFile(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.some(holdsFile);
  return false;
}
const giving = Object.entries(contract).flatMap(([name, { output }]) => (holdsFile(output) ? [name] : []));

/** Names of the files in an answer. */
function namesIn(value: unknown): string[] {
  const handle = fileHandleSchema.extend({ name: z.string() }).safeParse(value);
  if (handle.success) return [handle.data.name];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namesIn) : [];
}

function watching(found: Map<string, Set<string>>) {
  return ({ application }: Pick<TestCentre, 'application'>) => {
    const invoke = application.invoke.bind(application);
    Object.assign(application, {
      invoke: async (call: Call) => {
        const envelope = await invoke(call);
        const names = envelope.ok ? namesIn(envelope.value) : [];
        if (names.length > 0) found.set(call.procedure, new Set([...(found.get(call.procedure) ?? []), ...names]));
        return envelope;
      },
    });
  };
}

/** What no journey of `everyFile` hands out: files of the case, sheets of the centre, what is only shown. */
async function theOthers(watch: (centre: TestCentre) => void): Promise<void> {
  const { centre, caseId, attachmentId, lawyer } = await withOriginal({ inBrowser: true });
  watch(centre);
  await lawyer.viewAttachment({ caseId, attachmentId });
  const coordinator = await centre.as('coordina');
  const psychologist = await centre.as('psico');
  const target = { caseId, attachmentId };
  const { proposalId } = await lawyer.proposeAttachmentExport({ ...target, reason: 'prosecutor', words: null }, again);
  await psychologist.approveAttachmentExport({ proposalId }, again);
  await lawyer.takeAttachmentOriginal(target);
  const { options } = await lawyer.startFiling({ caseId, kind: 3 });
  await lawyer.previewFiling({ caseId, kind: 3, options, format: 'pdf' });
  const start = await psychologist.startReferral({ caseId, kind: 'health' });
  await psychologist.previewReferral({ caseId, kind: 'health', options: start.options });
  const hearing = { caseId, hearingId: null, version: null, hearing: aHearing('2026-06-10', '15:00') };
  const { hearingId } = await lawyer.saveHearing(hearing);
  for (const paper of ['sheet', 'card'] as const) await lawyer.hearingPaper({ caseId, hearingId, paper });
  await lawyer.dayPaper({ scope: 'mine' });
  const period = { period: '2026-06', grouping: null };
  await coordinator.makeInternalFile(period);
  await coordinator.internalPaper({ ...period, table: 'T1' });
  await coordinator.releaseInternalPaper({ ...period, table: 'T1', way: 'save', printer: null });
  await coordinator.monitoringPaper({ until: null });
  await coordinator.releaseMonitoringPage({ until: null, way: 'save', printer: null });
  await coordinator.printWitnessSheet({ way: 'save' });
  await coordinator.startSegment({}, again);
  await coordinator.printSegmentSheet({ way: 'save' });
  const { staff: members } = await coordinator.listStaff({});
  const staffId = members.find(({ login }) => login === 'social')?.id ?? '';
  const reset = await coordinator.proposeAccessReset({ staffId });
  await psychologist.approveAccessReset({ proposalId: reset.proposalId }, again);
  const activity = await withActivity();
  watch(activity.centre);
  const { id } = await activity.add({ name: 'a.jpg', bytes: await jpgOf(), facts: photo() });
  await activity.client.viewPreventionFile({ id });
  const founding = await foundingCentre();
  watch(founding.centre);
  await (await founding.centre.as('coordina')).printRecoverySheet({});
}

/** Nobody's name, nor what only a program says. */
const forbidden = [
  ...Object.values(staff).flatMap(({ fullName }) => fullName.split(' ').slice(0, 2)),
  ...['Rosa', 'Quispe', 'Pedro', 'Condori', 'Jazmines'],
].map((name) => name.toLocaleLowerCase('es'));
const english =
  /\b(?:access|annex|attachment|bundle|card|copy|copies|custody|day|document|draft|file|filing|hearing|key|letter|manifest|neutral|original|paper|receipt|recovery|referral|register|report|reserved|segment|sheet|social-report|witness)\b/;

it('is Spanish, plain and nobody’s, whatever procedure hands the file out', async () => {
  const found = new Map<string, Set<string>>();
  const watch = watching(found);
  await everyFile(watch);
  await theOthers(watch);
  // Under a key of before, with a second copy: their names are constants, read by the test of the words. What is printed
  // again leaves on paper alone.
  const elsewhere = ['beginRotation', 'printFormerCopies', 'releaseBundle', 'repeatCopies'];
  expect([...found.keys(), ...elsewhere].sort()).toEqual(giving.toSorted());
  const names = [...found].flatMap(([procedure, all]) => [...all].map((name) => [procedure, name] as const));
  expect(names.filter(([, name]) => !isLeavingName(name))).toEqual([]);
  expect(names.filter(([, name]) => english.test(name.replaceAll(/[0-9]+/g, '')))).toEqual([]);
  expect(names.filter(([, name]) => forbidden.some((one) => name.split(/[-.]/).includes(one)))).toEqual([]);
  const all = names.map(([, name]) => name);
  const shown = [
    'derivación-2026-000001.pdf',
    'borrador-de-derivación.pdf',
    'código-de-acceso.pdf',
    'hoja-del-día.pdf',
  ];
  for (const name of [...shown, 'clave-inicial-de-la-bitácora.pdf', 'clave-de-recuperación.pdf'])
    expect(all).toContain(name);
  expect(all.some((name) => name.startsWith(`${documentFileWords['psychological-report']}-`))).toBe(true);
});
