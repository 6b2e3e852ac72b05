/** How an office calls the file and who carries it, for the caption. */
export type DeskWords = { readonly file: string; readonly clerk: string };

export const ofProsecutor: DeskWords = { file: 'CARPETA FISCAL', clerk: 'FISCAL A CARGO' };
export const ofPolice: DeskWords = { file: 'DENUNCIA N.º', clerk: 'INSTRUCTOR' };
export const ofCourt: DeskWords = { file: 'EXPEDIENTE', clerk: 'ESPECIALISTA' };
