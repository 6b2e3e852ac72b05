/** What this program is, to another computer of the centre: two that differ in any of it do not work together. */
import { createHash } from 'node:crypto';
import { contract } from '../../shared/contract.ts';
import { z } from '../../shared/platform/zod.ts';
import { migrations } from '../migrations/index.ts';
import type { Version } from '../platform/lan/wire.ts';
import { version } from '../version.ts';

const shapeOf = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any', cycles: 'ref', reused: 'ref' });

let known: Version | null = null;

/** Made once: every procedure with what it takes and answers, in the order of their names. */
export function ownVersion(): Version {
  known ??= {
    version,
    contract: createHash('sha256').update(JSON.stringify(wholeContract())).digest('base64url'),
    schema: Number.parseInt(migrations.at(-1)?.id ?? '0', 10),
  };
  return known;
}

function wholeContract(): unknown {
  const byName = Object.entries(contract).sort(([one], [other]) => (one < other ? -1 : 1));
  return byName.map(([name, { input, output, permission }]) => [
    ...[name, permission],
    ...[shapeOf(input, 'input'), shapeOf(output, 'output')],
  ]);
}
