/** Files that are saved outside: the dialog, the one line in the list, an original that was handed over. */
import { join } from 'node:path';
import type { FileSaver } from '../../../src/main/platform/ports.ts';
import { dialogSaver } from '../../../src/main/platform/saving.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import type { FileHandle } from '../../../src/shared/platform/ids.ts';
import { pdfOf } from '../../support/files.ts';
import { addFile } from '../../support/send-file.ts';
import { passphrase, startCentre, type TestCentre } from '../../support/start-application.ts';
import { newFolder } from '../../support/temporary-folder.ts';

const again = { password: passphrase };

/** The partner of the invented person: the ficha is closed to who declares it. */
export const relative = {
  ...({ kinship: 'partner', documentKind: 'dni', documentNumber: '00112233' } as const),
  ...{ givenNames: null, firstSurname: null, secondSurname: null },
};

/** A dialog in which the person always chooses `chosen.path`; null when it is closed. */
export function dialogAt(chosen: { path: string | null }): FileSaver {
  return dialogSaver({ saveFile: () => Promise.resolve(chosen.path), chooseFolder: () => Promise.resolve(null) });
}

type Original = {
  readonly centre: TestCentre;
  readonly chosen: { path: string };
  readonly caseId: string;
  readonly caseNumber: string;
  readonly lawyer: Client<Contract>;
  readonly file: FileHandle;
  readonly attachmentId: string;
};

/** An original whose handing out was approved, and taken by the lawyer who asked for it. */
export async function withOriginal({ inBrowser = false } = {}): Promise<Original> {
  const folder = newFolder();
  const chosen = { path: join(folder, 'Rosa Inventada.pdf') };
  const centre = await startCentre(inBrowser ? {} : { ports: { saver: dialogAt(chosen) } });
  const { caseId, number } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const bytes = await pdfOf(['Original inventado']);
  const { attachment } = await addFile(lawyer, caseId, { name: 'original.pdf', bytes });
  const target = { caseId, attachmentId: attachment.id };
  const { proposalId } = await lawyer.proposeAttachmentExport({ ...target, reason: 'prosecutor', words: null }, again);
  await (await centre.as('psico')).approveAttachmentExport({ proposalId }, again);
  const { file } = await lawyer.takeAttachmentOriginal(target);
  return { centre, chosen, caseId, caseNumber: number, lawyer, file, attachmentId: attachment.id };
}

export async function lineOf(client: Client<Contract>) {
  const { lines } = await client.listSavedOutside({});
  const [line] = lines;
  if (line?.sort !== 'file' || lines.length !== 1) throw new Error('not one file');
  return line;
}

/** Takes every role but that of Psychology from a member, while she is signed in. */
export async function onlyPsychologist(centre: TestCentre, login: string): Promise<void> {
  const coordinator = await centre.as('coordina');
  const { staff: members } = await coordinator.listStaff({});
  const member = members.find((one) => one.login === login);
  const change = { change: 'roles' as const, staffId: member?.id ?? '', version: member?.version ?? 0 };
  const { proposalId } = await coordinator.proposeStaffChange({
    staffChange: { ...change, roles: ['psychologist' as const] },
  });
  await (await centre.as('psico')).approveStaffChange({ proposalId }, again);
}
