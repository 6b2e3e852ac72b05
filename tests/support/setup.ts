/** Every test reads the words that the product shows: zod is configured once, as in each process. */
import '../../src/shared/platform/zod.ts';
