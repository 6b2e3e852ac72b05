/** pdf.js under our content security policy: no frame, no WebAssembly, one worker from our own files. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

type ScriptUrlPolicy = { createScriptURL(address: string): string };
type TrustedTypes = { createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy };

const ownWorker = () => new URL(workerAddress, import.meta.url).href;
let policy: ScriptUrlPolicy | undefined;

/** Accepts the address of pdf.js' worker and no other. */
export function acceptOnlyOwnWorker(address: string): string {
  if (address !== ownWorker()) throw new TypeError('Only the worker of the preview may be started');
  return address;
}

function trustedAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('registro-pdf', { createScriptURL: acceptOnlyOwnWorker });
  return policy === undefined ? ownWorker() : policy.createScriptURL(ownWorker());
}

export type PdfOpening = { readonly document: Promise<PDFDocumentProxy>; readonly close: () => void };

/** The bytes are copied: pdf.js takes what it is given. Where no worker can be started `document` is refused. */
export function openPdf(bytes: Uint8Array): PdfOpening {
  let port: Worker | undefined;
  const open = async () => {
    port = new Worker(trustedAddress(), { type: 'module' });
    const pdf = await import('pdfjs-dist');
    const worker = pdf.PDFWorker.create({ port });
    return await pdf.getDocument({ data: bytes.slice(), worker, useWasm: false, isImageDecoderSupported: false })
      .promise;
  };
  return {
    document: open(),
    close: () => {
      port?.terminate();
    },
  };
}
