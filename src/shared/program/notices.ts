/** What the program is made of besides itself: the list that ships with it (`resources/notices`). */
import { oneOf, z } from '../platform/zod.ts';

/** Where a part works: bundled into the program or the window, a package beside them, the shell around all, or fonts of papers. */
export const noticePlaceLabels = {
  program: 'Programa',
  window: 'Ventana',
  beside: 'Biblioteca aparte',
  shell: 'Base de la ventana',
  fonts: 'Letras de los documentos',
} as const;
export type NoticePlace = keyof typeof noticePlaceLabels;

export const partSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  /** SPDX expression. */
  licence: z.string(),
  places: z.array(oneOf(noticePlaceLabels)).min(1),
});
export type Part = z.infer<typeof partSchema>;

/** The file as it is written: equal texts stand once, each part names its own by their position. */
export const noticesSchema = z.strictObject({
  parts: z.array(z.strictObject({ ...partSchema.shape, texts: z.array(z.int().nonnegative()).min(1) })).min(1),
  texts: z.array(z.string().min(1)),
});
export type Notices = z.infer<typeof noticesSchema>;
