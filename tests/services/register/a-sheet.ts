/** What the tests of the sheet for the central register do before anything else. Invented people only. */
import type { Contract } from '../../../src/shared/contract.ts';
import { blankSectionD } from '../../../src/shared/intake/index.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { ExpectedFailure } from '../../../src/shared/platform/failures.ts';
import type { SheetLine } from '../../../src/shared/register/index.ts';
import { aUser } from '../../support/case-builder.ts';

export const street = 'Los Jazmines Inventados 742';
export const user = aUser({
  address: {
    ...aUser().address,
    streetKind: 'jiron',
    text: street,
    districtCode: '150132',
    isReserved: true,
    reservedReason: 'Pidió reserva',
  },
});

export const number = (numeric: number, alphabetic: string | null = null) => ({ numeric, alphabetic, year: 2026 });

export async function sheetOf(client: Client<Contract>, caseId: string) {
  const sheet = await client.getRegisterSheet({ caseId });
  const line = (id: string) => sheet.lines.find((one) => one.id === id) as SheetLine;
  return { ...sheet, line };
}

/** The lines on the sheet of that reader, as the screen sends them back when the case is registered. */
export async function seenBy(client: Client<Contract>, caseId: string) {
  const { lines } = await client.getRegisterSheet({ caseId });
  const typed = lines.filter((line) => line.state !== null && line.value !== '');
  return typed.map(({ id, mark }) => ({ id, mark }));
}

export async function issuesOf(work: () => Promise<unknown>): Promise<{ path: string; message: string }[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof ExpectedFailure) return error.failure.issues;
    throw error;
  }
}

/** Section D as the lawyer fills it. */
export async function answerD(lawyer: Client<Contract>, caseId: string) {
  const answers = { ...blankSectionD(), ownMeasures: ['separated' as const], femicideAttempt: 1 as const };
  await lawyer.saveFormSection({ caseId, version: 0, form: { section: 'd', answers } });
}

/** Changes one answer of Section B as the psychologist would. */
export async function changeLevel(client: Client<Contract>, caseId: string, valuationLevel: 1 | 2 | 3) {
  const { version, form } = await client.getSectionB({ caseId });
  const reason = { code: 'typing', text: null } as const;
  await client.saveSectionB({
    caseId,
    version,
    form: { ...form, answers: { ...form.answers, valuationLevel } },
    reason,
  });
}
