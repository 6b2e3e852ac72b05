/** Writes the static style sheet of the theme: `npx node scripts/make-theme.ts`. */
import { writeFileSync } from 'node:fs';

// By address: the theme belongs to the renderer's project, whose types (DOM, JSX) scripts do not load.
const source = new URL('../src/renderer/platform/ui/theme.ts', import.meta.url);
const target = new URL('../src/renderer/platform/ui/theme.css', import.meta.url);

const { themeCss } = (await import(source.href)) as { themeCss: () => string };
writeFileSync(target, themeCss());
