/** What an invented person hands over to the centre. */
import type { Contract } from '../../../src/shared/contract.ts';
import type { InputGivenOf } from '../../../src/shared/platform/contract.ts';

export type Receipt = InputGivenOf<Contract['issueCustodyReceipt']>['receipt'];

export const receipt: Receipt = {
  handedBy: 'Rosa Inventada Quispe',
  handedAs: 'persona usuaria',
  receivedOn: '2026-06-10',
  receivedTime: '08:30',
  keptAt: 'Armario con llave de Coordinación',
  note: null,
  items: [
    { kind: 'clothes', description: 'Blusa celeste con manchas', packing: 'Bolsa de papel', seal: 'P-001', files: [] },
    { kind: 'digital', description: 'Capturas de mensajes', packing: 'Sobre', seal: 'Sin precinto', files: [] },
  ],
};
