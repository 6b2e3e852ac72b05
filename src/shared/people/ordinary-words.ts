/**
 * Words that begin a sentence of the work and name nobody: those of the manual in small letters, and what notes begin with.
 * Without accents, without the given names of the public lists. As data: whatever is missing here costs a look.
 */
import { plainName } from './linkage/index.ts';

// Names that are words of every day as well: alone they tell nobody. As data: whatever is missing here costs a look.

/** As names are compared: in capitals, without accents, N for Ñ. */
export const bareWord = (word: string) => plainName(word).replaceAll('Ñ', 'N');

export const bareWords = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(bareWord));

/** Given names and surnames that are words of every day as well: they tell nobody where a sentence begins, or in small letters. */
export const everydayNames = bareWords(`
  segundo segunda norma dios justo marco máximo said edit ever santa santo santos claro prudente severo
  casas caso calle calla caller cabeza cabello casilla correa court diez escriba estrella grados grande herencia inca
  izquierdo lengua lima marca menor mercado more moreno mucho nieto niño papá pareja pasco pena pino portal puno quito
  segura seguro suyo trece valer vera verano vite peña barra armas rey reyes paz campos ríos torres flores rojas blanco
  delgado bravo cruz leal león lobo luna mesa meza montes nieves parra prado ramos rivera rosas salas salinas soto valle
  vega villa vale caro sole pato nena coco leo`);

/** In small letters these are things, not persons. */
export const thingNames = bareWords(`
  rosa luz paz flor dolores pilar consuelo socorro esperanza mercedes milagros victoria gloria blanca celeste rosario
  soledad salvador clara claro franco modesto modesta perpetua aurora alba alma amparo benigno candelaria caridad casto
  concepción constancia cruz encarnación estela felicidad fidel fiel gracia inocencia inocente iris jacinto linda luna
  margarita mar nieves noble patrocinio piedad plácida primitivo prudencia pura puro refugio remedios rocío serena sereno
  severa sol trinidad valiente viola violeta virtud visitación ángel ángeles libertad reina román digna digno perla deny
  belly grace dulce vida cielo mina julio domingo abril mayo junio agosto fortuna lidia tina lina lila dina moral leal real vidal oliva
  natividad asunción ascensión presentación purificación anunciación santos reyes cándida florida dominga justa
  generosa melania celia augusto clemente constante prospero próspero inés paloma estrella aurora`);

