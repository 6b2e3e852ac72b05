import { useState } from 'react';
import { PasswordAgainDialog } from '../../access/index.ts';
import { useGo } from '../../platform/routes.ts';
import { PlainButton, ActionBar, Told, PdfPages, QueryState } from '../../platform/ui/index.ts';
import { CaseHeading } from '../case-heading.tsx';
import { documentsPath } from '../case-paths.ts';
import { useDocumentPages } from '../queries.ts';
import { useSavingCopy } from '../release-copy-dialog.tsx';

type Props = { readonly params: { readonly caseId: string; readonly documentId: string } };

/** The very pages as issued. */
export function ViewDocumentScreen({ params: { caseId, documentId } }: Props) {
  const go = useGo();
  const { pages, needsPassword, readWith } = useDocumentPages(caseId, documentId);
  const [done, setDone] = useState<string | null>(null);
  const saving = useSavingCopy(caseId, setDone);
  const document = pages.data?.document;
  const main = document === undefined ? {} : { main: { label: 'Guardar PDF', onClick: () => saving.save(document) } };
  return (
    <>
      <CaseHeading caseId={caseId} title={document?.number ?? 'Documento'} />
      <Told tone="done">{done}</Told>
      {!needsPassword && (
        <QueryState query={pages}>
          {(data) => <PdfPages bytes={data.bytes} title={`${data.document.title}, ${data.document.number}`} />}
        </QueryState>
      )}
      {needsPassword && (
        <PasswordAgainDialog
          title="Anexo reservado"
          verb="Ver el anexo"
          onConfirm={readWith}
          onCancel={() => go(documentsPath, { caseId })}
        >
          <p>Contiene el domicilio real. Escriba su contraseña para verlo.</p>
        </PasswordAgainDialog>
      )}
      <ActionBar {...main}>
        <PlainButton onClick={() => go(documentsPath, { caseId })}>Volver a Documentos</PlainButton>
      </ActionBar>
      {saving.dialog}
    </>
  );
}
