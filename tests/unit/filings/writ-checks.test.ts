/** Texts of writs that could be read and composed, and must not pass. */
import { describe, expect, it } from 'vitest';
import { checkTemplate, shippedTemplate, shippedTemplates } from '../../../src/shared/filings/index.ts';

const request = shippedTemplate(3).value.text;
const complaint = shippedTemplate(1).value.text;

/** @throws when the text does not hold it: a change that changes nothing would prove nothing */
function changed(text: string, from: string | RegExp, to: string): string {
  const next = text.replace(from, to);
  if (next === text) throw new Error(`the text does not hold ${String(from)}`);
  return next;
}

const words = (text: string, kind: 1 | 3) =>
  checkTemplate(text, kind)
    .map(({ message }) => message)
    .join('\n');

describe('a text of the program', () => {
  it.each(shippedTemplates.map(({ value }) => [value.kind, value.text] as const))('of kind %i passes', (kind, text) => {
    expect(checkTemplate(text, kind)).toEqual([]);
  });
});

const swapped = (() => {
  const [head = '', law = ''] = request.split('# FUNDAMENTOS DE DERECHO');
  const [own = '', rest = ''] = law.split('# MEDIOS PROBATORIOS');
  return `${head}# MEDIOS PROBATORIOS${rest.split('**POR TANTO')[0] ?? ''}\n# FUNDAMENTOS DE DERECHO${own}\n**POR TANTO${rest.split('**POR TANTO')[1] ?? ''}`;
})();

describe('a text is refused', () => {
  it.each<[string, string, string]>([
    ['without POR TANTO', changed(request, '**POR TANTO:**', ''), 'Falta «POR TANTO» fuera de toda condición.'],
    ['without place', changed(request, '{{ escrito.lugar }}, ', ''), 'Falta el lugar («escrito.lugar»)'],
    ['without date', changed(request, ', {{ escrito.fecha }}', ''), 'Falta la fecha («escrito.fecha»)'],
    [
      'without its grounds of law',
      changed(request, '# FUNDAMENTOS DE DERECHO\n', ''),
      'Falta la parte «FUNDAMENTOS DE DERECHO»',
    ],
    [
      'with its grounds of law in a condition',
      changed(request, /(# FUNDAMENTOS DE DERECHO[\s\S]*?)(?=# MEDIOS)/, '{% if denuncia.fecha %}\n$1\n{% endif %}\n'),
      'Falta la parte «FUNDAMENTOS DE DERECHO» fuera de toda condición.',
    ],
    ['with its parts out of order', swapped, 'No está en su orden: la parte «MEDIOS PROBATORIOS»'],
    [
      'with the signatures before the petition is closed',
      changed(changed(request, '{{ escrito.firmas }}', ''), '**POR TANTO:**', '{{ escrito.firmas }}\n\n**POR TANTO:**'),
      'No está en su orden: el lugar de las firmas',
    ],
    [
      'that asks the contrary',
      changed(request, 'Solicito que su despacho dicte', 'Solicito que su despacho no dicte'),
      'dice lo contrario: «no dicte»',
    ],
    [
      'that closes with the contrary',
      changed(request, 'admitir este escrito', 'archivar este escrito'),
      'dice lo contrario: «archivar»',
    ],
    [
      'with an HTML tag',
      changed(request, '# PETITORIO', '# PETITORIO\n\n<b>Urgente</b>'),
      'El texto no lleva HTML: «<b>».',
    ],
    [
      'with an HTML entity',
      changed(request, '# PETITORIO', '# PETITORIO\n\nUno &amp; dos'),
      'El texto no lleva HTML: «&amp;».',
    ],
    [
      'with a repetition in a repetition',
      changed(request, /(\{% for anterior[\s\S]*?\{% endfor %\})/, '{% for hijo in hijos %}\n$1\n{% endfor %}'),
      'Una repetición no va dentro de otra.',
    ],
    [
      'with the name of a woman',
      changed(request, '# PETITORIO', '# PETITORIO\n\nDigo que Nelly Huanca lo vio.'),
      '«Nelly Huanca» parece un nombre',
    ],
    [
      'with a name in capitals',
      changed(request, '# PETITORIO', '# PETITORIO\n\nA favor de NELLY HUANCA.'),
      '«NELLY HUANCA» parece un nombre',
    ],
    [
      'with a DNI',
      changed(request, '# PETITORIO', '# PETITORIO\n\nCon DNI N.º 40111222.'),
      '«40111222» parece un documento o un teléfono',
    ],
    [
      'with a telephone',
      changed(request, '# PETITORIO', '# PETITORIO\n\nLlame al 984 112 233.'),
      '«984 112 233» parece un teléfono',
    ],
    ['with a mail', changed(request, '# PETITORIO', '# PETITORIO\n\nA nelly@inventada.pe.'), 'parece un correo'],
    [
      'with an address',
      changed(request, '# PETITORIO', '# PETITORIO\n\nVive en jirón Ayacucho 123.'),
      'parece un domicilio',
    ],
    [
      'with a file number',
      changed(request, '# PETITORIO', '# PETITORIO\n\nExp. 01234-2026-0-1001-JR-FT-02.'),
      'parece un número de expediente',
    ],
    [
      'that asks for the accused',
      changed(request, 'dicte a favor {{ agraviada.de_la }}', 'dicte a favor {{ denunciado.del }}'),
      'Se pide a favor de la parte denunciada',
    ],
    [
      'that is directed against her',
      changed(request, 'frente {{ denunciado.al }}', 'frente a {{ agraviada.la }}'),
      'Se dirige contra la persona agraviada',
    ],
    [
      'in which the accused speaks',
      changed(
        request,
        '**{{ agraviada.nombres }}**, {{ agraviada.documento }}',
        '**{{ denunciado.identidad }}**, {{ agraviada.documento }}',
      ),
      'Antes del petitorio habla la parte denunciada',
    ],
  ])('%s', (_what, text, message) => {
    expect(words(text, 3)).toContain(message);
  });

  it('that accuses her', () => {
    const text = changed(
      complaint,
      'Denuncio a **{{ denunciado.identidad }}**',
      'Denuncio a **{{ agraviada.nombres }}**',
    );
    expect(words(text, 1)).toContain('Se dirige contra la persona agraviada');
  });
});

describe('a text may', () => {
  it.each([
    [
      'name laws and institutions',
      'Conforme al Acuerdo Plenario 1-2011, a la Corte Suprema y a la Convención de Belém do Pará.',
    ],
    ['say what an authority refused, outside what is asked', 'El despacho denegó antes un pedido igual.'],
    ['count and date', 'Son 120 días y 48 horas, desde 2026.'],
  ])('%s', (_what, line) => {
    const text = changed(request, '# FUNDAMENTOS DE DERECHO', `+ Otro. ${line}\n\n# FUNDAMENTOS DE DERECHO`);
    expect(checkTemplate(text, 3)).toEqual([]);
  });

  it('call a part by more words', () => {
    const text = changed(request, '# FUNDAMENTOS DE DERECHO', '# FUNDAMENTOS DE DERECHO Y DOCTRINA');
    expect(checkTemplate(text, 3)).toEqual([]);
  });

  it('ask in other words', () => {
    expect(words(changed(request, 'Solicito que su despacho dicte', 'Pido a su despacho que dicte'), 3)).toBe('');
  });
});
