/** `intake`, `risk`, `validate`: the work on one case, from files. Examples stand in `docs/examples`. */
import { isDeepStrictEqual } from 'node:util';
import {
  admissionNow,
  blankConditionAnswers,
  blankSectionA,
  blankSectionB,
  intakeReasons,
  isLeftToSay,
  pairRoles,
  type PairRole,
} from '../../shared/intake/index.ts';
import { blankPartnerRisk } from '../../shared/risk/index.ts';
import { blankAggressor, blankInformant, blankUser } from '../../shared/people/index.ts';
import type { Client, OutputOf } from '../../shared/platform/contract.ts';
import type { Contract } from '../../shared/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import { optionOf, readJson, required, sent, UsageError, word, type Command, type CommandLine } from './command.ts';

type Loose = Readonly<Record<string, unknown>>;

const isObject = (it: unknown): it is Loose => typeof it === 'object' && it !== null && !Array.isArray(it);

/** A case by its id or its number. @throws not-found */
export async function caseIdOf(line: CommandLine): Promise<string> {
  const given = required(line, 'case');
  if (!/^\d{4}-\d{4,}$/.test(given)) return given;
  const { cases } = await line.client.listMyCases({});
  const found = cases.find((one) => one.number === given);
  if (found === undefined) throw fail('not-found');
  return found.caseId;
}

/** A JSON object of the input file. @throws UsageError */
export function readObject(path: string): Loose {
  const value = readJson(path);
  if (!isObject(value)) throw new UsageError('El archivo de entrada debe ser un objeto JSON.');
  return value;
}

/** An object inside the input file; empty when it says nothing of it. @throws UsageError */
export function part(file: Loose, name: string): Loose {
  const value = file[name] ?? {};
  if (!isObject(value)) throw new UsageError(`«${name}» debe ser un objeto.`);
  return value;
}

/** Given values over blank ones, one level into objects: a file says only what is known. */
function over(blank: object, given: Loose): Loose {
  const merged: Record<string, unknown> = { ...blank };
  for (const [name, value] of Object.entries(given)) {
    const under = merged[name];
    merged[name] = isObject(under) && isObject(value) ? { ...under, ...value } : value;
  }
  return merged;
}

export const intakeCommand: Command = {
  usage: `--data CARPETA --user USUARIO --passphrase-file ARCHIVO --from F.json
       intake --data CARPETA --user USUARIO --passphrase-file ARCHIVO --case ID --from F.json

  El archivo dice solo lo que se sabe: lo que falta queda sin respuesta. «handOverTo» entrega el caso a uno o más
  servicios (psychology, social, legal). Muestra el número y el id del caso (JSON).

  La Sección B (sectionB, account, incident) es de quien atiende, no de Admisión: con el usuario de Admisión se guarda
  lo demás y «left» dice qué quedó. Quien atiende la agrega con --case y el mismo archivo: de él se toma solo ella.`,
  options: { from: word, case: word },
  run: async (line) => {
    const file = readObject(required(line, 'from'));
    const session = await line.signIn();
    const writesB = session.actions.includes('registerForm.writeB');
    if (line.options['case'] !== undefined) {
      if (!hasSectionB(file)) throw new UsageError('El archivo no trae la Sección B: con --case se agrega solo ella.');
      if (!writesB) throw fail('rule-broken', 'section-b-whose');
      const caseId = await caseIdOf(line);
      const { missing, warnings } = await saveSectionB(line, caseId, file);
      line.print({ caseId, missing, warnings, left: [] });
      return;
    }
    const { caseId, number, savedA } = await openFrom(line, file);
    const isLeft = hasSectionB(file) && !writesB;
    const savedB = isLeft ? { missing: [], warnings: [] } : await saveSectionB(line, caseId, file);
    const handOvers: unknown[] = [file['handOverTo'] ?? []].flat();
    for (const service of handOvers) await sent(line, 'handOverCase', { caseId, service });
    line.print({
      number,
      caseId,
      missing: [...savedA.missing, ...savedB.missing],
      warnings: [...savedA.warnings, ...savedB.warnings],
      left: isLeft ? ['sectionB'] : [],
    });
    if (isLeft) process.stderr.write(`${intakeReasons['section-b-whose']} Lo demás se guardó en la ficha ${number}.\n`);
  },
};

/** Case and Section A. */
async function openFrom(line: CommandLine, file: Loose) {
  const user = over(blankUser(), part(file, 'user'));
  const aggressor = over(blankAggressor(), part(file, 'aggressor'));
  const admission = over(admissionNow({ now: () => Date.now() }), part(file, 'admission'));
  const { caseId, number } = await sent(line, 'openCase', {
    arrivalId: null,
    admission,
    user,
    userLink: file['userLink'] ?? { kind: 'new' },
    aggressor,
    aggressorLink: file['aggressorLink'] ?? { kind: 'new' },
  });
  const a = await line.client.getSectionA({ caseId });
  const form = {
    ...a.form,
    admission,
    informant: file['informant'] === undefined ? null : over(blankInformant(), part(file, 'informant')),
    answers: over(blankSectionA(), part(file, 'sectionA')),
  };
  const savedA = await sent(line, 'saveSectionA', { caseId, version: a.version, form });
  return { caseId, number, savedA };
}

function hasSectionB(file: Loose): boolean {
  return file['sectionB'] !== undefined || file['account'] !== undefined || file['incident'] !== undefined;
}

