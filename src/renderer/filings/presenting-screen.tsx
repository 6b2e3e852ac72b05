import { useState } from 'react';
import type { FilingLine } from '../../shared/filings/index.ts';
import { AddFilePanel } from '../attachments/index.ts';
import { CaseFrame, useToday } from '../intake/index.ts';
import { ActProblem, FormBlock, useAct } from '../platform/forms/index.ts';
import { useGo } from '../platform/routes.ts';
import { look, ActionBar, EmptyState, Notice, PageTitle, QueryState } from '../platform/ui/index.ts';
import { BundlePanel } from './presenting-bundle-panel.tsx';
import { blankCargo, instanceOf, readCargo, type CargoDraft } from './presenting-cargo.ts';
import { CargoFields } from './presenting-cargo-fields.tsx';
import { SignedComparison } from './presenting-comparison.tsx';
import css from './presenting.module.css';
import { usePresenting, useRefreshPresenting } from './presenting-queries.ts';
import { openTermsWords, presentingPath } from './presenting-words.ts';

type Props = { readonly params: { readonly caseId: string; readonly filingId: string } };

/** Presenting one writ: the PDF with its annexes, the signed version, and the cargo. */
export function PresentScreen({ params: { caseId, filingId } }: Props) {
  const filings = usePresenting(caseId);
  return (
    <CaseFrame caseId={caseId} page="presenting">
      {() => (
        <QueryState query={filings}>
          {(all) => {
            const filing = all.find((one) => one.filingId === filingId);
            if (filing === undefined) return <EmptyState>Este escrito no es de este caso.</EmptyState>;
            return <Present key={filingId} caseId={caseId} filing={filing} />;
          }}
        </QueryState>
      )}
    </CaseFrame>
  );
}

function Present({ caseId, filing }: { readonly caseId: string; readonly filing: FilingLine }) {
  const act = useAct({ refresh: useRefreshPresenting() });
  const go = useGo();
  const today = useToday();
  const desk = filing.desk ?? '';
  const [draft, setDraft] = useState<CargoDraft>({
    ...blankCargo,
    presentedOn: today,
    desk,
    instance: filing.instance ?? instanceOf(desk),
  });
  const [left, setLeft] = useState<string | null>(null);
  const save = () => {
    const { form, issues: wrong } = readCargo(draft);
    if (form === null) {
      act.say('Revise los datos del cargo.', wrong);
      return;
    }
    void act.run((client) => client.presentFiling({ caseId, filingId: filing.filingId, form }), {
      words: ({ openTerms }) => `${filing.number}: presentado. ${openTermsWords(openTerms) ?? ''}`.trim(),
      done: ({ openTerms }) => {
        const words = openTermsWords(openTerms);
        setLeft(words);
        if (words === null) go(presentingPath, { caseId });
      },
    });
  };
  if (left !== null) {
    return (
      <>
        <PageTitle>{`${filing.number}: presentado`}</PageTitle>
        <Notice tone="warning">{left}</Notice>
        <ActionBar main={{ label: 'Seguir', onClick: () => go(presentingPath, { caseId }) }} />
      </>
    );
  }
  if (filing.presentation !== null) return <EmptyState>Este escrito ya consta como presentado.</EmptyState>;
  return (
    <>
      <PageTitle aside={<p className={look.secondary}>{filing.title}</p>}>{`Presentar ${filing.number}`}</PageTitle>
      <div className={css.halves}>
        <div className={css.half}>
          <BundlePanel caseId={caseId} filing={filing} />
          <FormBlock title="Versión firmada" isOpen>
            <p>Si la escaneó o firmó en digital, agréguela: se compara con la emitida y queda como la presentada.</p>
            {draft.signedId === null ? (
              <AddFilePanel
                caseId={caseId}
                areas={['legal']}
                label="Elegir la versión firmada…"
                start={{ kind: 'signedWrit', area: 'legal', description: `Firmado: ${filing.number}` }}
                onAdded={({ id }) => setDraft((now) => ({ ...now, signedId: id, acceptsChanges: false }))}
              />
            ) : (
              <SignedComparison
                caseId={caseId}
                filingId={filing.filingId}
                attachmentId={draft.signedId}
                accepts={draft.acceptsChanges}
                onAccept={(acceptsChanges) => setDraft((now) => ({ ...now, acceptsChanges }))}
              />
            )}
          </FormBlock>
        </div>
        <FormBlock title="Cargo" isOpen>
          <div className={look.stack}>
            <ActProblem act={act} byBar />
            <CargoFields draft={draft} pages={filing.pages} issues={act.issues} onChange={setDraft} />
            {draft.cargoId === null ? (
              <AddFilePanel
                caseId={caseId}
                areas={['legal']}
                label="Elegir el escaneo del cargo…"
                start={{ kind: 'receipt', area: 'legal', description: `Cargo: ${filing.number}` }}
                onAdded={({ id }) => setDraft((now) => ({ ...now, cargoId: id }))}
              />
            ) : (
              <Notice tone="done">El escaneo del cargo está en los archivos de la ficha.</Notice>
            )}
          </div>
        </FormBlock>
      </div>
      <ActionBar main={{ label: 'Registrar presentación', onClick: save, busy: act.busy, byControlEnter: true }} />
    </>
  );
}
