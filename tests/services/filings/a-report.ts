/** Reports of invented content, issued with the letter that carries each. */
import type { Contract } from '../../../src/shared/contract.ts';
import type { FilingOptions } from '../../../src/shared/filings/index.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';

const kind = 20 as const;
const classCode = { psychological: 1, social: 2, followUp: 3, supervision: 4 } as const;
export const finding = 'Hallazgo inventado uno';

export async function filled(
  client: Client<Contract>,
  caseId: string,
  of: keyof typeof classCode,
  more: Record<string, string | null> = {},
): Promise<FilingOptions> {
  const { options } = await client.startFiling({ caseId, kind });
  return {
    ...options,
    addressee: { treatment: 'Señora Jueza', office: 'del Juzgado de Familia de Villa Inventada' },
    courtFileNumber: '00012-2026-0-0000',
    answers: {
      ...options.answers,
      informe_clase: classCode[of],
      informe_referencia: 'Oficio N.º 120-2026 del juzgado inventado',
      informe_pedido: 'Estado emocional actual.',
      informe_metodos: 'Entrevista del 3 de junio.',
      informe_hallazgos: finding,
      informe_conclusion: 'Conclusión inventada',
      ...more,
    },
    annexes: ['Constancia inventada'],
  };
}

export async function issue(
  client: Client<Contract>,
  caseId: string,
  of: keyof typeof classCode,
  more: Record<string, string | null> = {},
) {
  const options = await filled(client, caseId, of, more);
  // The invented team has no college numbers.
  const { document } = await client.issueFiling({ caseId, kind, options, missingReason: 'urgency' });
  const { documents } = await client.listDocuments({ caseId });
  const report = documents.find((one) => one.kind.endsWith('-report') && one.issuedAt === document.issuedAt);
  if (report === undefined) throw new Error('no report');
  return { letter: document, report };
}
