/** `filing`, `referral`: papers of a case into a PDF or Word file the caller names. */
import { join, parse } from 'node:path';
import { blankConsent } from '../../shared/care/index.ts';
import type { Contract } from '../../shared/contract.ts';
import {
  filingKinds,
  kinds as kindsOfFiling,
  ownKind,
  reportKind,
  shippedTemplates,
} from '../../shared/filings/index.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import { referralKinds, referralRules, type ReferralKind } from '../../shared/referrals/index.ts';
import { caseIdOf, part, readObject } from './case-work.ts';
import { flag, required, sent, UsageError, word, type Command, type CommandLine, type Given } from './command.ts';
import { fetchFile, fetchToSave, makeFolder, requireNew, writeNew } from './out-file.ts';

type IssuedDocument = OutputOf<Contract['issueFiling']>['document'];

/** `F.pdf` → `F-informe.pdf`. */
function besideName(out: string): string {
  const { dir, name, ext } = parse(out);
  return join(dir, `${name}-informe${ext}`);
}

/** The report that was issued with its cover letter. */
async function reportWith(line: CommandLine, caseId: string, letter: IssuedDocument): Promise<IssuedDocument> {
  const { documents } = await line.client.listDocuments({ caseId });
  const report = documents.find(({ kind, issuedAt }) => kind.endsWith('-report') && issuedAt === letter.issuedAt);
  if (report === undefined) throw fail('not-found');
  return report;
}

/** A text of the input file, or what stands in for it. */
function textOf(file: Readonly<Record<string, unknown>>, name: string, otherwise: string): string {
  const value = file[name];
  return typeof value === 'string' ? value : otherwise;
}

/** `--format`, PDF unless said. @throws UsageError for another */
function formatOf(line: Given): 'pdf' | 'docx' {
  const format = line.options['format'] ?? 'pdf';
  if (format !== 'pdf' && format !== 'docx') throw new UsageError('--format es pdf o docx.');
  return format;
}

/** Registers one copy of an issued document and writes its bytes. */
async function release(
  line: CommandLine,
  copy: { caseId: string; documentId: string; recipient: string; purpose: string; out: string },
): Promise<string> {
  const { caseId, documentId, recipient, purpose } = copy;
  const format = formatOf(line);
  const released = await line.client.releaseCopy({ caseId, documentId, way: 'save', format, recipient, purpose });
  if (released.file === null) throw fail('storage', 'copy-not-delivered');
  writeNew(copy.out, await fetchFile(line, released.file));
  return released.copy.number;
}

/** With a case the kinds its centre offers, by its own tables; without one the kinds that come with the program. */
async function listKinds(line: CommandLine): Promise<void> {
  if (line.options['case'] === undefined) {
    const writs = shippedTemplates.filter(({ value }) => filingKinds.some((kind) => kind === value.kind));
    const listed = writs.map(({ id, version, confirmation, value: { kind } }) => ({
      kind,
      label: kindsOfFiling[kind].label,
      template: `${id}@${version}`,
      isConfirmed: confirmation !== 'toConfirm',
    }));
    line.print({ kinds: listed });
    return;
  }
  await line.signIn();
  const { kinds } = await line.client.listFilings({ caseId: await caseIdOf(line) });
  line.print({
    kinds: kinds.map(({ kind, model, label, template, isConfirmed }) => ({
      ...{ kind, label, template, isConfirmed },
      ...(model === null ? {} : { model }),
    })),
  });
}

/** The draft of every kind the centre offers, from the record alone; nothing is issued. */
async function draftAll(line: CommandLine, folder: string): Promise<void> {
  const format = formatOf(line);
  await line.signIn();
  const caseId = await caseIdOf(line);
  const { kinds } = await line.client.listFilings({ caseId });
  makeFolder(folder);
  const fileOf = ({ kind, model }: { kind: number; model: string | null }) =>
    join(folder, `escrito-${String(kind).padStart(2, '0')}${model === null ? '' : `-${model}`}.${format}`);
  const sound = kinds.filter(({ isSound }) => isSound);
  requireNew(...sound.map(fileOf));
  const drafts = [];
  for (const { kind, model, template } of sound) {
    const { options } = await line.client.startFiling({ caseId, kind, model });
    const draft = await line.client.previewFiling({ caseId, kind, options, format });
    writeNew(fileOf({ kind, model }), await fetchToSave(line, draft.file));
    drafts.push({ kind, template, pages: draft.pages, missing: draft.missing.length });
  }
  line.print({ drafts, unsound: kinds.filter(({ isSound }) => !isSound).map(({ kind }) => kind) });
}

/** What is issued or drafted, and where to. @throws UsageError */
function filingAsked(line: Given) {
  const out = required(line, 'out');
  const format = formatOf(line);
  const kind = Number(required(line, 'kind'));
  const from = required(line, 'from');
  const isDraft = line.options['draft'] === true;
  // A draft of a report holds its letter as well.
  const reportOut = kind === reportKind && !isDraft ? besideName(out) : null;
  requireNew(out, ...(reportOut === null ? [] : [reportOut]));
  return { out, format, kind, from, isDraft, reportOut };
}

const ofPapers = { case: word, kind: word, from: word, out: word, format: word, list: flag };

