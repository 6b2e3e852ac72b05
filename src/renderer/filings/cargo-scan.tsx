import { useRef } from 'react';
import type { ToPresent } from '../../shared/filings/index.ts';
import { fileIdOf, sendFile } from '../attachments/index.ts';
import { useAct, type ActClient } from '../platform/forms/index.ts';
import { Icon, PlainButton, Problem } from '../platform/ui/index.ts';

type Props = {
  readonly filing: ToPresent;
  readonly isKept: boolean;
  readonly onKept: (attachmentId: string) => void;
};

/** The scan of this cargo, kept at once among the files of the case. */
export function CargoScan({ filing, isKept, onKept }: Props) {
  const act = useAct();
  const input = useRef<HTMLInputElement>(null);
  const words = act.busy ? 'Guardando el escaneo' : isKept ? 'Cambiar el escaneo' : 'Escaneo del cargo';
  const send = (file: File) =>
    act.run((client) => sendCargoScan(client, filing, file), { of: fileIdOf(file), done: onKept });
  return (
    <>
      <PlainButton
        small
        aria-label={`${words}: ${filing.number}`}
        title={words}
        aria-disabled={act.busy}
        onClick={() => input.current?.click()}
      >
        <Icon name="clip" size={18} />
        {isKept && 'Con escaneo'}
      </PlainButton>
      <Problem inline words={act.problem} />
      <input
        ref={input}
        type="file"
        hidden
        accept=".pdf,.jpg,.jpeg,.png"
        aria-label={`Archivo del cargo: ${filing.number}`}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) void send(file);
        }}
      />
    </>
  );
}

/** Keeps the scan among the files of the case; answers its id. @throws what is wrong with the file */
async function sendCargoScan(client: ActClient, filing: ToPresent, file: File): Promise<string> {
  const sending = { onProgress: () => undefined, signal: new AbortController().signal };
  const fileId = await sendFile(client, file, sending);
  const facts = { kind: 'receipt', area: 'legal', description: `Cargo: ${filing.number}`, receivedFrom: null } as const;
  const { attachment } = await client.addAttachment({ caseId: filing.caseId, fileId, fileName: file.name, facts });
  return attachment.id;
}
