/** Every command by name, in the order of the help; a command is loaded when it is used. */
import type { Command } from './command.ts';

const summaries = {
  init: 'Crea el registro de un centro y confirma su clave de recuperación.',
  demo: 'Crea un centro de práctica con un mes de casos inventados, escritos, derivaciones y reporte.',
  intake: 'Registra un caso: apertura, Sección A y, si el archivo la trae, Sección B.',
  risk: 'Registra la ficha de valoración de riesgo (pareja) de un caso.',
  condition: 'Propone la condición de un caso por su historial, con sus razones; no guarda nada.',
  validate: 'Valida un caso: confirma su condición y fija su mes de reporte.',
  filing: 'Compone, emite y guarda en PDF o Word un escrito legal.',
  referral: 'Compone, emite y guarda en PDF o Word una derivación; --list muestra sus clases.',
  deadlines: 'Muestra los plazos de un caso: qué los inicia, la regla, las fechas y los días que no cuentan.',
  case: 'Muestra lo que esta persona puede leer de un caso: ficha, lo que sigue, plan, atenciones, historia.',
  tasks: 'Muestra lo que espera a una persona: qué, de qué ficha, hasta cuándo.',
  'document verify': 'Dice si un archivo o un número es de un documento de este centro.',
  report: 'Exporta el mes anonimizado; con --close lo cierra antes, con una segunda persona.',
  inspection: 'Saca el paquete de auditoría de un periodo, en PDF y sus tablas en CSV, con una segunda persona.',
  import: 'Importa una lista antigua de Excel o CSV, con una segunda persona; con --dry-run solo la revisa.',
  backup: 'Hace una copia verificada en la carpeta elegida.',
  restore: 'Recupera el registro desde una copia; antes dice qué faltaría.',
  verify: 'Revisa la cadena de la bitácora y el sello de cada registro, también contra lo guardado afuera.',
  recover: 'Con la clave de recuperación, da una contraseña nueva a una persona de Coordinación.',
  rotate: 'Cambia la llave del archivo y la clave de recuperación, con una segunda persona; dice qué copias destruir.',
  keeper: 'Permite que otras computadoras del centro se conecten a esta, o lo deja de permitir.',
  pair: 'Conecta una computadora: deja un código en un archivo y espera a que lo usen.',
  companions: 'Muestra las computadoras del centro y de cuándo es la copia que guarda cada una.',
  'update check': 'Revisa un archivo de actualización: firma, versión, tamaño y contenido.',
  'update prepare': 'Revisa la actualización, hace una copia verificada y deja el instalador en una carpeta.',
} as const;
type Name = keyof typeof summaries;

const loads: Readonly<Record<Name, () => Promise<Command>>> = {
  init: async () => (await import('./init.ts')).initCommand,
  demo: async () => (await import('./demo.ts')).demoCommand,
  intake: async () => (await import('./case-work.ts')).intakeCommand,
  risk: async () => (await import('./case-work.ts')).riskCommand,
  condition: async () => (await import('./case-work.ts')).conditionCommand,
  validate: async () => (await import('./case-work.ts')).validateCommand,
  filing: async () => (await import('./documents.ts')).filingCommand,
  referral: async () => (await import('./documents.ts')).referralCommand,
  deadlines: async () => (await import('./deadlines.ts')).deadlinesCommand,
  case: async () => (await import('./case.ts')).caseCommand,
  tasks: async () => (await import('./case.ts')).tasksCommand,
  'document verify': async () => (await import('./verify-document.ts')).verifyDocumentCommand,
  report: async () => (await import('./report.ts')).reportCommand,
  inspection: async () => (await import('./inspection.ts')).inspectionCommand,
  import: async () => (await import('./import-list.ts')).importCommand,
  backup: async () => (await import('./care-of-the-record.ts')).backupCommand,
  restore: async () => (await import('./care-of-the-record.ts')).restoreCommand,
  verify: async () => (await import('./care-of-the-record.ts')).verifyCommand,
  recover: async () => (await import('./recover.ts')).recoverCommand,
  rotate: async () => (await import('./rotate.ts')).rotateCommand,
  keeper: async () => (await import('./computers.ts')).keeperCommand,
  pair: async () => (await import('./computers.ts')).pairCommand,
  companions: async () => (await import('./computers.ts')).companionsCommand,
  'update check': async () => (await import('./update.ts')).checkUpdateCommand,
  'update prepare': async () => (await import('./update.ts')).prepareUpdateCommand,
};

type Listed = { readonly name: string; readonly summary: string; readonly load: () => Promise<Command> };

export const commands = (Object.keys(summaries) as Name[]).map((name): Listed => ({
  name,
  summary: summaries[name],
  load: loads[name],
}));
