/**
 * Mantine dressed in our tokens, and the static style sheet made of it.
 *
 * Our content security policy forbids style elements written at run time, so the variables that Mantine would
 * inject stand in `theme.css`, written by `scripts/make-theme.ts`.
 */
import {
  convertCssVariables,
  createTheme,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import { colours, radius, spaces, typeface } from './tokens.ts';

const { accent, accentHover, accentTint, error, errorTint } = colours;

/** Ten shades as the library wants them; ours are the tint, the colour and what it becomes under the mouse. */
const shades = (tint: string, own: string, pressed: string) =>
  [tint, tint, tint, tint, own, own, own, own, own, pressed] as const;

export const theme = createTheme({
  colors: { accent: shades(accentTint, accent, accentHover), severe: shades(errorTint, error, error) },
  primaryColor: 'accent',
  primaryShade: 8,
  fontFamily: typeface,
  fontFamilyMonospace: "Consolas, 'Cascadia Mono', monospace",
  headings: { fontFamily: typeface, fontWeight: '600' },
  fontSizes: { xs: '0.875rem', sm: '1rem', md: '1rem', lg: '1.25rem', xl: '1.5rem' },
  lineHeights: { xs: '1.35', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.5' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  defaultRadius: `${radius}px`,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: {
      defaultProps: {
        lockScroll: false,
        closeButtonProps: { 'aria-label': 'Cerrar' },
        transitionProps: { duration: 0 },
      },
    },
    Button: {
      defaultProps: { size: 'sm' },
      vars: (_theme: unknown, { size }: { size?: unknown }) => ({
        root: size === 'sm' ? { '--button-height': '2.125rem' } : {},
      }),
    },
  },
});

const light: Record<`--${string}`, string> = {
  '--mantine-color-text': colours.text,
  '--mantine-color-body': colours.panel,
  '--mantine-color-dimmed': colours.secondary,
  '--mantine-color-placeholder': colours.secondary,
  '--mantine-color-error': colours.error,
  '--mantine-color-default-border': colours.edge,
  '--mantine-color-anchor': colours.accent,
};

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The whole text of `theme.css`. */
export function themeCss(): string {
  const resolved = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
  const mantine = convertCssVariables(
    { variables: resolved.variables, light: { ...resolved.light, ...light }, dark: {} },
    ':root',
  );
  const own = [
    ...Object.entries(colours).map(([name, value]) => `--cem-${kebab(name)}: ${value};`),
    `--cem-radius: ${radius / 16}rem;`,
    ...Object.entries(spaces).map(([step, pixels]) => `--cem-space-${step}: ${pixels / 16}rem;`),
  ];
  const note = '/* Written by scripts/make-theme.ts from tokens.ts and theme.ts. Change those, then run it again. */';
  return `${note}\n${mantine.replaceAll('{', '{\n').replaceAll(';', ';\n').replaceAll('}', '}\n').trimEnd()}\n:root{\n${own.join('\n')}\n}\n`;
}
