import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useWatch, type FieldValues } from 'react-hook-form';
import {
  levelIssues,
  partnerRisk2019,
  riskReasons,
  scorePartnerRisk,
  type PartnerRiskAnswers,
} from '../../../shared/risk/index.ts';
import { failAt } from '../../../shared/platform/failures.ts';
import { readDraft, RecoveredNotice, useDraftSaving, useRefreshCase, type Draft } from '../../intake/index.ts';
import { FormHead, type SectionForm, useSectionForm, YesNoControl } from '../../platform/forms/index.ts';
import { inLima } from '../../platform/times.ts';
import { ActionBar, Notice, Panel } from '../../platform/ui/index.ts';
import { riskKey } from '../queries.ts';
import css from '../risk.module.css';
import { AnnexPanel } from './annex-fields.tsx';
import { ItemsPanel, SeverityPanel } from './item-fields.tsx';
import { asSigned, blankRisk, pendingPaths, riskFormSchema, riskOrder, type RiskValues } from './risk-values.ts';
import { pendingWords, ScorePanel } from './score-panel.tsx';

type Props = { readonly caseId: string; readonly opened: Draft; readonly onSigned: () => void };

const firstVersion = () => 1;

/** Refuses what the person can mend on this page before anything is sent. */
function checkWhole({ hasConsent, answers, confirmedLevel, overrideReason }: RiskValues): void {
  if (hasConsent !== true) throw failAt('hasConsent', riskReasons['consent-needed'], 'consent-needed');
  const pending = pendingPaths(answers);
  if (pending[0] !== undefined) throw failAt(pending[0], `${pendingWords(pending.length)} por hacer.`, 'incomplete');
  const score = scorePartnerRisk(partnerRisk2019, asSigned(answers));
  if (score.status === 'complete' && confirmedLevel === null)
    throw failAt('confirmedLevel', 'Confirme el nivel de riesgo.', 'level-reason');
  const issue = levelIssues(score, confirmedLevel, overrideReason)[0];
  if (issue !== undefined)
    throw failAt(issue.path === 'answers' ? 'answers.items.worse' : issue.path, issue.message, 'level-reason');
}

/** One risk form being asked: consent first, then the instrument, then its level. */
export function RiskForm({ caseId, opened, onSigned }: Props) {
  const queries = useQueryClient();
  const refresh = useRefreshCase();
  const [recovered, setRecovered] = useState(() => readDraft<RiskValues>(opened.body, blankRisk()));
  const form = useSectionForm<RiskValues>({
    schema: riskFormSchema,
    defaultValues: recovered?.values ?? blankRisk(),
    id: 'risk',
    refresh: () => Promise.all([queries.invalidateQueries({ queryKey: riskKey(caseId) }), refresh()]),
  });
  const draft = useDraftSaving({ form, kind: 'risk', caseId, draftId: opened.draftId, version: firstVersion });
  const discard = useCallback(async () => {
    await draft.discard();
    form.reset(blankRisk());
    setRecovered(null);
  }, [draft, form]);
  const sign = () =>
    form.send(
      async (values, client) => {
        checkWhole(values);
        const { confirmedLevel, overrideReason } = values;
        const answers = asSigned(values.answers);
        await draft.saveNow();
        await client.assessRisk({ caseId, answers, hasConsent: true, confirmedLevel, overrideReason });
        draft.forget();
      },
      { words: 'Ficha de riesgo firmada.', done: onSigned },
    );
  const drawn = form as unknown as SectionForm<FieldValues>;
  return (
    <>
      {recovered !== null && opened.savedAt !== null && (
        <RecoveredNotice at={inLima(opened.savedAt)} discard={discard} />
      )}
      <FormHead form={drawn} order={riskOrder} />
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the blur of each field bubbles here; nothing is operated by it */}
      <form
        className={css.stack}
        noValidate
        onBlur={() => void draft.saveNow()}
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <ConsentPanel form={drawn} />
        <Instrument form={drawn} />
      </form>
      <ActionBar main={{ label: 'Firmar ficha', onClick: () => void sign(), busy: form.busy }} saved={draft.state}>
        <PendingCount form={drawn} />
      </ActionBar>
    </>
  );
}

type FormProps = { readonly form: SectionForm<FieldValues> };

/** How far the asking is, wherever the page is scrolled to. */
function PendingCount({ form }: FormProps) {
  const answers = useWatch({ control: form.control, name: 'answers' }) as PartnerRiskAnswers;
  const count = pendingPaths(answers).length;
  return <span>{count > 0 ? pendingWords(count) : 'Todas las preguntas están hechas'}</span>;
}

function ConsentPanel({ form }: FormProps) {
  return (
    <Panel title="Consentimiento">
      <YesNoControl
        form={form}
        name="hasConsent"
        words={{
          label: '¿La persona usuaria acepta que se aplique esta ficha?',
          hint: 'Explique para qué sirve y pregunte de viva voz, antes de empezar.',
        }}
      />
    </Panel>
  );
}

/** Nothing of the instrument is asked before she agreed. */
function Instrument({ form }: FormProps) {
  const hasConsent: unknown = useWatch({ control: form.control, name: 'hasConsent' });
  if (hasConsent === false)
    return (
      <Notice tone="warning">Sin su consentimiento no se aplica la ficha. Use la valoración de la Sección B.</Notice>
    );
  if (hasConsent !== true) return <p className={css.secondary}>Las preguntas aparecen cuando ella acepta.</p>;
  return (
    <>
      <SeverityPanel form={form} />
      <ItemsPanel form={form} />
      <AnnexPanel form={form} />
      <ScorePanel form={form} />
    </>
  );
}
