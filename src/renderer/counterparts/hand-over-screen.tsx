import { useState } from 'react';
import { counterpartSides, type CounterpartSide } from '../../shared/access/index.ts';
import { isAbout, kindsOfSide, sideWords, type HandedKind } from '../../shared/counterparts/index.ts';
import { referralRules } from '../../shared/referrals/index.ts';
import { useConsents } from '../care/index.ts';
import { PaperHeading } from '../papers/index.ts';
import { OneOfField, EmptyState, QueryState } from '../platform/ui/index.ts';
import { ActForm } from '../referrals/index.ts';
import { useCounterpartPosts, useRefreshCounterparts } from './queries.ts';

type Props = { readonly params: { readonly caseId: string; readonly side: string } };

/** One act: what is asked of the institution in the same building, her consent, and the sheet that it reads at once. */
export function HandOverScreen({ params: { caseId, side: asked } }: Props) {
  const query = useCounterpartPosts();
  const side = counterpartSides.find((one) => one === asked);
  if (side === undefined) return <EmptyState>Esa contraparte no existe.</EmptyState>;
  return (
    <>
      <PaperHeading caseId={caseId} title={`Entregar ${sideWords[side].to}`} />
      <QueryState query={query}>
        {(posts) => {
          const post = posts.find((one) => one.side === side && one.isOn);
          return post === undefined ? (
            <EmptyState>
              El centro no tiene encendida esa contraparte. Coordinación la enciende en «Ajustes», «Centro».
            </EmptyState>
          ) : (
            <Handing caseId={caseId} side={side} establishment={post.establishment} />
          );
        }}
      </QueryState>
    </>
  );
}

type HandingProps = { readonly caseId: string; readonly side: CounterpartSide; readonly establishment: string };

function Handing({ caseId, side, establishment }: HandingProps) {
  const kinds: readonly HandedKind[] = kindsOfSide[side];
  const [kind, setKind] = useState<HandedKind>(kinds[0] ?? 'police');
  const refresh = useRefreshCounterparts();
  const { data: consents } = useConsents(caseId, (consent) => isAbout(consent, kind, establishment));
  const isConsented = consents?.[0]?.withdrawnAt === null && consents[0].form !== 'refused';
  return (
    <ActForm
      caseId={caseId}
      kinds={[kind]}
      isUrgent={false}
      handing={{
        ...{ establishment, isConsented },
        send: async (client, { consent, options, isTold }) => {
          const made = await client.handToCounterpart({ caseId, kind, options, consent, isTold });
          await refresh();
          return made;
        },
      }}
    >
      {kinds.length > 1 && (
        <OneOfField
          words={{ label: 'Qué se entrega', id: 'handed-kind' }}
          inline
          options={kinds.map((code) => ({ code, label: referralRules[code].label }))}
          value={kind}
          onChange={setKind}
        />
      )}
    </ActForm>
  );
}
