/** Expected failures: what a procedure may answer instead of its value. Bugs become `unexpected` with a number. */
import { codesOf } from './codes-of.ts';
import { z } from './zod.ts';

/** What each code says when no reason says it better (es-PE). */
export const codeWords = {
  invalid: 'Revise los datos marcados.',
  'rule-broken': 'Una regla no permite esta acción.',
  duplicate: 'Puede ser la misma persona o el mismo documento.',
  'not-found': 'No existe o no tiene acceso.',
  conflict: 'Otra persona cambió estos datos mientras usted escribía. Lo que escribió sigue en pantalla.',
  forbidden: 'Esta acción no corresponde a su función.',
  locked: 'La pantalla está bloqueada. Si escribía algo, quedó como borrador en las páginas que guardan solas.',
  'wrong-secret': 'No se pudo entrar. Revise el usuario y la contraseña.',
  damaged: 'El archivo del registro no pasó la revisión. No se cambió nada.',
  'from-the-future': 'El archivo fue escrito por una versión más nueva del programa. Actualice el programa.',
  storage: 'No se pudo usar el disco o la carpeta. Lo que escribió sigue en pantalla.',
  cancelled: 'Se canceló la acción. No se cambió nada.',
  unexpected: 'Algo falló de nuestro lado. Lo que escribió sigue en pantalla.',
} as const;
export type FailureCode = keyof typeof codeWords;
export const failureCodes = codesOf(codeWords);

/** One field in error: dotted path in the input (`user.birth.year`) and the Spanish sentence shown at it. */
export const fieldIssueSchema = z.strictObject({ path: z.string(), message: z.string() });
export type FieldIssue = z.infer<typeof fieldIssueSchema>;

export const failureSchema = z.strictObject({
  code: z.enum(failureCodes),
  /** Kebab-case key into the reason words; null when the code's own words say enough. */
  reason: z.string().nullable(),
  issues: z.array(fieldIssueSchema),
  /** Number to quote for a bug; null for every expected failure. */
  incident: z.string().nullable(),
});
export type Failure = z.infer<typeof failureSchema>;

/** Carries an expected failure through code that throws; the gate alone turns it into an envelope. */
export class ExpectedFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.reason === null ? failure.code : `${failure.code}:${failure.reason}`);
    this.name = 'ExpectedFailure';
    this.failure = failure;
  }
}

/** Makes the error to throw for an expected failure; `reason` must have words in `failure-words.ts`. */
export function fail(code: FailureCode, reason: string | null = null, issues: FieldIssue[] = []): ExpectedFailure {
  return new ExpectedFailure({ code, reason, issues, incident: null });
}

const unanswered: readonly FailureCode[] = ['unexpected', 'storage', 'locked', 'damaged'];

/**
 * Whether what was asked for may be stored all the same: no answer came, or one that does not say. Asking again must
 * then use the key of before; every other failure is the program's own «no», and nothing was stored.
 */
export function isUncertain({ code }: Failure): boolean {
  return unanswered.includes(code);
}

/** A domain rule broken at one field: shown beside that field in the given Spanish words. */
export function failAt(path: string, message: string, reason: string): ExpectedFailure {
  return fail('rule-broken', reason, [{ path, message }]);
}

/** Turns zod's issues into ours: dotted path, first message per path. */
export function issuesOf(error: z.ZodError): FieldIssue[] {
  const seen = new Map<string, FieldIssue>();
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.');
    if (!seen.has(path)) seen.set(path, { path, message: issue.message });
  }
  return [...seen.values()];
}
