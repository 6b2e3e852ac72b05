import { use, useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import {
  becauseOf,
  compareRisk,
  partnerRisk2019,
  partnerRiskLevelLabels,
  sameDayFactsOfForm,
  sameDayLabels,
  scorePartnerRisk,
  valuedIn,
  type Mark,
  type PartnerRiskAnswers,
  type PartnerRiskLevel,
} from '../../../shared/risk/index.ts';
import { ChoiceControl, TextControl } from '../../platform/forms/index.ts';
import { FieldLink, look, ConfirmMark, Notice, RiskWord } from '../../platform/ui/index.ts';
import css from '../risk.module.css';
import { ChangeWords } from '../change-words.tsx';
import { riskLevelOf } from '../words.ts';
import { KnownContext } from './known-context.ts';
import { pendingPaths, scoredItems, type RiskForm } from './risk-values.ts';

type Props = { readonly form: RiskForm };

const levelOptions = partnerRisk2019.levels.map(({ level, label, name }) => ({
  code: level,
  label: `${label} (${name})`,
}));

export function pendingWords(count: number): string {
  return count === 1 ? 'Falta 1 pregunta' : `Faltan ${count} preguntas`;
}

/**
 * Beside the questions. While one is left: how many, what asks for an answer today, and no points, level or floor of a
 * level (D31). After the last: scale, level, reasons by points, and the level that the professional confirms.
 */
export function ScorePane({ form }: Props) {
  const [hasConsent, answers] = useWatch({ control: form.control, name: ['hasConsent', 'answers'] });
  if (hasConsent !== true) return null;
  const score = scorePartnerRisk(partnerRisk2019, answers);
  return (
    <section className={css.side} aria-label="Nivel">
      {score.status === 'incomplete' ? (
        <Incomplete form={form} answers={answers} />
      ) : (
        <Result form={form} answers={answers} score={score} />
      )}
      <SameDay answers={answers} />
      <Unknown form={form} answers={answers} />
      <Help />
    </section>
  );
}

type Asked = { readonly answers: PartnerRiskAnswers };

function Incomplete({ form, answers }: Props & Asked) {
  const pending = pendingPaths(answers);
  const [first] = pending;
  return (
    <div role="status">
      <p className={css.state}>Incompleta</p>
      <p>
        {pending.length > 0
          ? `${pendingWords(pending.length)}. La ficha todavía no tiene nivel.`
          : 'Ninguna pregunta tiene respuesta Sí o No. La ficha todavía no tiene nivel.'}
      </p>
      {first !== undefined && <FieldLink id={form.fieldId(first)}>Ir a la primera sin responder</FieldLink>}
    </div>
  );
}

type Score = Extract<ReturnType<typeof scorePartnerRisk<PartnerRiskLevel>>, { status: 'complete' }>;

function Result({ form, answers, score }: Props & Asked & { readonly score: Score }) {
  const { before } = use(KnownContext);
  const confirmed = useWatch({ control: form.control, name: 'confirmedLevel' });
  return (
    <>
      <div role="status">
        <RiskWord level={riskLevelOf(score.adjustedLevel)} word={partnerRiskLevelLabels[score.adjustedLevel]} />
        <p className={css.state}>{score.points === 1 ? '1 punto' : `${score.points} puntos`}</p>
      </div>
      <Scale points={score.points} />
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
      <div>
        <h3>Por qué</h3>
        <ol className={css.because}>
          {becauseOf(answers).map(({ id, points, words }) => (
            <li key={id}>
              <b>{points}</b>
              <span>{words}</span>
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}

const scaleEnd = Math.max(...partnerRisk2019.levels.map(({ to }) => to));
const onScale = (points: number) => (points / scaleEnd) * 248;

/** Where the points stand among the levels; the words beside it say the same. */
function Scale({ points }: { readonly points: number }) {
  return (
    <svg className={css.scale} viewBox="0 0 250 22" role="img" aria-label={`${points} puntos de ${scaleEnd}`}>
      <rect x="1" y="3" width="248" height="16" fill="none" stroke="currentColor" />
      <rect x="1" y="3" width={onScale(points)} height="16" fill="currentColor" />
      {partnerRisk2019.levels.slice(1).map(({ level, from }) => (
        <line
          key={level}
          x1={1 + onScale(from)}
          x2={1 + onScale(from)}
          y1="0"
          y2="22"
          stroke="currentColor"
          strokeWidth="2"
        />
      ))}
    </svg>
  );
}

function SameDay({ answers }: Asked) {
  const facts = sameDayFactsOfForm(answers);
  if (facts.length === 0) return null;
  return (
    <div>
      <h3>Pide respuesta hoy</h3>
      <p>{`${facts.map((fact) => sameDayLabels[fact].label).join(', ')}. Se responde después de firmar.`}</p>
    </div>
  );
}

/** Answers «No sabe»: to be asked once more before signing. */
function Unknown({ form, answers }: Props & Asked) {
  const items: Readonly<Record<string, Mark>> = answers.items;
  const unknown = scoredItems.filter(({ id }) => items[id] === 'unknown');
  const [first] = unknown;
  if (first === undefined) return null;
  return (
    <div>
      <h3>No sabe</h3>
      <p>{`Preguntas ${unknown.map(({ number }) => number).join(', ')}.`}</p>
      <FieldLink id={form.fieldId(`answers.items.${first.id}`)}>Preguntar otra vez</FieldLink>
    </div>
  );
}

/** What the instructive says of the question that has the focus: at the side, so that no row moves. */
function Help() {
  const [words, setWords] = useState('');
  useEffect(() => {
    const look = ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest('[role="group"][aria-describedby]') : null;
      const id = row?.getAttribute('aria-describedby')?.split(' ')[0] ?? '';
      setWords(document.getElementById(id)?.textContent ?? '');
    };
    document.addEventListener('focusin', look);
    return () => document.removeEventListener('focusin', look);
  }, []);
  return words === '' ? null : <p className={look.secondary}>{words}</p>;
}

function LevelFields({ form, adjusted }: Props & { readonly adjusted: PartnerRiskLevel }) {
  const confirmed = useWatch({ control: form.control, name: 'confirmedLevel' });
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
