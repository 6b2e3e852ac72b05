import { useWatch } from 'react-hook-form';
import {
  isInformativeAsked,
  partnerRisk2019,
  type InformativeItem,
  type Mark,
  type PartnerRiskAnswers,
  type PartnerRiskItemId,
  type ScoredItem,
} from '../../../shared/risk/index.ts';
import { ChoiceControl, type AnyForm, Controlled, TextControl, TickControl } from '../../platform/forms/index.ts';
import { ChoiceField, Panel } from '../../platform/ui/index.ts';
import css from '../risk.module.css';
import { KnownNotes } from './known-notes.tsx';
import { informativeItems, isItemAsked, markOptions, scoredItems } from './risk-values.ts';

type Props = { readonly form: AnyForm };

const severityOptions = [...partnerRisk2019.severityScale]
  .toReversed()
  .map(({ value, label }) => ({ code: value, label: `${value}. ${label}` }));

/** Step 2 of the form: the gravest attack of the last twelve months. */
export function SeverityPanel({ form }: Props) {
  return (
    <Panel title="Agresiones del último año">
      <ChoiceControl
        form={form}
        name="answers.highestSeverity"
        label="Agresión más grave de los últimos doce meses"
        hint="Deje sin respuesta si no hubo agresión física o no puede decirlo."
        optional
        options={severityOptions}
      />
    </Panel>
  );
}

/** Where each informative item stands on the form: 2a before item 3, 5a and 12a after theirs. */
const after: Readonly<Record<string, string>> = {
  weaponAccess: 'livedTogether',
  weaponUse: 'whichWeapon',
  control: 'resistsControl',
};

/** The nineteen scored items and the informative ones between them, in the wording and order of the instrument. */
export function ItemsPanel({ form }: Props) {
  const answers = useWatch({ control: form.untyped.control, name: 'answers' }) as PartnerRiskAnswers;
  return (
    <Panel title="Preguntas de la ficha">
      <ol className={css.items}>
        {scoredItems
          .filter((item) => isItemAsked(item, answers))
          .map((item) => {
            const extra = informativeItems.find((one) => one.id === after[item.id]);
            return (
              <li key={item.id}>
                <ItemField form={form} item={item} />
                <KnownNotes form={form} about={`items.${item.id as PartnerRiskItemId}`} />
                {extra !== undefined && isInformativeAsked(extra, answers) && (
                  <div className={css.sub}>
                    <InformativeField form={form} item={extra} />
                  </div>
                )}
              </li>
            );
          })}
      </ol>
    </Panel>
  );
}

function optionsFor(item: ScoredItem) {
  const words = item.buttons;
  if (words === undefined) return markOptions;
  return markOptions.map((option) =>
    option.code === 'unknown' ? option : { code: option.code, label: words[option.code] },
  );
}

function MarkField({
  form,
  name,
  item,
}: Props & { readonly name: string; readonly item: ScoredItem | InformativeItem }) {
  const hint = 'hint' in item ? item.hint : undefined;
  const options = 'points' in item ? optionsFor(item) : markOptions;
  return (
    <Controlled form={form} name={name} label={item.question} item={item.number} hint={hint}>
      {({ value, onChange, ...field }) => (
        <ChoiceField
          {...field}
          inline
          options={options}
          value={options.find((option) => option.code === value)?.code ?? null}
          onChange={(next: Mark | null) => onChange(next ?? 'pending')}
        />
      )}
    </Controlled>
  );
}

function ItemField({ form, item }: Props & { readonly item: ScoredItem }) {
  return <MarkField form={form} name={`answers.items.${item.id}`} item={item} />;
}

function InformativeField({ form, item }: Props & { readonly item: InformativeItem }) {
  const name = `answers.${item.id}`;
  if (item.kind === 'mark') return <MarkField form={form} name={name} item={item} />;
  if (item.kind === 'text')
    return <TextControl form={form} name={name} nullable label={item.question} item={item.number} optional />;
  return <TickControl form={form} name={name} label={`${item.number} ${item.question}`} />;
}
