/** An issued writ ready to be presented, and the cargo of it. */
import type { Contract } from '../../../src/shared/contract.ts';
import type { FilingKind, PresentationForm } from '../../../src/shared/filings/index.ts';
import type { Client, InputGivenOf } from '../../../src/shared/platform/contract.ts';
import { startCentre, type TestCentre } from '../../support/start-application.ts';

type Issued = {
  centre: TestCentre;
  caseId: string;
  lawyer: Client<Contract>;
  filingId: string;
  documentId: string;
};

type Options = InputGivenOf<Contract['issueFiling']>['options'];

/** A writ as it starts, filled as the test says and issued: the request of measures unless another kind is named. */
export async function issue(
  lawyer: Client<Contract>,
  caseId: string,
  { kind = 3, answers = {}, lists }: { kind?: FilingKind; answers?: Options['answers']; lists?: Options['lists'] } = {},
): Promise<{ filingId: string; documentId: string }> {
  const { options } = await lawyer.startFiling({ caseId, kind });
  const measures = [{ code: 'no-contact' as const, reason: 'Motivo inventado', detail: null }];
  const filled = {
    ...options,
    addressee: { treatment: 'SEÑORA JUEZA', office: 'del Juzgado de Familia de Villa Inventada' },
    ...(kind === 3 && { measures }),
    answers: { ...options.answers, ...answers },
    ...(lists !== undefined && { lists }),
  };
  const { document } = await lawyer.issueFiling({ caseId, kind, options: filled, missingReason: 'urgency' });
  const { filings } = await lawyer.listPresenting({ caseId });
  const line = filings.find((one) => one.documentId === document.id);
  if (line === undefined) throw new Error('the writ is not listed');
  return { filingId: line.filingId, documentId: line.documentId };
}

export async function issued(ports: Parameters<typeof startCentre>[0] = {}): Promise<Issued> {
  const centre = await startCentre(ports);
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  return { centre, caseId, lawyer, ...(await issue(lawyer, caseId)) };
}

export const cargo = (more: Partial<PresentationForm> = {}): PresentationForm =>
  ({
    presentedOn: '2026-06-10',
    presentedTime: '08:20',
    desk: 'Juzgado de Familia de Villa Inventada',
    instance: 'court',
    entryNumber: '4521-2026',
    folios: 8,
    signedId: null,
    cargoId: null,
    acceptsChanges: false,
    ...more,
  }) as PresentationForm;