export const filingCommand: Command = {
  usage: `--data CARPETA --user USUARIO --passphrase-file ARCHIVO --case ID --kind N [--model ID] --from F.json --out F.pdf [--draft] [--format pdf|docx]
  --list
  --data CARPETA --user USUARIO --passphrase-file ARCHIVO --case ID --list
  --data CARPETA --user USUARIO --passphrase-file ARCHIVO --case ID --all --out CARPETA [--format pdf|docx]

  --list da las clases, con su modelo y si está por confirmar; con un caso, las que ofrece el centro.
  --draft escribe las páginas marcadas «BORRADOR», sin emitir; --format docx, en Word. --all escribe el borrador de cada clase.
  Cada borrador queda en «Archivos guardados fuera», a nombre del usuario.
  --kind ${ownKind} --model ID: un modelo propio del centro; su ID sale en --list.
  --kind ${reportKind} emite dos papeles: el oficio en F.pdf y el informe, junto a él, en F-informe.pdf.`,
  options: { ...ofPapers, model: word, draft: flag, all: flag },
  check: (line) => {
    if (line.options['list'] !== true && line.options['all'] !== true) filingAsked(line);
  },
  run: async (line) => {
    if (line.options['list'] === true) {
      await listKinds(line);
      return;
    }
    if (line.options['all'] === true) {
      await draftAll(line, required(line, 'out'));
      return;
    }
    const { out, format, kind, from, isDraft, reportOut } = filingAsked(line);
    const file = readObject(from);
    await line.signIn();
    const caseId = await caseIdOf(line);
    const model = line.options['model'] ?? null;
    const { options } = await sent(line, 'startFiling', { caseId, kind, model });
    const given = (file['options'] ?? {}) as { answers?: object };
    const answers = { ...options.answers, ...given.answers };
    const request = { caseId, kind, options: { ...options, ...given, answers } };
    if (isDraft) {
      const draft = await sent(line, 'previewFiling', { ...request, format });
      writeNew(out, await fetchToSave(line, draft.file));
      line.print({ draft: true, pages: draft.pages, missing: draft.missing, reserved: draft.reserved });
      return;
    }
    const missingReason = file['missingReason'] ?? null;
    const { document } = await sent(line, 'issueFiling', { ...request, missingReason });
    const recipient = textOf(file, 'recipient', 'Órgano destinatario del escrito');
    const purpose = textOf(file, 'purpose', 'Presentación');
    const save = async (paper: IssuedDocument, to: string) => ({
      ...{ number: paper.number, contentHash: paper.contentHash, pages: paper.pages },
      copy: await release(line, { caseId, documentId: paper.id, recipient, purpose, out: to }),
    });
    const printed = await save(document, out);
    if (reportOut === null) {
      line.print(printed);
      return;
    }
    line.print({ ...printed, report: await save(await reportWith(line, caseId, document), reportOut) });
  },
};

/** A kind as `--list` shows it: what the input file may ask for and answer. */
function listedKind(kind: ReferralKind) {
  const { label, services, asked, urgency, confirmation } = referralRules[kind];
  return { kind, label, urgency, services, answers: Object.keys(asked), confirmation };
}

/** @throws UsageError */
function referralAsked(line: Given) {
  const out = required(line, 'out');
  formatOf(line);
  const kind = required(line, 'kind');
  const from = required(line, 'from');
  requireNew(out);
  return { out, kind, from };
}

export const referralCommand: Command = {
  usage: `--data CARPETA --user USUARIO --passphrase-file ARCHIVO --case ID --kind CLASE --from F.json --out F.pdf [--format pdf|docx] [--anyway]
       referral --list

  Si el archivo trae «consent», se registra antes de emitir.
  --anyway responde «sí» cuando la ficha habla contra el kit de emergencia: sin violencia sexual, o pasadas sus horas.`,
  options: { ...ofPapers, anyway: flag },
  check: (line) => {
    if (line.options['list'] !== true) referralAsked(line);
  },
  run: async (line) => {
    if (line.options['list'] === true) {
      line.print({ kinds: referralKinds.map(listedKind) });
      return;
    }
    const { out, kind, from } = referralAsked(line);
    const file = readObject(from);
    await line.signIn();
    const caseId = await caseIdOf(line);
    if (file['consent'] !== undefined) {
      const consent = { ...blankConsent, ...part(file, 'consent') };
      await line.client.recordConsent({ caseId, consent });
    }
    const { options } = await sent(line, 'startReferral', { caseId, kind });
    const given = (file['options'] ?? {}) as { answers?: object };
    const answers = { ...options.answers, ...given.answers };
    const decided = line.options['anyway'] === true ? { isKitDecided: true } : {};
    const request = { caseId, kind, options: { ...options, ...given, ...decided, answers } };
    const { document } = await sent(line, 'issueReferral', request);
    const recipient = textOf(file, 'recipient', 'Institución que recibe');
    const purpose = textOf(file, 'purpose', 'Derivación de la persona usuaria');
    const copy = await release(line, { caseId, documentId: document.id, recipient, purpose, out });
    line.print({ number: document.number, contentHash: document.contentHash, pages: document.pages, copy });
  },
};
