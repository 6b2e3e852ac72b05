import { useMemo, useState } from 'react';
import {
  custodyKindLabels,
  exportReasonLabels,
  fileAnnulReasonLabels,
  fileAreaLabels,
  fileKindLabels,
  fileTypeLabels,
  fileWarningLabels,
  type CustodyLink,
} from '../../../shared/attachments/index.ts';
import { CaseFrame } from '../../intake/index.ts';
import type { Output } from '../../platform/client.ts';
import { useGo } from '../../platform/routes.ts';
import { useMay, useMayStore } from '../../platform/session.tsx';
import { inLima } from '../../platform/times.ts';
import {
  PlainButton,
  Facts,
  look,
  ActionBar,
  DataTable,
  Notice,
  PageTitle,
  Panel,
  PdfPages,
  QueryState,
  StateBadge,
  type Column,
  Lines,
  Told,
} from '../../platform/ui/index.ts';
import { AnnulFileDialog, DescribeFileDialog, ExportFileDialog } from '../file-dialogs.tsx';
import css from '../attachments.module.css';
import { Picture, type ShownProps } from '../picture.tsx';
import { useAttachment } from '../queries.ts';
import { TakeOriginal } from '../take-original.tsx';
import { filesPath, sizeWords } from '../words.ts';

type Props = { readonly params: { readonly caseId: string; readonly attachmentId: string } };
type View = Output<'viewAttachment'> & { readonly bytes: Uint8Array<ArrayBuffer> | null };

/** One file: what is seen of it, what is known of it, and every hand it went through. */
export function FileScreen({ params: { caseId, attachmentId } }: Props) {
  const view = useAttachment(caseId, attachmentId);
  return (
    <CaseFrame caseId={caseId} page="files">
      {() => <QueryState query={view}>{(data) => <FileView caseId={caseId} view={data} />}</QueryState>}
    </CaseFrame>
  );
}

type Asked = 'describe' | 'annul' | 'export' | null;

function FileView({ caseId, view }: { readonly caseId: string; readonly view: View }) {
  const go = useGo();
  const mayAdd = useMayStore('attachment.add');
  const mayExport = useMay('attachment.exportOriginal');
  const [asked, setAsked] = useState<Asked>(null);
  const [done, setDone] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const { attachment } = view;
  const isKept = attachment.annulled === null;
  const close = (words?: string) => {
    setAsked(null);
    if (words !== undefined) setDone(words);
  };
  return (
    <>
      <PageTitle>{attachment.facts.description}</PageTitle>
      {done !== null && <Notice tone="done">{done}</Notice>}
      <Alarms view={view} />
      <Shown view={view} />
      <FileFacts view={view} />
      <DataTable
        caption="Cadena de custodia, de la más antigua a la más reciente"
        columns={custodyColumns}
        rows={view.custody.map((link, at) => ({ ...link, at, when: link.at }))}
        keyOf={({ at }) => String(at)}
      />
      {view.exporting === 'approved' && <TakeOriginal caseId={caseId} attachmentId={attachment.id} onDone={setSaved} />}
      {saved !== null && <Notice tone="done">{saved}</Notice>}
      <ActionBar>
        <PlainButton onClick={() => go(filesPath, { caseId })}>Volver a Archivos</PlainButton>
        {mayAdd && isKept && (
          <>
            <PlainButton onClick={() => setAsked('describe')}>Corregir la descripción</PlainButton>
            <PlainButton onClick={() => setAsked('annul')}>Anular…</PlainButton>
          </>
        )}
        {mayExport && isKept && view.exporting === 'none' && (
          <PlainButton onClick={() => setAsked('export')}>Entregar el original…</PlainButton>
        )}
      </ActionBar>
      {asked === 'describe' && <DescribeFileDialog caseId={caseId} attachment={attachment} onClose={close} />}
      {asked === 'annul' && <AnnulFileDialog caseId={caseId} attachment={attachment} onClose={close} />}
      {asked === 'export' && <ExportFileDialog caseId={caseId} attachment={attachment} onClose={close} />}
    </>
  );
}

function Alarms({ view: { isIntact, attachment, exporting } }: { readonly view: View }) {
  return (
    <>
      {!isIntact && (
        <Told role="alert" tone="error">
          El archivo guardado no coincide con su huella, o falta. No se muestra. Avise a Coordinación: puede recuperarse
          de una copia.
        </Told>
      )}
      {attachment.annulled !== null && (
        <Notice tone="warning">
          Anulado: {attachment.annulled.words ?? fileAnnulReasonLabels[attachment.annulled.reason]}.
        </Notice>
      )}
      {exporting === 'asked' && (
        <Notice tone="accent">Pidió entregar el original. Falta que otra persona lo apruebe.</Notice>
      )}
      {attachment.warnings.length > 0 && (
        <Notice tone="warning">
          <Lines className={css.warnings} of={attachment.warnings.map((code) => fileWarningLabels[code])} />
        </Notice>
      )}
    </>
  );
}

function Shown({ view: { shownAs, bytes, attachment } }: { readonly view: View }) {
  if (bytes === null) return null;
  if (shownAs === 'pages') return <PdfPages bytes={bytes} title={attachment.facts.description} />;
  if (shownAs === 'image') return <Picture bytes={bytes} title={attachment.facts.description} />;
  return <WrittenText bytes={bytes} title={attachment.facts.description} />;
}

function WrittenText({ bytes, title }: ShownProps) {
  const text = useMemo(() => new TextDecoder('utf-8').decode(bytes), [bytes]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is reached with the keyboard
    <section className={css.text} aria-label={title} tabIndex={0}>
      {text}
    </section>
  );
}

function FileFacts({ view: { attachment } }: { readonly view: View }) {
  const { facts } = attachment;
  return (
    <Panel title="Datos del archivo">
      <Facts
        of={[
          ['Nombre con que llegó', attachment.name],
          ['Qué es', fileKindLabels[facts.kind]],
          ['Área', fileAreaLabels[facts.area]],
          [
            'Tipo y tamaño',
            `${fileTypeLabels[attachment.type]}, ${sizeWords(attachment.size)}${attachment.pages === null ? '' : `, ${attachment.pages} páginas`}`,
          ],
          ['Quién lo entregó', facts.receivedFrom ?? 'Sin registrar'],
          ['Huella (SHA-256)', <span className={look.mono}>{attachment.sha256}</span>],
        ]}
      />
    </Panel>
  );
}

type CustodyRow = Omit<CustodyLink, 'at'> & { readonly at: number; readonly when: CustodyLink['at'] };

const custodyColumns: readonly Column<CustodyRow>[] = [
  { title: 'Qué pasó', cell: ({ kind }) => <What kind={kind} /> },
  { title: 'Quién', cell: ({ staffName }) => staffName },
  { title: 'Cuándo', cell: ({ when }) => inLima(when) },
  { title: 'Detalle', cell: ({ note, kind }) => (kind === 'exportProposed' ? forWhom(note) : (note ?? '—')) },
  {
    title: 'Huella',
    cell: ({ sha256 }) => <span className={look.mono}>{sha256 === null ? '—' : sha256.slice(0, 12)}</span>,
  },
];

function What({ kind }: { readonly kind: CustodyLink['kind'] }) {
  const words = custodyKindLabels[kind];
  return kind === 'changedOutside' ? <StateBadge tone="error">{words}</StateBadge> : words;
}

const forWhom = (note: string | null) => note ?? exportReasonLabels.other;
