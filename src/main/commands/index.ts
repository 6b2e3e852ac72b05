/** Every command by name, in the order of the help; a command is loaded when it is used. */
import type { Command } from './command.ts';

type Listed = {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
};

export const commands: readonly Listed[] = [
  {
    name: 'init',
    summary: 'Crea el registro de un centro y confirma su clave de recuperación.',
    load: async () => (await import('./init.ts')).initCommand,
  },
  {
    name: 'demo',
    summary: 'Crea un centro de práctica con un mes de casos inventados, escritos, derivaciones y reporte.',
    load: async () => (await import('./demo.ts')).demoCommand,
  },
  {
    name: 'intake',
    summary: 'Registra un caso: apertura, Sección A y, si el archivo la trae, Sección B.',
    load: async () => (await import('./case-work.ts')).intakeCommand,
  },
  {
    name: 'risk',
    summary: 'Registra la ficha de valoración de riesgo (pareja) de un caso.',
    load: async () => (await import('./case-work.ts')).riskCommand,
  },
  {
    name: 'condition',
    summary: 'Propone la condición de un caso por su historial, con sus razones; no guarda nada.',
    load: async () => (await import('./case-work.ts')).conditionCommand,
  },
  {
    name: 'validate',
    summary: 'Valida un caso: confirma su condición y fija su mes de reporte.',
    load: async () => (await import('./case-work.ts')).validateCommand,
  },
  {
    name: 'filing',
    summary: 'Compone, emite y guarda en PDF o Word un escrito legal.',
    load: async () => (await import('./documents.ts')).filingCommand,
  },
  {
    name: 'referral',
    summary: 'Compone, emite y guarda en PDF o Word una derivación; --list muestra sus clases.',
    load: async () => (await import('./documents.ts')).referralCommand,
  },
  {
    name: 'deadlines',
    summary: 'Muestra los plazos de un caso: qué los inicia, la regla, las fechas y los días que no cuentan.',
    load: async () => (await import('./deadlines.ts')).deadlinesCommand,
  },
  {
    name: 'case',
    summary: 'Muestra lo que esta persona puede leer de un caso: ficha, lo que sigue, plan, atenciones, historia.',
    load: async () => (await import('./case.ts')).caseCommand,
  },
  {
    name: 'tasks',
    summary: 'Muestra lo que espera a una persona: qué, de qué ficha, hasta cuándo.',
    load: async () => (await import('./case.ts')).tasksCommand,
  },
  {
    name: 'document verify',
    summary: 'Dice si un archivo o un número es de un documento de este centro.',
    load: async () => (await import('./verify-document.ts')).verifyDocumentCommand,
  },
  {
    name: 'report',
    summary: 'Exporta el mes anonimizado; con --close lo cierra antes, con una segunda persona.',
    load: async () => (await import('./report.ts')).reportCommand,
  },
  {
    name: 'inspection',
    summary: 'Saca el paquete de auditoría de un periodo, en PDF y sus tablas en CSV, con una segunda persona.',
    load: async () => (await import('./inspection.ts')).inspectionCommand,
  },
  {
    name: 'import',
    summary: 'Importa una lista antigua de Excel o CSV, con una segunda persona; con --dry-run solo la revisa.',
    load: async () => (await import('./import-list.ts')).importCommand,
  },
  {
    name: 'backup',
    summary: 'Hace una copia verificada en la carpeta elegida.',
    load: async () => (await import('./care-of-the-record.ts')).backupCommand,
  },
  {
    name: 'restore',
    summary: 'Recupera el registro desde una copia; antes dice qué faltaría.',
    load: async () => (await import('./care-of-the-record.ts')).restoreCommand,
  },
  {
    name: 'verify',
    summary: 'Revisa la cadena de la bitácora y el sello de cada registro, también contra lo guardado afuera.',
    load: async () => (await import('./care-of-the-record.ts')).verifyCommand,
  },
  {
    name: 'recover',
    summary: 'Con la clave de recuperación, da una contraseña nueva a una persona de Coordinación.',
    load: async () => (await import('./recover.ts')).recoverCommand,
  },
  {
    name: 'rotate',
    summary:
      'Cambia la llave del archivo y la clave de recuperación, con una segunda persona; dice qué copias destruir.',
    load: async () => (await import('./rotate.ts')).rotateCommand,
  },
  {
    name: 'keeper',
    summary: 'Permite que otras computadoras del centro se conecten a esta, o lo deja de permitir.',
    load: async () => (await import('./computers.ts')).keeperCommand,
  },
  {
    name: 'pair',
    summary: 'Conecta una computadora: deja un código en un archivo y espera a que lo usen.',
    load: async () => (await import('./computers.ts')).pairCommand,
  },
  {
    name: 'companions',
    summary: 'Muestra las computadoras del centro y de cuándo es la copia que guarda cada una.',
    load: async () => (await import('./computers.ts')).companionsCommand,
  },
  {
    name: 'update check',
    summary: 'Revisa un archivo de actualización: firma, versión, tamaño y contenido.',
    load: async () => (await import('./update.ts')).checkUpdateCommand,
  },
  {
    name: 'update prepare',
    summary: 'Revisa la actualización, hace una copia verificada y deja el instalador en una carpeta.',
    load: async () => (await import('./update.ts')).prepareUpdateCommand,
  },
];
