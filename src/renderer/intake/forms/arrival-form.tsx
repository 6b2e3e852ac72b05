import { useRef } from 'react';
import { useWatch } from 'react-hook-form';
import { announce } from '../../platform/announce.ts';
import { ActProblem, FormHead, type SectionForm, useAct, useSectionForm } from '../../platform/forms/index.ts';
import { useGo } from '../../platform/routes.ts';
import { PlainButton, look, ActionBar, Panel, QuestionGrid } from '../../platform/ui/index.ts';
import {
  DocumentFields,
  LikelyPersons,
  NameFields,
  PersonChoice,
  PreferredNameField,
  type PersonLink,
} from '../../people/index.ts';
import { useRefreshCase } from '../queries.ts';
import { useDraftSaving } from '../use-draft-saving.ts';
import { AdmissionFields } from './admission-fields.tsx';
import { AggressorPanel } from './aggressor-panel.tsx';
import { arrivalOrder, arrivalSchema, userFor, wireLink, withSaid, type ArrivalValues } from './arrival-values.ts';

type Props = {
  readonly start: ArrivalValues;
  readonly draftId: string;
  readonly today: string;
};

const firstVersion = () => 1;

/** Search first, then the least that opens a ficha; everything else waits in Section A. */
export function ArrivalForm({ start, draftId, today }: Props) {
  const go = useGo();
  const form = useSectionForm<ArrivalValues>({
    ...{ schema: arrivalSchema, defaultValues: start, id: 'arrival', refresh: useRefreshCase() },
  });
  const draft = useDraftSaving({ form, kind: 'section-a', caseId: null, draftId, version: firstVersion });
  const open = () =>
    form.send(
      async ({ arrivalId, admission, user, userLink, aggressor, aggressorLink }, client) => {
        const opened = await client.openCase({
          ...{ arrivalId, admission, user, aggressor },
          ...{ userLink: wireLink(userLink), aggressorLink: wireLink(aggressorLink) },
        });
        await draft.discard().catch(() => undefined);
        return opened;
      },
      {
        words: ({ number }) => `Ficha ${number} registrada.`,
        done: ({ caseId }) => go('/casos/$caseId/seccion-a', { caseId }),
      },
    );
  return (
    <>
      <FormHead form={form} order={arrivalOrder} byBar />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the blur of each field bubbles here; nothing is operated by it */}
      <div className={look.stack} onBlur={() => void draft.saveNow()}>
        <UserPanel form={form} />
        <AggressorPanel
          form={form}
          arrivalId={start.arrivalId}
          title="2. Presunta persona agresora"
          label="Busque a la presunta persona agresora"
        />
        <Panel title="3. Ingreso">
          <AdmissionFields form={form} today={today} />
        </Panel>
      </div>
      <ActionBar main={{ label: 'Registrar ficha', onClick: () => void open(), busy: form.busy }} saved={draft.state}>
        <ClosingButtons arrivalId={start.arrivalId} discard={draft.discard} />
      </ActionBar>
    </>
  );
}

function UserPanel({ form }: { readonly form: SectionForm<ArrivalValues> }) {
  const [link, arrivalId] = useWatch({ control: form.control, name: ['userLink', 'arrivalId'] });
  // What was typed before somebody of the record was chosen: the choice can be undone.
  const typed = useRef<ArrivalValues['user'] | null>(null);
  const asked = useRef('');
  const choose = (next: PersonLink | null) => {
    const before = form.getValues('userLink');
    if (next?.kind === 'known') {
      if (before?.kind !== 'known') typed.current = form.getValues('user');
      form.setValue('user', userFor(next));
    } else if (before?.kind === 'known') form.setValue('user', typed.current ?? userFor(next));
    if (next !== null && next.kind !== 'known') form.setValue('user', withSaid(form.getValues('user'), asked.current));
    form.setValue('userLink', next, { shouldDirty: true });
    form.clearErrors('userLink');
  };
  return (
    <Panel title="1. Persona usuaria">
      <PersonChoice
        id={form.fieldId('userLink')}
        arrivalId={arrivalId}
        label="Busque primero a la persona usuaria"
        link={link}
        onLink={choose}
        onAsked={(words) => {
          asked.current = words;
        }}
      />
      {link !== null && link.kind !== 'known' && (
        <>
          <QuestionGrid>
            <NameFields form={form} at="user" />
          </QuestionGrid>
          {link.kind === 'new' && (
            <LikelyPersons form={form} at="user" arrivalId={arrivalId} standing="user" onLink={choose} />
          )}
          <QuestionGrid>
            <PreferredNameField form={form} at="user" />
            <DocumentFields form={form} at="user" />
          </QuestionGrid>
        </>
      )}
    </Panel>
  );
}

type ClosingProps = { readonly arrivalId: string; readonly discard: () => Promise<void> };

/** Ends the arrival without a case and goes back to «Mi día». */
function ClosingButtons({ arrivalId, discard }: ClosingProps) {
  const act = useAct();
  const refresh = useRefreshCase();
  const go = useGo();
  const end = (outcome: 'left' | 'notForUs') => {
    const leave = async () => {
      await discard().catch(() => undefined);
      await refresh();
      announce('Llegada cerrada sin abrir ficha.');
      go('/llegadas');
    };
    return act.run((client) => client.closeArrival({ arrivalId, outcome }), {
      of: outcome,
      done: leave,
      // An arrival that was closed already needs no second end.
      refused: ({ reason }) => (reason === 'arrival-ended' ? leave() : undefined),
    });
  };
  return (
    <>
      <PlainButton onClick={() => void end('left')}>Se retiró</PlainButton>
      <PlainButton onClick={() => void end('notForUs')}>No corresponde</PlainButton>
      <ActProblem act={act} />
    </>
  );
}
