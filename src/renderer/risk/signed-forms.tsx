import {
  compareRisk,
  partnerRisk2019,
  partnerRiskLevelLabels,
  valuedIn,
  type PartnerRiskRecord,
} from '../../shared/risk/index.ts';
import { inLima } from '../platform/times.ts';
import { DataTable, RiskWord, type Column } from '../platform/ui/index.ts';
import { ChangeWords } from './change-words.tsx';
import { riskLevelOf } from './words.ts';

const columns: readonly Column<PartnerRiskRecord>[] = [
  { title: 'Firmada', cell: (record) => inLima(record.assessedAt) },
  { title: 'Puntos', right: true, cell: (record) => String(record.points) },
  {
    title: 'Nivel confirmado',
    cell: (record) => (
      <RiskWord level={riskLevelOf(record.confirmedLevel)} word={partnerRiskLevelLabels[record.confirmedLevel]} />
    ),
  },
  { title: 'Nivel de la ficha', cell: (record) => partnerRiskLevelLabels[record.adjustedLevel] },
  { title: 'Motivo', cell: (record) => record.overrideReason ?? '—' },
  { title: 'No sabe', right: true, cell: (record) => String(record.unknownCount) },
  { title: 'Firmó', cell: (record) => record.assessedBy },
];

/** Forms signed so far, newest first, the newest against the one before; a signed form never changes. */
export function SignedForms({ records }: { readonly records: readonly PartnerRiskRecord[] }) {
  const [newest, before] = records;
  return (
    <>
      <DataTable
        caption={
          records.length === 1 ? '1 ficha firmada' : `${records.length} fichas firmadas, la más reciente primero`
        }
        columns={columns}
        rows={records}
      />
      {newest !== undefined && before !== undefined && (
        <ChangeWords change={compareRisk(partnerRisk2019, valuedIn(before), valuedIn(newest))} />
      )}
    </>
  );
}
