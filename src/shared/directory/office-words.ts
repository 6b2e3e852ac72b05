/** How an office is spoken of: «la Comisaría», «el Juzgado». */
import { fold } from '../platform/text.ts';

/** Feminine nouns that an office is called by, without accents; what is in no list is taken as masculine. */
const feminineNouns = [
  ...['fiscalia', 'sala', 'corte', 'procuraduria', 'defensoria', 'defensa', 'camara', 'presidencia', 'secretaria'],
  ...[
    'comisaria',
    'cpnp',
    'depincri',
    'policia',
    'pnp',
    'division',
    'jefatura',
    'brigada',
    'region',
    'seccion',
    'inspectoria',
    'divincri',
  ],
  ...['municipalidad', 'alcaldia', 'demuna', 'omaped', 'prefectura', 'subprefectura', 'gobernacion', 'comunidad'],
  ...['oficina', 'unidad', 'direccion', 'subdireccion', 'gerencia', 'subgerencia', 'coordinacion', 'administracion'],
  ...['superintendencia', 'intendencia', 'sunafil', 'sunarp', 'sunat', 'autoridad', 'agencia', 'sede', 'comision'],
  ...['ugel', 'dre', 'upe', 'diresa', 'red', 'microrred', 'posta', 'clinica', 'institucion', 'universidad', 'escuela'],
  ...['beneficencia', 'sociedad', 'casa', 'aldea', 'asociacion', 'fundacion', 'ong', 'junta', 'ronda', 'mesa'],
];
/** «Primera», «2.ª», «Décima Segunda», «Sub»: what may stand before the noun and agree with it. */
const before = '(?:(?!programa|sistema)(?:\\S*[aª.]|\\d\\S*|[ivx]+|sub)\\s+){0,2}';
const feminine = new RegExp(`^${before}(?:${feminineNouns.join('|')})(?![\\p{L}\\p{N}])`, 'u');

/** An office that is called by a noun of the list. */
export function isFeminineOffice(office: string): boolean {
  return feminine.test(fold(office));
}

/** «Comisaría de Familia» → «la Comisaría de Familia»; what was written with its article keeps it. */
export function withArticle(office: string): string {
  if (/^(?:el|la|los|las|una?)\s/i.test(office)) return office.charAt(0).toLowerCase() + office.slice(1);
  return `${isFeminineOffice(office) ? 'la' : 'el'} ${office}`;
}
