/** Writers of the report files. */
export { csvBytes, escapeFormula } from '../../platform/csv.ts';
export { reportCsv } from './csv.ts';
export { parsePublished, parseReportJson, parseBefore, parseUnitJson, reportJson } from './json.ts';
export { manifestFile, readManifest, verifyListed, verifyManifest, type ManifestEntry } from './manifest.ts';
export { internalXlsx, reportXlsx, reservedXlsx, stackedTables } from './xlsx.ts';
