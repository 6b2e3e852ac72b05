/** The project's own Node for the processes of the harness. */
import { nodeOf } from '../../scripts/programs.ts';

export const node = nodeOf();
