import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { evolutionOf, partnerRiskLevelLabels, type PartnerRiskRecord } from '../../shared/risk/index.ts';
import { ColumnChart, Facts, Panel } from '../platform/ui/index.ts';
import { useNextValuation } from './queries.ts';

type Props = { readonly caseId: string; readonly records: readonly PartnerRiskRecord[] };

/** How her risk went on since it was first valued, and until when it is valued again. */
export function Evolution({ caseId, records }: Props) {
  const evolution = evolutionOf(records);
  const next = useNextValuation(caseId).data;
  const due = next === undefined ? null : (next ?? 'No toca en los próximos 7 días');
  return (
    <Panel title="Evolución">
      <Facts
        of={[
          ['Tendencia', evolution?.trend ?? 'Se valoró una vez: con la segunda se ve hacia dónde va'],
          due !== null && ['Volver a valorar', due],
        ]}
      />
      {evolution !== null && (
        <ColumnChart
          title="Puntos de cada valoración, de la primera a la última"
          counts="Puntos"
          points={evolution.points.map(({ on, points, level }, at) => ({
            ...{ label: `${at + 1}.ª`, value: points, mark: at === evolution.points.length - 1 ? 'now' : 'before' },
            ...{ words: `${points}`, long: `${formatCivilDate(on)}, ${partnerRiskLevelLabels[level]}` },
          }))}
        />
      )}
    </Panel>
  );
}
