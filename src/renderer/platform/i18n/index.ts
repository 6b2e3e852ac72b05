import i18next from 'i18next';
import { es } from './es.ts';

void i18next.init({
  lng: 'es',
  fallbackLng: false,
  resources: { es: { translation: es } },
  // React escapes.
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** Technical words in Spanish, by key of `es.ts`. */
export const t = i18next.t;
