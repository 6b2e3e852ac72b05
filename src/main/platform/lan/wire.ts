/** What keeper and companion say to each other, and the limits both hold. */
import type { IncomingMessage } from 'node:http';
import { failureCodes } from '../../../shared/platform/failures.ts';
import { z } from '../../../shared/platform/zod.ts';

/** As for the browser of this computer (`loopback-host.ts`). */
export const maxBody = 1_200_000;
export const maxPairBody = 4096;
/** Carries the id that a companion's process gives itself. */
export const processHeader = 'x-process';
/** The one thing that a companion of another version may fetch. */
export const updateName = 'update';

export const callName = /^[A-Za-z][\w.-]{0,99}$/;
export const fetchId = /^[\w.-]{1,200}$/;

/** What a program is: two that differ in any of it do not work together. */
export type Version = {
  /** `1.4.0` */
  readonly version: string;
  /** Hash of the contract. */
  readonly contract: string;
  /** Number of the last migration. */
  readonly schema: number;
};

export const helloSchema = z.strictObject({
  version: z.string().max(40),
  contract: z.string().max(200),
  schema: z.int().min(0),
  process: z.string().regex(/^[\w-]{16,64}$/),
  /** The newest statement of who keeps the record (`statement.ts`) that this computer has seen; null for none. */
  statement: z.unknown().default(null),
});

/**
 * The companion is older or newer than the keeper; another computer keeps the record; a companion that was revoked, or whose
 * process gave way to another, and one that has not said hello.
 */
export const refusals = [
  ...(['older', 'newer', 'moved', 'revoked', 'replaced'] as const),
  ...(['hello-first', 'flood', 'too-large'] as const),
];
export type Refusal = (typeof refusals)[number];

export const helloAnswerSchema = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    version: z.string(),
    /** The keeper's own; null before its record was opened since it is one. */
    statement: z.unknown().default(null),
  }),
  z.strictObject({
    ok: z.literal(false),
    why: z.enum(['older', 'newer', 'moved', 'revoked']),
    version: z.string().nullable().default(null),
    /** The same: who may do nothing else has to hear it all the same. */
    statement: z.unknown().default(null),
  }),
]);
export type HelloAnswer = z.infer<typeof helloAnswerSchema>;

export const refusalSchema = z.object({ ok: z.literal(false), why: z.enum(refusals) });

export const pairRequestSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  proof: z.base64url().length(43),
});

/** `refused`: the code was right, and the record did not take the companion. */
export const pairAnswerSchema = z.strictObject({
  proof: z.base64url().length(43),
  answer: z.unknown(),
  refused: z
    .strictObject({
      code: z.enum(failureCodes),
      reason: z
        .string()
        .regex(/^[a-z0-9-]{1,60}$/)
        .nullable(),
    })
    .nullable(),
});
export type PairAnswer = z.infer<typeof pairAnswerSchema>;

/** A line of the events stream: a message of the application, or a word of the host itself. An empty line is a beat. */
export const eventLineSchema = z.union([
  z.strictObject({ kind: z.enum(['closing', 'replaced']) }),
  z.strictObject({ message: z.unknown() }),
]);

/** Where the companion stands: null for the same program. One that differs in nothing but the contract takes the keeper's. */
export function compareVersions(keeper: Version, companion: Version): 'older' | 'newer' | null {
  const by = orderOf(companion.version, keeper.version) || companion.schema - keeper.schema;
  if (by !== 0) return by < 0 ? 'older' : 'newer';
  return companion.version === keeper.version && companion.contract === keeper.contract ? null : 'older';
}

/** Below 0 when the first is older. What is no number counts as 0. */
function orderOf(first: string, second: string): number {
  const numbers = (version: string) => version.split(/\D+/).map(Number);
  const [a, b] = [numbers(first), numbers(second)];
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const by = (a[at] ?? 0) - (b[at] ?? 0);
    if (by !== 0) return by;
  }
  return 0;
}

/** All of it as bytes; null when it is longer than `most`, with the rest left unread. Throws when it breaks off. */
export async function readPieces(stream: AsyncIterable<Buffer>, most: number): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size > most) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The body, whose connection stays. */
export const readBytes = (message: IncomingMessage, most: number) =>
  readPieces(message.iterator({ destroyOnReturn: false }), most);

/** The parsed text; undefined when it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
