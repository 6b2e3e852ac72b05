import {
  eventKindRules,
  isInForce,
  measureKinds,
  measureLabels,
  measureOutcomes,
  measureStateLabels,
  type EventForm,
  type EventKind,
  type MeasureView,
} from '../../shared/proceedings/index.ts';
import { look, Field, type FieldWords } from '../platform/ui/index.ts';
import css from './proceedings.module.css';

type Measure = EventForm['measures'][number];

type Props = {
  readonly words: FieldWords;
  readonly kind: EventKind;
  /** Measures named so far. */
  readonly known: readonly MeasureView[];
  readonly value: readonly Measure[];
  readonly onChange: (value: Measure[]) => void;
};

/** Measures whose own words matter: the distance, the amount, the text. */
const detailLabels: Partial<Record<Measure['kind'], string>> = {
  'no-approach': 'Distancia o zona',
  'emergency-allowance': 'Monto y periodo',
  alimony: 'Monto y periodo',
  'other-measure': 'Texto de la medida',
};

/** Before the decision any measure can be named; after it, those that were granted. */
function offered(kind: EventKind, known: readonly MeasureView[]): readonly Measure['kind'][] {
  const { step } = eventKindRules[kind];
  if (step === 'requested' || step === 'decided') return measureKinds;
  return known.filter(({ state }) => isInForce(state)).map((measure) => measure.kind);
}

/** Ticks of measures, each with what was decided of it and its own words. */
export function MeasureChoices({ words, kind, known, value, onChange }: Props) {
  const isDecision = eventKindRules[kind].step === 'decided';
  const kinds = offered(kind, known);
  const change = (measure: Measure['kind'], part: Partial<Measure> | null) => {
    const others = value.filter((one) => one.kind !== measure);
    const before = value.find((one) => one.kind === measure) ?? { kind: measure, outcome: null, detail: null };
    const next = part === null ? others : [...others, { ...before, ...part }];
    onChange(measureKinds.flatMap((one) => next.filter((chosen) => chosen.kind === one)));
  };
  return (
    <Field {...words} kind="group">
      {(aria) => (
        <div className={css.measures}>
          {kinds.length === 0 && <p>Todavía no hay medidas concedidas. Registre primero la decisión.</p>}
          {kinds.map((measure, index) => {
            const chosen = value.find((one) => one.kind === measure);
            const id = index === 0 ? aria.id : `${aria.id}-${measure}`;
            return (
              <div className={css.measure} key={measure}>
                <label className={css.tick}>
                  <input
                    type="checkbox"
                    id={id}
                    checked={chosen !== undefined}
                    onChange={(event) => change(measure, event.target.checked ? {} : null)}
                  />
                  {measureLabels[measure]}
                </label>
                {chosen !== undefined && (
                  <div className={look.stack}>
                    {isDecision && (
                      <Outcome
                        measure={measure}
                        value={chosen.outcome}
                        onChange={(outcome) => change(measure, { outcome })}
                      />
                    )}
                    {detailLabels[measure] !== undefined && (
                      <label className={look.row}>
                        {detailLabels[measure]}
                        <input
                          type="text"
                          maxLength={300}
                          value={chosen.detail ?? ''}
                          onChange={(event) =>
                            change(measure, { detail: event.target.value === '' ? null : event.target.value })
                          }
                        />
                      </label>
                    )}
                  </div>
                )}
              </div>
            );
          })}
        </div>
      )}
    </Field>
  );
}

type OutcomeProps = {
  readonly measure: Measure['kind'];
  readonly value: Measure['outcome'];
  readonly onChange: (outcome: Measure['outcome']) => void;
};

function Outcome({ measure, value, onChange }: OutcomeProps) {
  return (
    <div className={look.row} role="radiogroup" aria-label={`Qué se decidió: ${measureLabels[measure]}`}>
      {measureOutcomes.map((outcome) => (
        <label className={css.tick} key={outcome}>
          <input
            type="radio"
            name={`outcome-${measure}`}
            checked={value === outcome}
            onChange={() => onChange(outcome)}
          />
          {measureStateLabels[outcome]}
        </label>
      ))}
    </div>
  );
}