async function saveSectionB(line: CommandLine, caseId: string, file: Loose) {
  if (!hasSectionB(file)) return { missing: [], warnings: [] };
  const b = await line.client.getSectionB({ caseId });
  const isThere = (b.form.account ?? null) !== null || !isDeepStrictEqual(b.form.answers, blankSectionB());
  if (isThere) throw fail('rule-broken', 'section-b-there');
  return sent(line, 'saveSectionB', {
    caseId,
    version: b.version,
    form: {
      incident: over(b.form.incident, part(file, 'incident')),
      account: file['account'] ?? null,
      answers: over(blankSectionB(), part(file, 'sectionB')),
    },
  });
}

/** What a file says nothing of was not asked; annex B is offered at the next interview. */
const notAsked = { ...blankPartnerRisk(), annexBlank: 'notAsked', locationOffer: 'later' } as const;

export const riskCommand: Command = {
  usage: '--data CARPETA --user USUARIO --passphrase-file ARCHIVO --case ID --from F.json',
  options: { case: word, from: word },
  run: async (line) => {
    const file = readObject(required(line, 'from'));
    await line.signIn();
    const caseId = await caseIdOf(line);
    const record = await sent(line, 'assessRisk', {
      caseId,
      answers: over(notAsked, part(file, 'answers')),
      hasConsent: file['hasConsent'] ?? false,
      confirmedLevel: file['confirmedLevel'] ?? null,
      overrideReason: file['overrideReason'] ?? null,
    });
    line.print({ points: record.points, level: record.confirmedLevel, scoreLevel: record.scoreLevel });
  },
};

/** Questions still to answer, each with its field. */
function neededIn({ asked }: OutputOf<Contract['proposeCondition']>) {
  const needed = asked.filter((one) => one.isNeeded);
  return needed.map(({ page, field, label }) => ({
    path: page === 'validate' ? `answers.${field}` : `${page}.${field}`,
    message: label,
  }));
}

/** Says of everybody alike that it is somebody else, five at a time as on the screen. */
export async function ruleOutAll(client: Client<Contract>, caseId: string, role: PairRole): Promise<void> {
  for (;;) {
    const { likely } = await client.proposeCondition({ caseId, answers: blankConditionAnswers });
    const open = likely.filter((one) => one.role === role && isLeftToSay(one));
    if (open.length === 0) return;
    const { version } = await client.getCase({ caseId });
    const personIds = open.map(({ personId }) => personId).filter((id) => id !== null);
    await client.ruleOutPersons({ caseId, version, role, personIds });
  }
}

function proposalOf(line: CommandLine, caseId: string, answers: object) {
  return sent(line, 'proposeCondition', { caseId, answers });
}

/** What the file answers, which may be left out, and the case. */
async function answered(line: CommandLine) {
  const from = optionOf(line, 'from');
  const file = from === undefined ? {} : readObject(from);
  await line.signIn();
  return { file, caseId: await caseIdOf(line) };
}

export const conditionCommand: Command = {
  usage: `--data CARPETA --user USUARIO --passphrase-file ARCHIVO --case ID [--from F.json]

  Con --from se responde lo que el registro no sabe ({"answers": {"newEvent": true, "servicesNeeded": 2, …}}).
  Muestra (JSON) la propuesta, sus razones con número y fecha de ficha, lo que falta responder y lo ya decidido.
  Nunca muestra nombres.`,
  options: { case: word, from: word },
  run: async (line) => {
    const { file, caseId } = await answered(line);
    const proposal = await proposalOf(line, caseId, over(blankConditionAnswers, part(file, 'answers')));
    const { proposed, reasons, warnings, ruleSetVersion, likely, decisions } = proposal;
    line.print({
      proposed,
      reasons,
      needsAnswer: neededIn(proposal),
      warnings,
      ruleSetVersion,
      // Who is alike is named on screen alone: here only that somebody must be told apart.
      likely: likely.map(({ role, fichas, isAsked, answer }) => ({ role, fichas, isAsked, answer })),
      decisions: decisions.map(({ proposed: then, condition, decidedAt }) => ({
        proposed: then,
        condition,
        decidedAt,
      })),
    });
  },
};

export const validateCommand: Command = {
  usage: `--data CARPETA --user USUARIO --passphrase-file ARCHIVO --case ID [--from F.json]

  Sin --from se confirma la condición propuesta por el historial; con --from se responden las preguntas que falten
  ({"answers": {...}, "condition": 1..5, "overrideReason": {"code": "newInformation", "text": null}}).
  "nobodyIs": ["user", "aggressor"] dice que ninguna de las personas parecidas es la de la ficha.`,
  options: { case: word, from: word },
  run: async (line) => {
    const { file, caseId } = await answered(line);
    const answers = over(blankConditionAnswers, part(file, 'answers'));
    const nobodyIs = file['nobodyIs'];
    for (const role of pairRoles.filter((one) => Array.isArray(nobodyIs) && nobodyIs.includes(one)))
      await ruleOutAll(line.client, caseId, role);
    const proposal = await proposalOf(line, caseId, answers);
    const condition = file['condition'] ?? proposal.proposed;
    if (typeof condition !== 'number') {
      throw fail('rule-broken', 'condition-undecided', neededIn(proposal));
    }
    const { version } = await line.client.getCase({ caseId });
    const overrideReason = file['overrideReason'] ?? null;
    const validated = await sent(line, 'validateCase', { caseId, version, answers, condition, overrideReason });
    line.print({ condition, reasons: proposal.reasons, reportingMonth: validated.reportingMonth });
  },
};
