import { useState } from 'react';
import { documentKindLabels, type IssuedDocument } from '../../../shared/papers/index.ts';
import { useGo } from '../../platform/routes.ts';
import { useSession } from '../../platform/session.tsx';
import { inLima } from '../../platform/times.ts';
import {
  PlainButton,
  Facts,
  look,
  ActionBar,
  EmptyState,
  Told,
  Panel,
  QueryState,
  ButtonRow,
} from '../../platform/ui/index.ts';
import { CaseHeading } from '../case-heading.tsx';
import { documentsPath, viewPath } from '../case-paths.ts';
import { mayRelease, shortHash } from '../copy-words.ts';
import { useDocuments, receiverOf } from '../queries.ts';
import { useSavingCopy } from '../release-copy-dialog.tsx';

type Props = { readonly params: { readonly caseId: string; readonly documentId: string } };

/** What was issued, its number and what to do with it now. Stays until the person leaves it. */
export function IssuedScreen({ params: { caseId, documentId } }: Props) {
  const documents = useDocuments(caseId);
  return (
    <>
      <CaseHeading caseId={caseId} title="Documento emitido" />
      <QueryState query={documents}>
        {(all) => {
          const document = all.find((one) => one.id === documentId);
          if (document === undefined) return <EmptyState>Este documento no es de este caso.</EmptyState>;
          return <Issued caseId={caseId} document={document} sheet={sheetOf(all, document)} />;
        }}
      </QueryState>
    </>
  );
}

type Companion = Readonly<Record<'title' | 'note' | 'save', string>>;

const companions: Partial<Record<IssuedDocument['kind'], Companion>> = {
  'reserved-sheet': {
    title: 'Anexo reservado',
    note: 'Se emitió aparte, en sobre cerrado, con los datos en reserva. No lo grape al escrito.',
    save: 'Guardar el anexo reservado',
  },
  'psychological-report': {
    title: 'Informe psicológico',
    note: 'Se emitió aparte, con su propio número. Fírmelo y adjúntelo al oficio que firma Coordinación.',
    save: 'Guardar el informe',
  },
  'social-report': {
    title: 'Informe',
    note: 'Se emitió aparte, con su propio número. Fírmelo y adjúntelo al oficio que firma Coordinación.',
    save: 'Guardar el informe',
  },
};

/** The sealed envelope or the report that was issued in the same act as this writ or letter. */
function sheetOf(all: readonly IssuedDocument[], document: IssuedDocument): IssuedDocument | null {
  if (document.kind !== 'filing' && document.kind !== 'official-letter') return null;
  return all.find((one) => companions[one.kind] !== undefined && one.issuedAt === document.issuedAt) ?? null;
}

type IssuedProps = {
  readonly caseId: string;
  readonly document: IssuedDocument;
  readonly sheet: IssuedDocument | null;
};

function Issued({ caseId, document, sheet }: IssuedProps) {
  const go = useGo();
  const { actions } = useSession();
  const companion = sheet === null ? undefined : companions[sheet.kind];
  const maySaveSheet = sheet !== null && mayRelease(sheet, actions);
  const [done, setDone] = useState<string | null>(null);
  const saving = useSavingCopy(caseId, setDone, receiverOf(document));
  return (
    <>
      <Told tone="done">{done}</Told>
      <Panel title={document.title}>
        <Facts
          of={[
            [documentKindLabels[document.kind], document.number],
            ['Emitido', `${inLima(document.issuedAt)}, ${document.issuedBy}`],
            ['Páginas', document.pages],
            ['Código de verificación', <span className={look.mono}>{shortHash(document)}</span>],
            ['Copias registradas', document.copies.length],
          ]}
        />
        <p className={look.secondary}>El programa no envía nada: presente o entregue usted la copia.</p>
      </Panel>
      {sheet !== null && companion !== undefined && (
        <Panel title={companion.title}>
          <p>{companion.note}</p>
          {maySaveSheet && <ButtonRow plain label={companion.save} onClick={() => saving.save(sheet)} />}
        </Panel>
      )}
      <ActionBar main={{ label: 'Guardar PDF', onClick: () => saving.save(document) }}>
        <PlainButton onClick={() => go(viewPath, { caseId, documentId: document.id })}>Ver</PlainButton>
        <PlainButton onClick={() => go(documentsPath, { caseId })}>Ir a Documentos</PlainButton>
      </ActionBar>
      {saving.dialog}
    </>
  );
}
