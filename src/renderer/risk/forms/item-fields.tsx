import { Fragment } from 'react';
import { useWatch } from 'react-hook-form';
import { isInformativeAsked, partnerRisk2019, type InformativeItem } from '../../../shared/risk/index.ts';
import { type AnyForm, ChoiceControl, TextControl, TickControl } from '../../platform/forms/index.ts';
import { Panel } from '../../platform/ui/index.ts';
import css from '../risk.module.css';
import { KnownWhy, KnownWords } from './known-notes.tsx';
import { MarkRow } from './mark-row.tsx';
import { informativeItems, isItemAsked, scoredItems, type RiskForm } from './risk-values.ts';

type Props = { readonly form: RiskForm };

const severityOptions = [...partnerRisk2019.severityScale]
  .toReversed()
  .map(({ value, label }) => ({ code: value, label }));

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

/** The nineteen scored items and the informative ones between them, word by word and in the order of the instrument. */
export function ItemsPanel({ form }: Props) {
  const answers = useWatch({ control: form.control, name: 'answers' });
  return (
    <section className={css.instrument} aria-label="Preguntas de la ficha">
      <ol className={css.items}>
        {scoredItems
          .filter((item) => isItemAsked(item, answers))
          .map((item) => {
            const extra = informativeItems.find((one) => one.id === after[item.id]);
            return (
              <Fragment key={item.id}>
                <li>
                  <MarkRow
                    form={form}
                    name={`answers.items.${item.id}`}
                    item={item}
                    note={<KnownWords about={`items.${item.id}`} />}
                  />
                  <KnownWhy form={form} about={`items.${item.id}`} />
                </li>
                {extra !== undefined && isInformativeAsked(extra, answers) && (
                  <li>
                    <InformativeRow form={form} item={extra} />
                  </li>
                )}
              </Fragment>
            );
          })}
      </ol>
    </section>
  );
}

function InformativeRow({ form, item }: { readonly form: AnyForm; readonly item: InformativeItem }) {
  const name = `answers.${item.id}`;
  if (item.kind === 'mark') return <MarkRow form={form} name={name} item={item} />;
  // Nobody is stopped by it: the key that answers goes on to the next question.
  return (
    <div className={css.sub} data-passed>
      {item.kind === 'text' ? (
        <TextControl form={form} name={name} nullable label={item.question} item={item.number} optional />
      ) : (
        <TickControl form={form} name={name} label={`${item.number} ${item.question}`} />
      )}
    </div>
  );
}