export const ordinaryWords = bareWords(`
  abajo abandonar abierta abiertas abierto abiertos abra abrazar abre abren abriendo abril abrio abrir abriria abrirla
  abrirlas abuela abuelo acaba acabar acabo acaso acceso accesos accion acciones acepta aceptan aceptar acepte acepto
  acercar aclarar acompana acompanante acompanar acompano aconsejar acordadas acordar acordaron acordo acta actas
  actividad actividades acto actor actos actuaciones actual actualiza actualizacion actualizar actualmente acude
  acudieron acudio acudir acuerda acuerdo acuerdos acuesta acumulado ademas adjunta adjunto administra administrativas
  admitida adolescente adolescentes adulta adulto advertir advierte afectada afuera agosto agradece agradecer
  agraviada agrede agredio agredir agrega agregan agregar agrego agregue agreguela agreguelo agresion agresiva
  agresivo agresor agresora agresoras agresores agrupacion ahi ahogar ahora ahorcamiento ahorco ahorrar alarga
  albergue alcance alcanza alcanzar alejar alerta algo alguien algun alguna algunas alguno algunos alias alimentos
  alla alli alquiler alta alto amar ambas ambos amenaza amenazaba amenazar amenazas amenazo amiga amigas amigo amigos
  amistades amplia ampliacion ampliaciones ampliar anade anadio analisis anciana anda andaba andar anexo anexos
  angosta angustia ano anoche anos anota anotada anotadas anotado anotados anotan anotar anotaron anote anotelo anoto
  ansiedad ansiosa ante anteayer antecedente antecedentes anterior anteriores anteriormente antes antigua antiguo
  anual anula anulacion anulada anuladas anulado anulados anulan anular anule anulela anulen anulo apaga apagada
  apagadas apagado apago apague apaguelo aparece aparecen aparecer aparentemente aparta aparte apelacion apelar
  apelativo apelativos apellido apellidos apenas aplicable apodo apodos apoya apoyar apoyo apreciacion apreciaciones
  apremia aprender aprendio aprobacion aprobaciones aprobar aprobo aprovechar aprueba apruebe apuntelos aquel aquella
  aquellas aquello aquellos aqui archiva archivador archivo archivos area argumento arma armas arreglar arriba art
  articulo articulos asegurar asi asignacion asimismo asiste asistencia asistio asistir asunto asustada asustado
  asustar atascada atencion atenciones atender atendida atendidas atendido atendieron atendio atiende atienden atras
  atrasar atraviesa audiencia audiencias audios audita auditoria aun aunque ausentarse ausente autor autora autoridad
  autorizar auxilio avisa avisan avisar avise aviso avisos ayer ayuda ayudar azar baja bajar bajaron baje bajo banar
  banarse banco bandeja barra barrio basta bebe bebia besar bien biologicos bitacora blanco bloque bloquea bloqueado
  bloquear bloqueo bloques bolsa borra borracha borracho borrador borradores borran borrar borraria borrarla borre
  borrelas borro bota botar botica boto boton botones brinda brindo buen buena buenas bueno busca buscan buscar busco
  busque busqueda busquedas cabe cabecera caben cada cadena cae calcula calculan calculo calendario calidad calienta
  callada callado calle calmar cambia cambiada cambiado cambiados cambian cambiar cambiaria cambiarla cambiarlo
  cambiaron cambie cambiela cambielo cambio cambios caminar campo cancelado cancelar cancelo cansada cansado cansar
  capacitacion capturas cara caracteres caras caratula carga cargo carpeta carpetas carta cartas casa casada casado
  casera casero casilla caso casos catalogo categoria causa causar cedula celaba celar celda celdas celos celosa
  celoso celular centimetros central centro centros cercana cercanos cero ceros cerrada cerradas cerrado cerrados
  cerrar cerrarlo cerraron cerro certificado chacra charlas chica chicas cierra cierran cierre cierrela cierta cierto
  cifra cifrada cifrado cifrados cifras cinco circulo cirugia cita citada citado citan citar citas cite cito civil
  clase clases clausula clausulas clave claves clic clip cobertura cobrar cocina cocinar codificacion codigo codigos
  coger coincide coincidencia coincidir colaboradora colega colegio colgo color columna columnas coma comandos comas
  come comentar comente comento comenzo comer comia comida comienza comienzo comisaria comisarias como companera
  companero compara comparacion comparaciones comparado comparar compararon compare comparo comparten complementario
  completa completar completarlo completas complete completo completos compone comprar comprende comprender comprendio
  comprobar comprobo compromiso compromisos comprueba computadora comun comunes comunicacion comunicar comunico
  comunique con concedida concedieron conclusion conclusiones condicion condiciones conecta confiesa confirma
  confirmada confirmados confirman confirmar confirmela confirmo conflicto conflictos conforme confunden congela
  conoce conocemos conocen conocer conocido conocio consciente conseguir consentimiento consentimientos conserva
  conservado conservan conservar consiente consigo consigue consta constancia constituirse consulta consulte consume
  consumia contacto contada contado contando contar contaria contarla contarlo contaron conteos contesta contestar
  contestaron contesto contiene contingencia continua continuar continuo conto contra contradice contraparte contrario
  contrarreferencia contrasena contrasenas control controla controlaba controlar convenga conversar conviene convive
  conviven convivia conviviente convivio convivir cooperadora coordina coordinacion coordinar coordino copia copiado
  copiandola copiar copiarla copias copie copielo corporal corre correccion correcciones correcta correctamente
  corregidas corregir corregirse corren correo correos correr corresponda corresponde corresponden corresponder
  correspondia corrige corrigen corrigio corrija corrijalo corta cortada cortar corte cortes corto cosa cosas crece
  cree creer creia creo criar criterio cruza cruzan cuadrado cuadro cual cuales cualquier cualquiera cuando cuantas
  cuanto cuantos cuarto cuatro cubre cuelga cuelgue cuenta cuentan cuentas cuentele cuenten cuesta cuida cuidaba
  cuidado cuidar cuido culpa culpar cumple cumplido cumplir cunada cunado curso cursor custodia cuya cuyas cuyo dado
  damos danada danado dano dar darla darle darsela dato datos deba debajo debe deben deber deberes debia debido debil
  debilitan decia decide decidida decidido decidio decidir decir decision declara declaracion declarada declarado
  declarados declare declaro defensa deja dejan dejar dejarla dejarlo dejaron deje dejelos dejo del dele delicada
  delicado demanda demandas demas demasiado demorar demuestra den denegada denota denotar dentro denuncia denunciada
  denunciadas denunciado denunciar denuncias denuncie depende dependen dependencia depender derecha derecho derechos
  deriva derivacion derivaciones derivar derivo descansa descansar descarta descartar desconecte desconfiada
  desconfiar desconoce descripcion descubre descuenta desde desea deseaba desear desela deshabilitar deshace deshacer
  desmarcando desmarcar despacho despachos despide despierta despues destrui destruir destruya detalle detalles
  detener detenerlo detenerse detiene detienen detras deuda deudas devolver devuelvale devuelve dia diagnostico
  dialogo diarios dias diccionario dice dicen dicha dicho diciembre dieron diez diferencia diferencias diferir difiere
  difieren difusion diga digale digalo digan digita digitada digitan digitar digitarla digitarse digito digitos dijo
  diminutivo dinero dio dira direccion direcciones directo directorio diria dirige dirigia dirigirla disco discos
  discrecion discreto disculpar discusion discusiones discutir disponer disponible disposicion dispuesta distancia
  distintas distinto distintos distrito distritos divide divorciada divorciado doble doce documento documentos dolor
  domiciliaria domiciliarias domicilio domicilios donde dormia dormir dos duda dudar dudas dudoso duele duena dueno
  duerme duracion durante durar duro ebria ebrio echar ecografia economica edad edades editado educativa efectivo
  efectivos efecto ejecucion ejecuta ejecutan ejecute ejemplo eleccion electronica elegida elegidas elegido elegir
  elevacion elige eligen eligio elija elijalo elijan elimine ella ellas ellos embalaje embarazada embarazo emergencia
  emita emite emiten emitida emitidas emitido emitidos emitio emitir empeoro empezado empezar empezaron empezo empiece
  empieza empiezan empujar empujo encarga encargatura encargo encender encendio encerro enciende encima encontrar
  encontrarla encontro encuentra encuentre enero enferma enfermar enfermo enganar enlace enlazada enlazadas ensayos
  ensena ensenar enseno entender entendio entera enteras entero enteros entidad entiende entonces entra entrada
  entradas entran entrar entraron entre entrega entregada entregado entregados entregan entregar entregarle entregas
  entrego entregue entreguela entrevista entrevistar entrevistas entrevisto entro envia envian enviar enviarlo
  enviaron envio equipo equipos equivocada equivocado equivocados equivoco era error errores esa esas escaneo
  escaneres escapa escapar esconde escondio escriba escribalo escriban escribe escriben escribia escribiendo
  escribieron escribio escribir escribirla escribirlo escribirse escrita escritas escrito escritos escuchar escuela
  ese eso esos espaciadora espacio espalda espaldas especifica espera esperan esperar espere espero esposa esposo esta
  estaba estaban estable establecimiento estables estado estan estar estaria estas este esten estimado esto estos
  estrangulamiento estudia estudiaba estudiar estudios estuvieron etiqueta evalua evaluar evaluo evidencia evitar
  evito exacta exactamente exactas exacto excepcional excepcionales excepto exconviviente exige exigir exista existe
  existen existir expareja expediente explica explicacion explicar explico explorar exporta exportan expreso externo
  factor factores falla fallo falta faltaba faltan faltante faltantes faltar faltaria falte falten familia familiar
  familiares favor favorable fax febrero fecha fechas feminicidio feriado feriados ferias ficha fichas figura
  figuraria figure fija fijar fijo fila filas filtran filtrar filtrarlas fin final finalmente firma firmada firmadas
  firmado firmados firman firmar firmarlo firmarse firmas firme firmo fiscal fiscalia fiscalias fisica flecha flechas
  foco folios forense forma formaliza formas formato formula formulario formularios foto fotografias fotos fractura
  franja frase frases frecuentemente frente fue fuente fuera fuma fumar funcion funciona funciones fundacion
  fundamento fundamentos fundo gana ganaba ganar gastar gastos general gestando gestante golpea golpeaba golpeada
  golpeado golpear golpeo golpes gracias grados graficos grande grave gris grita gritaba gritar grito grupo grupos
  guarda guardada guardadas guardado guardados guardan guardando guardar guardarla guardarlo guardarse guarde
  guardelas guardelo guardelos guardo guiones gustar haber habia habil habitual habla hablar hace hacen hacer hacerlo
  hacia haga hallar hallaron hallazgos hara hasta hay haya hayan hecha hechas hecho hechos hematomas herida herido
  hermana hermanas hermano hermanos hicieron hija hijas hijo hijos hipotesis historia historial hizo hogar hogares
  hoja hojas hombre hombres hora horas hospital hostigar hoy hubo huella huir huye ideas identidades identifica
  identificadas identifico igual igualmente imagen impedir impide importa importacion importan importante importen
  impresion impresiona impresiones impreso impresora impresoras impresos imprimala imprime imprimen imprimio imprimir
  imprimira imprimirla imprimirlas inasistio incidente incidentes incluida incluir incluso incluye incompleta
  incompleto incumplimiento incumplimientos incumplir incumplirse indagar indicaciones indicador indicadores indicio
  indicios indico informa informacion informante informar informe informes informo ingreso ingresos inhabil inhabiles
  inicia inicial iniciales inicialmente iniciar inquieta insegura insercion insertados insista insistir insomnio
  inspeccion instala instalador instalar instale instancia instancias institucion instituciones insulta insultaba
  insultar insulto insultos integral intenta intentar intento intentos intercambiados interdisciplinaria interes
  intermedia internet interno interpretar interprete inventa inventado inventados investigacion invitar inyeccion irse
  izquierda jala jalar jalo jamas jefa jefe joven judiciales juega jueves jugar junio junta juntar juntaron juntas
  junto juntos jurar justificado juzgado juzgados kit lado lados larga largo las lava lavar lea leala lectura lecturas
  lee leen leer leeria leerla leerlo legal legales lei leia leido lejos lengua les lesion lesiones letra letras
  levanta levantar levantarse leve ley leyendo leyeron leyo libera libere libres libro licencia limitan limite limpiar
  linea lineas lista listas listo listos llama llamaba llamada llamadas llaman llamando llamar llamarla llamarse llame
  llamela llamen llamo llanto llave llaves llega llegada llegadas llegan llegar llegaron llego lleguen llena llenada
  llenan llenar lleno llenos lleva llevaba llevan llevar llevaria llevarsela lleve llevela llevo llora llorar lloro
  llorosa lloroso llueve local locales localidad logra lograr logro los luce luchar lucida luego lugar lugares lunes
  macros madre mal mala malo maltratar maltrato mama manana manda mandar mando manejar manera maneras manifesto
  manifiestan mano manos mantener mantiene mantuvo manual marca marcada marcado marcados marcan marcar marcarlo marcas
  marque marquela marquelas marquelo martes marzo mas masculino materia mayo mayor mayuscula mayusculas media mediana
  mediante medias medicamento medicamentos medico medida medidas medio medios mejor mejora mejorar mejoro membrete
  memorando memoria memorias mencionar menciono mendar menor menores menos mensaje mensajes mensual mensuales mental
  mentir menudo mercado merece merodear mes mesa meses metodos mezclan mide miden miedo miente mientras miercoles
  minimo ministerio minusculas minutos mio mira miran mirando mirar mirarla mire miro mis misma mismas mismo mismos
  mitad modalidad modelo modelos moderada moderado modo momento monitoreo monto moretones morir mostraban mostrar
  mostro motivada motivo motivos mover moveria movil movio muchas muchos mudar muere muerte muestra muestran mueva
  mueve mueven mujer mujeres multiple mun municipalidades muy nace nacido naciera nacimiento nacional nacionales nada
  nadie narro navegacion navegador necesario necesita necesitaba necesitar necesitarlos negar nego negrita nerviosa
  nervioso neutra niega nina ninas ningun ninguna ninguno nino ninos nivel niveles noches nombra nombran nombrando
  nombrar nombre nombres nombro normas nota notaria notas notifica notificacion notificaciones notificadas notificado
  notificar notificarla notifico novedad noviembre nuestra nuestro nueva nuevas nueve nuevo numera numeracion numerado
  numerados numero numeros nunca obedece objetivo objetivos objeto obligar obligatoria obligatorias obligatorio
  obligatorios observa observacion observaciones observar observo obtener ocho octubre oculta ocultar ocupa ocupacion
  ocupada ocurre ocurrido ocurrio oficial oficiales oficina oficio oficios ofrece ofrecen ofrecer ofrecerse oir ojala
  ojo olvida olvidar olvido opinar orden ordenada ordenan organo orienta orientacion orientada orientar orientaron
  oriento original originales oscura otra otras otro otros otrosi otrosies oye padre paga pagaba pagar pagina paginas
  palabra palabras pantalla pantallas papa papel papeles para parar parece parecen parecia parecidas parecido pareja
  parejas parentesco pares parrafo parte partes participacion participaciones participante participantes pasa pasada
  pasadas pasado pasados pasan pasar pasaron pase paso pasos pastillas pateo patria patrimonial patrocinio patrullero
  pausa pausas pedida pedidas pedido pedidos pedir pedirle pedirlo pega pegado pegar pegarlo pegue peguela peguelo
  pelea pelear peleas peligro peligroso penal pendiente pendientes pensaba pensar pension peor pequena pequenas perder
  perdido perdio perdonar periodico periodo periodos permiso permisos permita permite permitir pero perseguir persigue
  persiguio persiste persona personal personales personas pesa pesadillas pestana petitorio pida pidalo pidalos pide
  piden pidieron pidio pie piensa pierde pierden piezas plan planchar planear plantea planteo plazo plazos plegado
  pliega pocas poco pocos poder podia policia policias pone ponen poner ponerla ponerlas ponerlo ponga por porcentaje
  porcentajes porque portada portapapeles posible posibles posta posterior posteriormente potestad precinto precisa
  precisar preciso predeterminada prediccion preferir prefiere pregunta preguntan preguntar preguntarle preguntas
  pregunte preguntele pregunto prenda prensa preocupada preocupado preocupar prepara preparacion preparada preparar
  preparatoria presenta presentacion presentada presentado presentar presentarlo presente presento presiona presionar
  presione prestada prestar presunta presuntas prevencion previa prima primer primera primero primeros primo principal
  priorizar probabilidad probable probables probar probatorios problema problemas proceso profesional profesionales
  programa programar programas prohibido prohibir prolongarla prometer pronto propia propias propiedades propio
  propios propone proponen proponer propuesta propuesto propuso prorroga proteccion protege proteger provocar proxima
  proximo proximos prueba pruebas psicologa psicologia psicologica psicologico publica publicacion publicado
  publicados publicarlo publico publique pudieron pudo pueda puede pueden puerta pues puesta puesto puestos pulsa
  punto puntos puso que queda quedan quedando quedar quedaria quedaron quede quedo quemar quemo querer queria quiebra
  quien quienes quiere quiso quita quitan quitar quitaran quite quito quiza quizas radiografia rapido raras raro raros
  rastro raton raya razon razones reabre reabrir reaccionar real reales realizadas realizo reanudar recepcion receta
  rechaza rechazada rechazadas rechazado rechazar rechazo recibe reciben recibida recibido recibio recibir recien
  reciente reclamar recoge recoger recomendacion recomendaciones recomendar recomendo recomienda reconoce reconocen
  reconocer reconocio recordar recordatorio recordo recorre recuadro recuerda recuerdan recuerde recupera recuperacion
  recuperan recuperar recuperarla recupere recursos red redaccion redacta redactar redes redondea redondeadas
  redondeado redondeo reducir reemplaza reemplazo referencia referidos refiere refieren refirio reflexionar reforzar
  refugio regia regional regionales registra registrada registrado registran registrar registrarla registrarlo
  registraron registre registrela registrelos registro registros regla reglas regresa regresar regreso reimprime reir
  relatar relato releer releerse reloj remitir rendir renglon renombrado repara repeticion repetidas repetido
  repetidos repetir repitalo repite repiten repone reportar reporte reportes reposo representa reprograma reprogramada
  reprogramar reprogramo repuesto repuso requerir requiere requirio reserva reservada reservadas reservado reserve
  residual residuales resolucion resolver resolverlo respalda respecto respetar responda responde responden responder
  responderlo respondido respondieron respondio responsable respuesta respuestas restan reste resto resuelto resuelve
  resulta resultado resultados resumen retipea retira retirada retirado retirar retiro reune reunidos reunio reuniones
  reunir reves revisa revisaba revisadas revisados revisar revisarlos revise reviselo reviselos revisen revision
  revisiones reviso rie riega riesgo riesgos roban robar robaron robo roja rojo romano romper ropa rostro ruega ruta
  sabado sabe saben saber saberlo sabia saca sacado sacan sacar saco sala saldra saldran saldrian sale salen salga
  salia salida salieron salio salir saltarse salud salvar salvo sana sano sea seccion secciones secundaria seguidos
  seguimiento seguir seguiran segun segunda segundos segura seguridad seguro seis sellada sellen sello semana semanal
  semanas senal senala senales senalo senor senora sentencia sentencias sentia sentir sepa separa separacion separada
  separado separador separados separan separar septiembre ser sera serenazgo serie serlo servicio servicios servir
  serviria sesion sesiones setiembre severa severo sexo sexual siempre siendo sienta siente siete siga siglas
  significa signifique signo signos sigue siguen siguiente siguientes siguio sin sino sirve sirven situacion sobra
  sobre sobres sobrevivir sobrio social sola solas soler solia solicita solicitadas soliciten solicito solicitud solo
  solos soltar soltarlo soltera soltero son sonar soporte sostener suba suben subio subir subrayado subsanar subtitulo
  sucede sucedio suegra suegro suele suelta suelte sueltela sueltelo suena sufrio sufrir sugerir sugiere sugieren
  sugirio suicidio suma suman sumar sume sumo superar supervisado supervision surte sus suspender suspension sustituye
  suya suyas suyo suyos tabla tablas tacha tachado tal taller talleres talvez tamano tambien tampoco tantas tanto
  tantos tape tardar tarde tardes tarea tareas tarjeta tarjetas tecla teclado teclas tecnica tecnico telefono
  telefonos tema temas teme temer temerosa temia temor temprana temprano tenemos tenencia tener tenerla tenga tengan
  tenia tenian teniendo tentativa termina terminal terminan terminar terminaron termino terminos testigo testigos
  texto textos tia tiempo tienda tiene tienen tildes tio tipo tirar tire titulo titulos toca tocan tocar toda todas
  todavia todo todos toma tomada tomar tomo total totales trabaja trabajaba trabajan trabajar trabajarlo trabajaron
  trabajo trae traer traiga trajo tramite tramo tranquila tranquilo transmitir tras trasladar traslado trata
  tratamiento tratar trato trazos tres trimestre triste tristeza tropieza turno tutor tutora tuvieron tuvo ubicar
  ubique ultima ultimas ultimo ultimos una unas une unen unica unicamente unico union unir uno unos urgencia urgente
  urgentes urgir usa usados usan usar use uselo uso usted usuaria usuario utiles utilizar vacaciones vacia vacias
  vacio vale valen valer valia valian valida validacion validadas validado validados validar valido valiendo valora
  valoracion valoraciones valorar valores valoro van varia varias varios varon vaya vealas veces vecina vecinas vecino
  vecinos ven vence vencen vencer vencia vencido vencidos vende vender vendia venga venia venir ventana ver vera
  verbal verdad verguenza verifica verificada verificado verificar verifico verifique verla verlas verlos verse
  version versiones vez viajar viaje victima victimas video videos viejas viene vienen vientre viernes vigente
  vigentes vigila vigilaba vigilar vimos vincula vinculo vinculos vinieron vino vio violacion violencia violenta
  violento virtual visible visita visitar visitas visito vista viste viuda viudo viva vive vivia vivio vivir volver
  volvio voz vuela vuelva vuelve zona`);
