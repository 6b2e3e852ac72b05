/** An invented kind of the centre, and the second person who approves it. */
import type { Contract } from '../../src/shared/contract.ts';
import { blankModel, newBlock, type OwnModel } from '../../src/shared/filings/index.ts';
import type { Client, InputGivenOf } from '../../src/shared/platform/contract.ts';

export const petition =
  'En el proceso N.º {{ escrito.expediente }}, solicito que se oficie a la entidad que corresponde.';

/** A writ that asks one thing, tells the event and the household, proposes an otrosí. */
export function anOwnModel(change: Partial<OwnModel> = {}): OwnModel {
  const blocks = blankModel().blocks.flatMap((block) => {
    if (block.kind === 'petition') return [{ ...block, text: petition }];
    if (block.kind === 'ask')
      return [newBlock('event'), newBlock('vulnerability'), { ...block, title: 'Motivo del oficio' }];
    const request = {
      ...newBlock('request'),
      text: 'Solicito que se notifique también a este Centro, {{ centro.nombre }}.',
    };
    return block.kind === 'further' ? [request, block] : [block];
  });
  const named = { name: 'Solicita oficio a entidad', purpose: 'Pide que se oficie.', summary: 'Solicita oficio' };
  return { ...blankModel(), ...named, blocks, ...change };
}

/** A writ with every block that tells something of the record. */
export function aWholeModel(): OwnModel {
  const facts = (['accused', 'event', 'earlier', 'risk', 'vulnerability', 'complaint'] as const).map(newBlock);
  const blocks = blankModel().blocks.flatMap((block) => {
    if (block.kind === 'petition') return [{ ...block, text: petition }];
    if (block.kind === 'ask') return facts;
    return [block.kind === 'counselSpeaks' ? newBlock('herSpeaks') : block];
  });
  return anOwnModel({ name: 'Todo lo que consta', partySigns: true, blocks });
}

export function aLetter(): OwnModel {
  const blank = blankModel('letter');
  const blocks = blank.blocks.flatMap((block) =>
    block.kind === 'text'
      ? [
          { ...block, text: 'Me dirijo a usted para pedirle lo siguiente:' },
          { ...newBlock('ask'), title: 'Pedido' },
        ]
      : [block],
  );
  const named = { name: 'Pide constancia', purpose: 'Pide una constancia.', summary: 'Pide constancia' };
  return { ...blank, ...named, addressee: 'school', blocks };
}

type Change = InputGivenOf<Contract['changeRule']>['change'];

/** Keeps a model as its next version. */
export async function keepModel(
  client: Client<Contract>,
  value: object,
  { rowId = null, seenVersions = 0, ...more }: { rowId?: string | null; seenVersions?: number } & Partial<Change> = {},
): Promise<string> {
  const change: Change = {
    ...{ value: { ...value }, validFrom: '2026-06-01', validTo: null, source: 'Acuerdo inventado' },
    ...{ confirmation: 'toConfirm', note: null, replaces: null },
    ...more,
  };
  return (await client.changeRule({ tableId: 'own-model', rowId, seenVersions, change })).rowId;
}
