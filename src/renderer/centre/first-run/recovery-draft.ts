import { z } from '../../../shared/platform/zod.ts';

export const askedGroups = ['first', 'second', 'third', 'fourth'] as const;
export type AskedGroup = (typeof askedGroups)[number];
export type RecoveryDraft = Readonly<Record<AskedGroup, string>>;

/** As the application reads a group: case and white space aside, O is 0, I and L are 1. */
function readGroup(text: string): string {
  return text.trim().toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
}

/**
 * Schema of the four groups. Where the window still knows the key each wrong group is told apart; after a lock only
 * the application can tell, and it says it for all four at once.
 */
export function recoverySchema(asked: readonly number[], key: readonly string[] | null) {
  const group = (index: number) =>
    z
      .string()
      .refine((text) => readGroup(text) !== '', { error: `Escriba el grupo ${asked[index] ?? ''}.` })
      .refine((text) => readGroup(text) === '' || readGroup(text).length === 4, {
        error: `El grupo ${asked[index] ?? ''} tiene 4 letras o números.`,
      })
      .refine((text) => readGroup(text).length !== 4 || isRight(text, index), {
        error: `El grupo ${asked[index] ?? ''} no coincide con la clave. Revise el papel.`,
      });
  const isRight = (text: string, index: number) => {
    const expected = key?.[(asked[index] ?? 0) - 1];
    return expected === undefined || readGroup(text) === readGroup(expected);
  };
  return z.strictObject({ first: group(0), second: group(1), third: group(2), fourth: group(3) });
}
