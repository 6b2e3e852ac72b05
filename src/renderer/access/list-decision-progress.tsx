import type { Contract } from '../../shared/contract.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import { useRead } from '../platform/query.ts';
import { WorkBar } from '../platform/ui/index.ts';

type Progress = NonNullable<OutputOf<Contract['getImportDecisionProgress']>['progress']>;

const stageWords = {
  checking: 'Revisando filas',
  comparing: 'Comparando otra vez a las personas',
  writing: 'Guardando fichas',
  erasing: 'Retirando fichas',
} as const satisfies Record<Progress['stage'], string>;

/** How far the approval of a list is: it may take minutes. */
export function ListDecisionProgress({ proposalId }: { readonly proposalId: string }) {
  const { data } = useRead(
    ['access', 'list-decision', proposalId],
    async (client) => (await client.getImportDecisionProgress({ proposalId })).progress,
    { refetchInterval: 500, gcTime: 0 },
  );
  if (data === undefined || data === null) return <WorkBar label="Un momento" done={0} total={0} />;
  return <WorkBar label={stageWords[data.stage]} done={data.done} total={data.total} />;
}
