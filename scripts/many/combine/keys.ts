/** The list of keys: which centre signs with which key, as their founding sheets say. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { centreCodeSchema } from '../../../src/shared/reports/index.ts';
import { Told } from '../told.ts';

export type KnownCentre = { readonly code: string; readonly name: string; readonly fingerprint: string };

/** Eight groups of four, however they were typed; null for anything else. */
function fingerprintOf(text: string): string | null {
  const hex = text.replace(/\s/g, '').toUpperCase();
  return /^[0-9A-F]{32}$/.test(hex) ? (hex.match(/.{4}/g) ?? []).join(' ') : null;
}

/** Centres by code, in the order of the list. @throws Told unreadable, without its columns, or a line that is wrong */
export function readKeys(file: string): Map<string, KnownCentre> {
  const { data, meta } = Papa.parse<Record<string, string>>(textOf(file), { header: true, skipEmptyLines: true });
  if (!['centro', 'huella'].every((name) => meta.fields?.includes(name) === true)) {
    throw new Told(`La lista de claves ${file} necesita las columnas «centro» y «huella» («nombre» es opcional).`);
  }
  const known = new Map<string, KnownCentre>();
  data.forEach((row, at) => {
    const line = `La lista de claves ${file}, línea ${at + 2}`;
    const code = centreCodeSchema.safeParse(row['centro']?.trim()).data;
    const fingerprint = fingerprintOf(row['huella'] ?? '');
    if (code === undefined) throw new Told(`${line}: el código de centro no es válido.`);
    if (fingerprint === null)
      throw new Told(`${line}: la huella son ocho grupos de cuatro letras o cifras (0–9, A–F).`);
    if (known.has(code)) throw new Told(`${line}: el centro ${code} está dos veces.`);
    known.set(code, { code, name: row['nombre']?.trim() ?? '', fingerprint });
  });
  if (known.size === 0) throw new Told(`La lista de claves ${file} no tiene ningún centro.`);
  return known;
}

function textOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch {
    throw new Told(`No se pudo leer la lista de claves ${file}. Guárdela como «CSV UTF-8».`);
  }
}
