/**
 * Imported first by the entry, before any schema is made: zod otherwise tries `new Function`, which our content
 * security policy counts as a violation.
 */
import { z } from '../../shared/platform/zod.ts';

z.config({ jitless: true });
