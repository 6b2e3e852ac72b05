import { CaseDocuments } from '../case-documents.tsx';
import { CaseHeading } from '../case-heading.tsx';

/** «Documentos» of a case. */
export function DocumentsScreen({ params: { caseId } }: { readonly params: { readonly caseId: string } }) {
  return (
    <>
      <CaseHeading caseId={caseId} title="Documentos" />
      <CaseDocuments caseId={caseId} />
    </>
  );
}
