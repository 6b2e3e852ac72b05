import { useRef } from 'react';
import { useWatch } from 'react-hook-form';
import {
  blankPartnerRisk,
  closingRefusal,
  levelIssues,
  partnerRisk2019,
  riskReasons,
  scorePartnerRisk,
  type PartnerRiskAnswers,
} from '../../../shared/risk/index.ts';
import { fail, failAt } from '../../../shared/platform/failures.ts';
import { RecoveredNotice, useDraftedForm, type Draft } from '../../intake/index.ts';
import { FormHead, NextUnanswered, onFormKey, useUnansweredKey, YesNoControl } from '../../platform/forms/index.ts';
import { look, ActionBar, Notice, Panel } from '../../platform/ui/index.ts';
import { useRefreshRisk } from '../queries.ts';
import { AnnexPanel, LocationOffer } from './annex-fields.tsx';
import { KnownContext, type KnownHere } from './known-context.ts';
import { ItemsPanel, SeverityPanel } from './item-fields.tsx';
import {
  asSigned,
  blankRisk,
  pendingPaths,
  questionLabel,
  riskFormSchema,
  riskOrder,
  type RiskForm,
  type RiskValues,
} from './risk-values.ts';
import { pendingWords, ScorePane } from './score-pane.tsx';
import css from '../risk.module.css';

type Props = {
  readonly caseId: string;
  readonly opened: Draft;
  readonly here: KnownHere;
  readonly onSigned: (offer: PartnerRiskAnswers['locationOffer']) => void;
};

/** Refuses what the person can mend on this page before anything is sent. */
function checkWhole({ hasConsent, answers, confirmedLevel, overrideReason }: RiskValues, here: KnownHere): void {
  if (hasConsent !== true) throw failAt('hasConsent', riskReasons['consent-needed'], 'consent-needed');
  const pending = pendingPaths(answers).map((path) => ({ path, message: 'Falta marcar la respuesta.' }));
  const signed = asSigned(answers, here.known);
  const open = closingRefusal(partnerRisk2019, signed, here);
  const closing = (open?.issues ?? []).map(({ path, message }) => ({ path: `answers.${path}`, message }));
  if (pending.length + closing.length > 0)
    throw fail('rule-broken', pending.length > 0 ? 'incomplete' : (open?.reason ?? 'incomplete'), [
      ...pending,
      ...closing,
    ]);
  const score = scorePartnerRisk(partnerRisk2019, signed);
  if (score.status === 'complete' && confirmedLevel === null)
    throw failAt('confirmedLevel', 'Confirme el nivel de riesgo.', 'level-reason');
  const issue = levelIssues(score, confirmedLevel, overrideReason)[0];
  if (issue !== undefined)
    throw failAt(issue.path === 'answers' ? 'answers.items.worse' : issue.path, issue.message, 'level-reason');
}

/** A draft of before the annexes were part of signing lacks their answers. */
const withAnnexes = (values: RiskValues): RiskValues => ({
  ...values,
  answers: { ...blankPartnerRisk(), ...values.answers },
});

/** One risk form being asked: consent first, then the instrument, then its level. */
export function RiskForm({ caseId, opened, here, onSigned }: Props) {
  const kept = useDraftedForm<RiskValues>({
    ...{ kind: 'risk', caseId, draft: opened, start: blankRisk(), complete: withAnnexes, version: 1 },
    ...{ schema: riskFormSchema, id: 'risk', refresh: useRefreshRisk(caseId) },
  });
  const { form, saving } = kept;
  const root = useRef<HTMLFormElement>(null);
  useUnansweredKey(root);
  const sign = () =>
    kept.send(
      async (values, client) => {
        checkWhole(values, here);
        const { confirmedLevel, overrideReason } = values;
        const answers = asSigned(values.answers, here.known);
        await client.assessRisk({ caseId, answers, hasConsent: true, confirmedLevel, overrideReason });
        saving.leave();
        return answers.locationOffer;
      },
      // What cannot wait stands below the title.
      { words: 'Ficha de riesgo firmada.', done: onSigned, toTitle: true },
    );
  return (
    <>
      <RecoveredNotice {...kept} />
      <FormHead form={form} order={riskOrder} labelOf={questionLabel} byBar />
      <div className={css.room}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys and blur of each field bubble here; nothing is operated by it */}
        <form
          ref={root}
          className={css.work}
          noValidate
          data-goes-on
          onBlur={() => void saving.saveNow()}
          onKeyDown={onFormKey}
          onSubmit={(event) => event.preventDefault()}
        >
          <KnownContext value={here}>
            <div className={css.asking}>
              <ConsentPanel form={form} />
              <Instrument form={form} />
            </div>
            <ScorePane form={form} />
          </KnownContext>
        </form>
      </div>
      <ActionBar
        main={{ label: 'Firmar ficha', onClick: () => void sign(), busy: form.busy, byControlEnter: true }}
        saved={saving.state}
      >
        <NextUnanswered root={root} />
        <PendingCount form={form} />
        <span className={css.hint}>1 2 3 responde y pasa a la siguiente · Supr quita</span>
      </ActionBar>
    </>
  );
}

type FormProps = { readonly form: RiskForm };

/** How far the asking is, wherever the page is scrolled to. */
function PendingCount({ form }: FormProps) {
  const answers = useWatch({ control: form.control, name: 'answers' });
  const count = pendingPaths(answers).length;
  return <span>{count > 0 ? pendingWords(count) : 'Todas las preguntas están hechas'}</span>;
}

function ConsentPanel({ form }: FormProps) {
  return (
    <Panel title="Consentimiento">
      <YesNoControl
        form={form}
        name="hasConsent"
        label="¿La persona usuaria acepta que se aplique esta ficha?"
        hint="Explique para qué sirve y pregunte de viva voz, antes de empezar."
      />
    </Panel>
  );
}

/** Nothing of the instrument is asked before she agreed. */
function Instrument({ form }: FormProps) {
  const hasConsent = useWatch({ control: form.control, name: 'hasConsent' });
  if (hasConsent === false)
    return (
      <Notice tone="warning">Sin su consentimiento no se aplica la ficha. Use la valoración de la Sección B.</Notice>
    );
  if (hasConsent !== true) return <p className={look.secondary}>Las preguntas aparecen cuando ella acepta.</p>;
  return (
    <>
      <SeverityPanel form={form} />
      <ItemsPanel form={form} />
      <AnnexPanel form={form} />
      <LocationOffer form={form} />
    </>
  );
}
