import { useRef } from 'react';
import { useWatch } from 'react-hook-form';
import { AggressorNameFields, LikelyPersons, PersonChoice, type PersonLink } from '../../people/index.ts';
import type { AnyForm, SectionForm } from '../../platform/forms/index.ts';
import { Panel, QuestionGrid, ButtonRow } from '../../platform/ui/index.ts';
import { aggressorFor, withSaid, type ArrivalValues } from './arrival-values.ts';

type AggressorValues = Pick<ArrivalValues, 'aggressorLink' | 'aggressor'>;

type Props = {
  readonly form: AnyForm;
  /** Null where no arrival is open. */
  readonly arrivalId: string | null;
  readonly title: string;
  readonly label: string;
};

/** Who the presumed aggressor is: of the record, somebody new, or not known. */
export function AggressorPanel({ form: whole, arrivalId, title, label }: Props) {
  // Each form that draws it holds these two among others.
  const form = whole.untyped as unknown as SectionForm<AggressorValues>;
  const link = useWatch({ control: form.control, name: 'aggressorLink' });
  const typed = useRef<AggressorValues['aggressor'] | null>(null);
  const asked = useRef('');
  const write = (next: PersonLink) => {
    if (form.getValues('aggressor.nameState') === 'unknown') form.setValue('aggressor.nameState', 'known');
    if (next.kind !== 'known') form.setValue('aggressor', withSaid(form.getValues('aggressor'), asked.current));
  };
  const choose = (next: PersonLink | null, isUnknown = false) => {
    const before = form.getValues('aggressorLink');
    if (next?.kind === 'known') {
      if (before?.kind !== 'known') typed.current = form.getValues('aggressor');
      form.setValue('aggressor', aggressorFor(next));
    } else if (isUnknown) form.setValue('aggressor', aggressorFor(next));
    else if (before?.kind === 'known') form.setValue('aggressor', typed.current ?? aggressorFor(next));
    if (next !== null && !isUnknown) write(next);
    form.setValue('aggressorLink', next, { shouldDirty: true });
    form.clearErrors('aggressorLink');
  };
  return (
    <Panel title={title}>
      <PersonChoice
        id={form.fieldId('aggressorLink')}
        arrivalId={arrivalId}
        label={label}
        among="aggressor"
        link={link}
        onLink={choose}
        onAsked={(words) => {
          asked.current = words;
        }}
      />
      {link === null && <ButtonRow plain label="No se sabe quién es" onClick={() => choose({ kind: 'new' }, true)} />}
      {link !== null && link.kind !== 'known' && (
        <QuestionGrid>
          <AggressorNameFields form={form} at="aggressor" />
        </QuestionGrid>
      )}
      {link?.kind === 'new' && arrivalId !== null && (
        <LikelyPersons form={form} at="aggressor" arrivalId={arrivalId} standing="aggressor" onLink={choose} />
      )}
    </Panel>
  );
}
