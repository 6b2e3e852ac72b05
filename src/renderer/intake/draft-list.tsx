import { useState } from 'react';
import type { Output } from '../platform/client.ts';
import { ActDialog } from '../platform/forms/index.ts';
import { hrefOf, useGo } from '../platform/routes.ts';
import { inLima } from '../platform/times.ts';
import { look, Panel, LineButton } from '../platform/ui/index.ts';
import css from './intake.module.css';
import { useRefreshCase } from './queries.ts';
import { casePages, casePath, casesPath, personPath, sectionPaths } from './words.ts';

export type DraftLine = Output<'listMyDrafts'>['drafts'][number];

const pages = {
  'section-a': sectionPaths.a,
  'section-b': sectionPaths.b,
  'section-c': sectionPaths.c,
  'section-d': sectionPaths.d,
  'section-e': sectionPaths.e,
  'section-f': sectionPaths.f,
  risk: sectionPaths.risk,
  location: sectionPaths.risk,
  'safety-plan': casePages.safety.path,
  filing: sectionPaths.documents,
  supplement: casePages.account.path,
  custody: casePages.custody.path,
  question: casePages.interviews.path,
  attention: casePath,
  novelty: casePages.proceeding.path,
} as const satisfies Partial<Record<DraftLine['form'], string>>;

/** Where a draft goes on: a writ, a referral or a person on the own page of each. */
export function pageOf(form: DraftLine['form']): string {
  if (form in pages) return pages[form as keyof typeof pages];
  if (form.startsWith('person-')) return personPath.replace('$personId', form.replace('person-', ''));
  // An act or a hearing, new or over one that is recorded.
  if (/^(?:event|hearing)/.test(form)) return casePages.proceeding.path;
  if (form.startsWith('filing-own-')) return `/casos/$caseId/documentos/escrito/${form.replace('filing-own-', '')}`;
  if (form.startsWith('filing-')) return `/casos/$caseId/documentos/escrito/${form.replace('filing-', '')}`;
  return form === 'referral' ? casePages.referrals.path : `/casos/$caseId/derivar/${form.replace('referral-', '')}`;
}

/** Address where a draft goes on. */
export function draftPath({ caseId, form }: DraftLine): string {
  if (caseId !== null) return hrefOf(pageOf(form), { caseId });
  return hrefOf(form === 'novelty' ? casesPath : '/llegada/ficha');
}

/** What is told of a ficha that is not in sight goes on wherever its key is pressed. */
const isByKey = ({ caseId, form }: DraftLine) => caseId === null && form === 'novelty';

/** Own drafts, each with its way back and its end. */
export function DraftList({ drafts }: { readonly drafts: readonly DraftLine[] }) {
  const go = useGo();
  const [leaving, setLeaving] = useState<DraftLine | null>(null);
  return (
    <Panel title="Sus borradores">
      <ul className={css.drafts}>
        {drafts.map((draft) => (
          <li key={draft.draftId} className={css.draft}>
            <span className={css.grow}>
              {draft.title}{' '}
              <span className={look.secondary}>
                guardado {inLima(draft.savedAt)}
                {draft.isClosed && '. La ficha se cerró: solo se descarta'}
              </span>
            </span>
            {!draft.isClosed && !isByKey(draft) && (
              <LineButton
                label="Continuar"
                of={draft.title}
                onClick={() => {
                  if (draft.caseId === null) go('/llegada/ficha');
                  else go(pageOf(draft.form), { caseId: draft.caseId });
                }}
              />
            )}
            <LineButton label="Descartar" of={draft.title} onClick={() => setLeaving(draft)} />
          </li>
        ))}
      </ul>
      {leaving !== null && <DiscardDialog draft={leaving} onClose={() => setLeaving(null)} />}
    </Panel>
  );
}

function DiscardDialog({ draft, onClose }: { readonly draft: DraftLine; readonly onClose: () => void }) {
  return (
    <ActDialog
      words={{
        ...{ title: `¿Descartar el borrador de ${inLima(draft.savedAt)}?`, send: 'Descartar borrador' },
        ...{ cancel: 'Conservar', sent: 'Se descartó el borrador.' },
      }}
      send={(client) => client.discardDraft({ draftId: draft.draftId })}
      {...{ onClose, refresh: useRefreshCase(), dangerous: true }}
    >
      {draft.title}. No se puede recuperar.
    </ActDialog>
  );
}
