/** One input that a schema takes, for any procedure: the values named by the test where a name fits, else the first that passes. */
import { z } from '../../src/shared/platform/zod.ts';

/** Values by the name of the property they stand under, tried before all others. */
export type Named = Readonly<Record<string, readonly unknown[]>>;

const pool: readonly unknown[] = [
  ...[
    'Texto inventado',
    '2026-06-10',
    '2026-06',
    '2026-05',
    '09:30',
    '2026-06-10T14:00:00.000Z',
    '2026-0001',
    '150132',
  ],
  ...['00000000-0000-4000-8000-000000000000', 'inventada', 'legal', 'a'.repeat(64), '999999999', 'texto-inventado.pdf'],
  ...['correo@inventado.example', 'es', 'PE', 'G-2026-000001', '2026', '12345678', 'AQIDBA==', '', 'a'],
  'backup-20260610t140000z-1',
  ...[1, 0, 2, 3, 5, 10, 100, 2026, true, false, null],
];

/** What was found for a schema with the same names: a test asks again for each of the staff. */
const foundOnce = new WeakMap<Named, Map<z.ZodType, unknown>>();

/** Undefined when nothing was found that the schema takes. */
export function validInput(schema: z.ZodType, named: Named): unknown {
  const known = foundOnce.get(named) ?? new Map<z.ZodType, unknown>();
  foundOnce.set(named, known);
  if (!known.has(schema)) known.set(schema, search(schema, named));
  return structuredClone(known.get(schema));
}

function search(schema: z.ZodType, named: Named): unknown {
  for (let choice = 0; choice < 12; choice += 1) {
    const found = shaped(schema, { named, name: '', choice });
    if (schema.safeParse(found).success) return found;
  }
  return undefined;
}

type Where = { readonly named: Named; readonly name: string; readonly choice: number };

function shaped(schema: z.ZodType, where: Where): unknown {
  const own = where.named[where.name]?.find((value) => schema.safeParse(value).success);
  if (own !== undefined) return own;
  const part = partOf(schema, where);
  return part === null ? pool.find((value) => schema.safeParse(value).success) : part.value;
}

/** What a schema of parts, or of listed values, takes; null for one that says neither. */
function partOf(schema: z.ZodType, where: Where): { readonly value: unknown } | null {
  const { choice } = where;
  if (schema instanceof z.ZodEnum) return { value: schema.options[choice % schema.options.length] };
  if (schema instanceof z.ZodLiteral) return { value: [...schema.values][choice % schema.values.size] };
  if (schema instanceof z.ZodRecord) return { value: {} };
  if (schema instanceof z.ZodObject) {
    const parts = Object.entries(schema.shape).map(([name, part]) => [
      name,
      shaped(part as z.ZodType, { ...where, name }),
    ]);
    return { value: Object.fromEntries(parts) as unknown };
  }
  if (schema instanceof z.ZodTuple) {
    return { value: schema.def.items.map((item) => shaped(item as z.ZodType, where)) };
  }
  return wrappedIn(schema, where);
}

/** The same of a schema around others. */
function wrappedIn(schema: z.ZodType, where: Where): { readonly value: unknown } | null {
  const { choice } = where;
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    const within = schema.unwrap() as z.ZodType;
    const inner = shaped(within, where);
    return { value: choice % 2 === 0 && within.safeParse(inner).success ? inner : null };
  }
  if (schema instanceof z.ZodDefault) return { value: shaped(schema.unwrap() as z.ZodType, where) };
  if (schema instanceof z.ZodArray) return { value: listOf(schema, where) };
  if (schema instanceof z.ZodUnion) {
    const options = schema.options as z.ZodType[];
    return { value: shaped(options[choice % options.length] ?? z.never(), where) };
  }
  if (schema instanceof z.ZodPipe && !pool.some((value) => schema.safeParse(value).success)) {
    // Where anything comes in, what it has to be stands behind.
    const { in: given, out } = schema.def;
    return { value: shaped((given instanceof z.ZodUnknown ? out : given) as z.ZodType, where) };
  }
  return null;
}

/** One element, or as many as the list asks for: the groups of a paper key are four. */
function listOf(schema: z.ZodArray, where: Where): unknown[] {
  const one = shaped(schema.element as z.ZodType, where);
  return [[one], Array.from({ length: 4 }, () => one)].find((list) => schema.safeParse(list).success) ?? [one];
}
