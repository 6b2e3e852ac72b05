import { useState } from 'react';
import { blankConditionAnswers, type CaseOverview, type LikelyPerson } from '../../../shared/intake/index.ts';
import { formatPartialDate } from '../../../shared/platform/typed-date.ts';
import { look, focusTitleFrom, Notice, PageTitle, QueryState, Panel, Facts } from '../../platform/ui/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { ClosedLine } from '../closed-line.tsx';
import { useToday } from '../today.ts';
import { ConditionForm } from '../validation/condition-form.tsx';
import { ConditionQuestions } from '../validation/condition-questions.tsx';
import { DecisionsPanel } from '../validation/decisions-panel.tsx';
import { LikelyPanel } from '../validation/likely-panel.tsx';
import { ProposalPanel } from '../validation/proposal-panel.tsx';
import { SettlePanel } from '../validation/settle-panel.tsx';
import { useProposal, type ConditionGiven, type Proposal } from '../validation/use-proposal.ts';
import { focusLater } from '../pending-focus.ts';
import { sectionPaths, conditionWord } from '../words.ts';
import css from '../intake.module.css';

/** «Validar»: what is missing, who is who, the condition proposed and confirmed; then the result, which stays. */
export function ValidatePage({ overview }: { readonly overview: CaseOverview }) {
  return (
    <>
      <PageTitle>Validar el caso</PageTitle>
      {overview.state === 'draft' ? <Validation overview={overview} /> : <Validated overview={overview} />}
    </>
  );
}

/** The result, what was decided and why; a condition found wrong later is changed here with its reason. */
function Validated({ overview }: { readonly overview: CaseOverview }) {
  const [isChanging, setChanging] = useState(false);
  const mayChange = overview.sections.some((one) => one.id === 'validate' && one.canWrite);
  if (isChanging) {
    return <Validation overview={overview} onChanged={() => setChanging(false)} />;
  }
  return (
    <>
      {overview.reopened.length > 0 && (
        <Notice tone="warning">
          {`La condición se abrió otra vez. ${overview.reopened.join(' ')} Revise en qué se apoya y confírmela con «Cambiar la condición».`}
        </Notice>
      )}
      <ClosedLine />
      <ValidatedPanel overview={overview} />
      <LeftToReview overview={overview} />
      {mayChange && (
        <DecisionsPanel
          caseId={overview.caseId}
          isOpen={overview.state !== 'closed'}
          onChange={() => {
            // The button goes away with its page.
            focusTitleFrom(document.activeElement);
            setChanging(true);
          }}
        />
      )}
    </>
  );
}

/** Whom nobody could compare when the case was validated: whoever may see both says now who is who. */
function LeftToReview({ overview }: { readonly overview: CaseOverview }) {
  const { data } = useProposal(overview.caseId, blankConditionAnswers);
  // Of the men of her fichas the question of the condition may have been answered instead.
  const isLeft = ({ isAsked, isOfHers, answer }: LikelyPerson) =>
    isAsked && answer !== 'different' && !(isOfHers && answer === null);
  const left = data?.likely.filter(isLeft) ?? [];
  return left.length === 0 ? null : <LikelyPanel overview={overview} likely={left} links={data?.links ?? []} />;
}

const civilDate = /^\d{4}-\d{2}-\d{2}$/;

type ValidationProps = {
  readonly overview: CaseOverview;
  /** Given where a confirmed condition is changed. */
  readonly onChanged?: () => void;
};

function Validation({ overview, onChanged }: ValidationProps) {
  const [answers, setAnswers] = useState<ConditionGiven>(blankConditionAnswers);
  const today = useToday();
  const last = answers.lastAttentionElsewhereOn;
  // A date that cannot be read yet stays in its field and is not sent.
  const given = last !== null && !civilDate.test(last) ? { ...answers, lastAttentionElsewhereOn: null } : answers;
  const proposal = useProposal(overview.caseId, given);
  const mayValidate = overview.sections.some((one) => one.id === 'validate' && one.canWrite);
  return (
    <QueryState query={proposal}>
      {(proposed) => (
        <>
          {onChanged === undefined && (
            <div id="validate-missing" tabIndex={-1}>
              <MissingPanel caseId={overview.caseId} missing={proposed.missing} />
            </div>
          )}
          <div id="validate-settle" className={look.stack} tabIndex={-1}>
            <SettlePanel overview={overview} />
            <LikelyPanel overview={overview} likely={proposed.likely} links={proposed.links} />
          </div>
          <ConditionQuestions answers={answers} asked={proposed.asked} today={today} onChange={setAnswers} />
          <ProposalPanel caseId={overview.caseId} proposal={proposed} />
          {mayValidate ? (
            <ConditionForm
              overview={overview}
              proposal={proposed}
              answers={given}
              {...(onChanged === undefined ? {} : { onChanged })}
            />
          ) : (
            <Notice>La condición la confirma quien atiende el caso. Aquí puede decir quién es quién.</Notice>
          )}
        </>
      )}
    </QueryState>
  );
}

type Props = { readonly caseId: string; readonly missing: Proposal['missing'] };

const pageTitles = { a: 'Sección A', b: 'Sección B' } as const;

/** Required answers still missing, each a link to its field. */
function MissingPanel({ caseId, missing }: Props) {
  if (missing.length === 0) return <Notice tone="done">Las secciones A y B están completas.</Notice>;
  return (
    <Panel title={missing.length === 1 ? 'Falta 1 respuesta' : `Faltan ${missing.length} respuestas`}>
      {(['a', 'b'] as const).map((page) => {
        const ofPage = missing.filter((one) => one.page === page);
        if (ofPage.length === 0) return null;
        return (
          <div key={page}>
            <h3>{pageTitles[page]}</h3>
            <ul className={css.links}>
              {ofPage.map((one) => (
                <li key={one.question}>
                  <a
                    href={hrefOf(sectionPaths[page], { caseId })}
                    onClick={() =>
                      focusLater(`section-${page}-${one.question.includes('.') ? '' : 'answers.'}${one.question}`)
                    }
                  >
                    {one.label}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </Panel>
  );
}

/** `2026-09` as «setiembre de 2026». */
function longMonth(text: string): string {
  const [year = 0, month = 0] = text.split('-').map(Number);
  return formatPartialDate({ year, month, day: null });
}

/** The result stays on the page: number, condition, month it counts in, and where to go on. */
function ValidatedPanel({ overview }: { readonly overview: CaseOverview }) {
  const { caseId, number, confirmedCondition, reportingMonth, sections } = overview;
  const links = (['documents', 'risk'] as const).filter((id) => sections.some((one) => one.id === id && one.canRead));
  const words = { documents: 'Emitir documentos y derivaciones', risk: 'Aplicar o ver la ficha de riesgo' } as const;
  return (
    <>
      <Notice tone="done">
        <span className={css.result}>{`Caso validado: ficha ${number}.`}</span>
      </Notice>
      <Panel title="Resultado">
        <Facts
          of={[
            ['Ficha', number],
            ['Condición', confirmedCondition === null ? 'Sin registrar' : conditionWord(confirmedCondition)],
            ['Cuenta en el reporte de', reportingMonth === null ? 'Sin registrar' : longMonth(reportingMonth)],
          ]}
        />
        <h3>Lo que sigue</h3>
        <ul>
          {links.map((id) => (
            <li key={id}>
              <a href={hrefOf(sectionPaths[id], { caseId })}>{words[id]}</a>
            </li>
          ))}
          <li>
            <a href={hrefOf('/')}>Volver a Mi día</a>
          </li>
        </ul>
      </Panel>
    </>
  );
}
