import { use } from 'react';
import { get, useWatch } from 'react-hook-form';
import {
  contradicted,
  knownSourceLabels,
  type KnownFact,
  type PartnerRiskAnswers,
} from '../../../shared/risk/index.ts';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { Controlled, messageOf } from '../../platform/forms/index.ts';
import { look, TextField } from '../../platform/ui/index.ts';
import css from '../risk.module.css';
import { KnownContext } from './known-context.ts';
import type { RiskForm } from './risk-values.ts';

type About = KnownFact['about'];
type Props = { readonly form: RiskForm; readonly about: About };

/** What the record says about a question, in one line beside it. Nothing is filled in. */
export function KnownWords({ about }: { readonly about: About }) {
  const known = use(KnownContext).known.filter((fact) => fact.about === about);
  return known.map((fact) => (
    <span key={`${fact.source} ${fact.words}`} className={css.knownWords}>
      {`Ya consta: ${fact.words}. `}
      <span className={look.secondary}>{`${knownSourceLabels[fact.source]}, ${formatCivilDate(fact.on)}`}</span>
    </span>
  ));
}

/** Why the answer differs from what the record says, where it does. */
export function KnownWhy({ form, about }: Props) {
  const { known } = use(KnownContext);
  const answers = useWatch({ control: form.control, name: 'answers' });
  const isKnown = known.some((fact) => fact.about === about);
  if (!isKnown || !contradicted(answers, known).includes(about)) return null;
  return (
    <div className={css.known} data-passed>
      <Controlled
        form={form}
        name="answers.explained"
        label="No coincide con lo que ya consta. ¿Por qué?"
        hint="Pregunte otra vez antes de escribir."
      >
        {({ words, value, onChange, onBlur }) => {
          const explained = value as PartnerRiskAnswers['explained'];
          const others = explained.filter((one) => one.about !== about);
          const path = `answers.explained.${about}`;
          const error = messageOf(get(form.formState.errors, path));
          return (
            <TextField
              words={{ ...words, id: form.fieldId(path), error }}
              maxLength={300}
              value={explained.find((one) => one.about === about)?.why ?? ''}
              onBlur={onBlur}
              onChange={({ target }) =>
                onChange(target.value === '' ? others : [...others, { about, why: target.value }])
              }
            />
          );
        }}
      </Controlled>
    </div>
  );
}
