/** Writers of the report files. */
export { csvBytes, escapeFormula, reportCsv } from './csv.ts';
export { parsePublished, parseReportJson, reportJson } from './json.ts';
export { manifestFile, verifyListed, verifyManifest, type ManifestEntry } from './manifest.ts';
export { internalXlsx, reportXlsx } from './xlsx.ts';
