import { useState } from 'react';
import type { CaseOverview } from '../../../shared/intake/index.ts';
import {
  partnerRisk2019,
  compareRisk,
  partnerRiskLevelLabels,
  valuedIn,
  type PartnerRiskRecord,
} from '../../../shared/risk/index.ts';
import { riskWord, Drafted } from '../../intake/index.ts';
import {
  look,
  ConfirmMark,
  Notice,
  PageTitle,
  Panel,
  QueryState,
  RiskWord,
  ButtonRow,
  DataTable,
  type Column,
} from '../../platform/ui/index.ts';
import { inLima } from '../../platform/times.ts';
import { Evolution } from '../evolution.tsx';
import { LocationPanel } from '../location-panel.tsx';
import { RiskForm } from '../forms/risk-form.tsx';
import { useRisk } from '../queries.ts';
import { SameDayPanel } from '../same-day-panel.tsx';
import { ChangeWords } from '../change-words.tsx';
import { riskLevelOf } from '../words.ts';

/** «Riesgo»: the partner form of the case, and beside it the centre's own valuation as another fact. */
export function RiskPage({ overview }: { readonly overview: CaseOverview }) {
  return (
    <>
      <PageTitle>Riesgo</PageTitle>
      <SameDayPanel caseId={overview.caseId} />
      <OwnValuation overview={overview} />
      <PartnerForm caseId={overview.caseId} isClosed={overview.state === 'closed'} />
    </>
  );
}

function OwnValuation({ overview }: { readonly overview: CaseOverview }) {
  const own = riskWord(overview.riskLevel);
  return (
    <Panel title="Valoración del CEM (Sección B)">
      <div className={look.row}>
        <RiskWord level={own.level} word={own.word} />
        <span className={look.secondary}>Es otra valoración: no se mezcla con el nivel de la ficha.</span>
      </div>
    </Panel>
  );
}

function PartnerForm({ caseId, isClosed }: { readonly caseId: string; readonly isClosed: boolean }) {
  const risk = useRisk(caseId);
  const [asking, setAsking] = useState(false);
  const [answersNow, setAnswersNow] = useState(false);
  return (
    <QueryState query={risk}>
      {({ refusal: told, records, ...here }) => {
        const refusal = isClosed ? 'La ficha está cerrada: solo se lee.' : told;
        return (
          <>
            <div>
              <h2>{partnerRisk2019.title}</h2>
              <p className={look.secondary}>
                {partnerRisk2019.source} <ConfirmMark />
              </p>
            </div>
            {records.length > 0 && (
              <>
                <Evolution caseId={caseId} records={records} />
                <SignedForms records={records} />
              </>
            )}
            {refusal !== null && <Notice tone="warning">{refusal}</Notice>}
            {refusal === null && (records.length === 0 || asking) && (
              <Drafted of="risk" caseId={caseId}>
                {(opened) => (
                  <RiskForm
                    {...{ caseId, opened, here }}
                    onSigned={(offer) => {
                      setAsking(false);
                      setAnswersNow(offer === 'answers');
                    }}
                  />
                )}
              </Drafted>
            )}
            {refusal === null && records.length > 0 && !asking && (
              <ButtonRow plain label="Aplicar otra ficha" onClick={() => setAsking(true)} />
            )}
            {records.length > 0 && !asking && (
              <LocationPanel key={String(answersNow)} caseId={caseId} begins={answersNow} />
            )}
          </>
        );
      }}
    </QueryState>
  );
}

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
function SignedForms({ records }: { readonly records: readonly PartnerRiskRecord[] }) {
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
