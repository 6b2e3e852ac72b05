/** Whether this program was published. A root file on purpose: it is asked by where it stands, as source and in the bundle. */
import { isRelease } from './program/index.ts';

export const isPublished = isRelease(import.meta.dirname);
