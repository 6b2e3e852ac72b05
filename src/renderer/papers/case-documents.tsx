import { ClosedLine, useIsClosed } from '../intake/index.ts';
import { useGo } from '../platform/routes.ts';
import { useMay, useMayStore } from '../platform/session.tsx';
import { PlainButton, look, EmptyState, PageTitle, QueryState, ButtonRow } from '../platform/ui/index.ts';
import { CopyingDialog, CopyNotices, useCopying } from './copies/copying.tsx';
import { measuresPath, referralsPath, reportPath, writsPath } from './case-paths.ts';
import { CopyTable, DocumentTable } from './document-tables.tsx';
import { useDocuments } from './queries.ts';
import { useSavingCopy } from './release-copy-dialog.tsx';

/** Page «Documentos» of a case, inside its frame: new papers, issued ones, their copies. */
export function CaseDocuments({ caseId }: { readonly caseId: string }) {
  const documents = useDocuments(caseId);
  const { news, say, end, ask, start, dialog } = useCopying(caseId);
  const saving = useSavingCopy(caseId, say);
  return (
    <>
      <PageTitle>Documentos</PageTitle>
      <NewPapers caseId={caseId} />
      <CopyNotices news={news} onEnd={end} onAgain={ask} />
      <QueryState query={documents}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState>Aún no se emitió ningún documento en este caso.</EmptyState>
          ) : (
            <>
              <ButtonRow
                plain
                label="Imprimir o guardar varios…"
                onClick={() => start(all.filter(({ isMadeAnew }) => !isMadeAnew))}
              />
              <DocumentTable
                caseId={caseId}
                documents={all}
                onPrint={(document) => start([document])}
                onSave={saving.save}
              />
              <CopyTable documents={all} />
            </>
          )
        }
      </QueryState>
      <CopyingDialog {...dialog} />
      {saving.dialog}
    </>
  );
}

function NewPapers({ caseId }: { readonly caseId: string }) {
  const go = useGo();
  const mayFile = useMay('print.filing');
  const mayRefer = useMayStore('print.referral');
  const mayReport = [useMay('print.psychologicalReport'), useMay('print.socialReport')].includes(true);
  const isClosed = useIsClosed();
  if (isClosed) return <ClosedLine />;
  if (!mayFile && !mayRefer && !mayReport) return null;
  return (
    <div className={look.row} role="group" aria-label="Documento nuevo">
      {mayFile && (
        <PlainButton onClick={() => go(measuresPath, { caseId })}>Solicitud de medidas de protección</PlainButton>
      )}
      {mayFile && <PlainButton onClick={() => go(writsPath, { caseId })}>Todos los escritos</PlainButton>}
      {mayReport && <PlainButton onClick={() => go(reportPath, { caseId })}>Informe del centro</PlainButton>}
      {mayRefer && <PlainButton onClick={() => go(referralsPath, { caseId })}>Derivaciones</PlainButton>}
    </div>
  );
}
