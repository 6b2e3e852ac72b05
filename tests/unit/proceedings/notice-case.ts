/** One notice and what has to be read of it; what is left out must not be found. */
export type Expected = {
  readonly name: string;
  readonly text: string;
  readonly fileNumber?: string | readonly string[];
  readonly office?: string | readonly string[];
  /** `resolution 3` */
  readonly decision?: string | readonly string[];
  readonly class?: string | readonly string[];
  readonly issuedOn?: string | readonly string[];
  readonly kind?: string | readonly string[];
  /** `2026-11-30 16:05`, or the day alone. */
  readonly entry?: string | readonly string[];
  readonly form?: string | readonly string[];
  readonly hearing?: string | readonly string[];
  readonly term?: string | readonly string[];
};
