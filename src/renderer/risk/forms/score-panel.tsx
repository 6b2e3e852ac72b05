import { use } from 'react';
import { useWatch } from 'react-hook-form';
import {
  compareRisk,
  partnerRisk2019,
  partnerRiskLevelLabels,
  scorePartnerRisk,
  valuedIn,
  type PartnerRiskAnswers,
  type PartnerRiskLevel,
} from '../../../shared/risk/index.ts';
import { ChoiceControl, type AnyForm, TextControl } from '../../platform/forms/index.ts';
import { FieldLink, look, ConfirmMark, Notice, Panel, RiskWord } from '../../platform/ui/index.ts';
import css from '../risk.module.css';
import { ChangeWords } from '../change-words.tsx';
import { riskLevelOf } from '../words.ts';
import { KnownContext } from './known-context.ts';
import { pendingPaths } from './risk-values.ts';

type Props = { readonly form: AnyForm };

const levelOptions = partnerRisk2019.levels.map(({ level, label, name }) => ({
  code: level,
  label: `${label} (${name})`,
}));

export function pendingWords(count: number): string {
  return count === 1 ? 'Falta 1 pregunta' : `Faltan ${count} preguntas`;
}

/** «Faltan n preguntas» without any score; then points and level, and the level the professional confirms. */
export function ScorePanel({ form }: Props) {
  const answers = useWatch({ control: form.untyped.control, name: 'answers' }) as PartnerRiskAnswers;
  const { before } = use(KnownContext);
  const confirmed = useWatch({ control: form.untyped.control, name: 'confirmedLevel' }) as PartnerRiskLevel | null;
  const pending = pendingPaths(answers);
  const score = scorePartnerRisk(partnerRisk2019, answers);
  if (score.status === 'incomplete') {
    return (
      <Panel title="Resultado">
        <p role="status">
          {pending.length > 0
            ? `${pendingWords(pending.length)}. La ficha todavía no tiene nivel.`
            : 'Ninguna pregunta tiene respuesta Sí o No. La ficha todavía no tiene nivel.'}
        </p>
        <PendingLinks form={form} pending={pending} />
      </Panel>
    );
  }
  return (
    <Panel title="Resultado">
      <div className={css.score} role="status">
        <span>{score.points === 1 ? '1 punto' : `${score.points} puntos`}</span>
        <RiskWord level={riskLevelOf(score.adjustedLevel)} word={partnerRiskLevelLabels[score.adjustedLevel]} />
      </div>
      {score.adjustment === 'pregnancy' && (
        <Notice tone="warning">
          {score.scoreLevel === score.adjustedLevel
            ? `Está embarazada: el nivel ya es el más alto (${partnerRiskLevelLabels[score.adjustedLevel]}). `
            : `Por los puntos: ${partnerRiskLevelLabels[score.scoreLevel]}. Sube a ${partnerRiskLevelLabels[score.adjustedLevel]} porque está embarazada. `}
          <ConfirmMark />
        </Notice>
      )}
      {before !== null && (
        <ChangeWords
          change={compareRisk(partnerRisk2019, valuedIn(before), {
            answers,
            points: score.points,
            level: confirmed ?? score.adjustedLevel,
          })}
        />
      )}
      {score.warnings.map((warning) => (
        <Notice key={warning} tone="warning">
          {warning}
        </Notice>
      ))}
      <LevelFields form={form} adjusted={score.adjustedLevel} />
    </Panel>
  );
}

function PendingLinks({ form, pending }: Props & { readonly pending: readonly string[] }) {
  const first = pending[0];
  if (first === undefined) return null;
  return (
    <div className={look.row}>
      <FieldLink id={form.fieldId(first)}>Ir a la primera pregunta sin responder</FieldLink>
    </div>
  );
}

function LevelFields({ form, adjusted }: Props & { readonly adjusted: PartnerRiskLevel }) {
  const confirmed = useWatch({ control: form.untyped.control, name: 'confirmedLevel' }) as PartnerRiskLevel | null;
  const options = levelOptions.map((option) =>
    option.code === adjusted ? { ...option, label: `${option.label}, nivel de la ficha` } : option,
  );
  return (
    <>
      <ChoiceControl
        form={form}
        name="confirmedLevel"
        label="Nivel que confirma"
        hint="Si elige otro nivel, escriba el motivo; se guardan los dos."
        options={options}
      />
      {confirmed !== null && confirmed !== adjusted && (
        <TextControl form={form} name="overrideReason" nullable maxLength={300} label="Motivo del nivel distinto" />
      )}
    </>
  );
}
