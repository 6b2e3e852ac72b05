/** Writes installer/icon.ico anew from the drawing. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { iconFile } from './icon-file.ts';
import { root } from './tools.ts';

const drawing = readFileSync(join(root, 'src/renderer/public/icon.svg'));
writeFileSync(join(root, 'installer/icon.ico'), await iconFile(drawing));
