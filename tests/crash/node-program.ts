/** The project's own Node for the processes of the harness. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const bundled = join(import.meta.dirname, '../../node_modules/.bin/node');

export const node = existsSync(bundled) ? bundled : process.execPath;
