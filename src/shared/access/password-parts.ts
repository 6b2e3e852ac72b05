/** Parts that guessers try first: common passwords, Spanish and Peruvian favourites, product and service words. */
export const commonPasswordParts: readonly string[] = (
  'password passwort contrasena contrasenia clave claves secreto secreta secret acceso entrar usuario user admin ' +
  'administrador administrator root system sistema servidor server windows office microsoft google gmail hotmail ' +
  'facebook instagram whatsapp youtube internet computadora laptop login welcome bienvenido bienvenida hola hello ' +
  'holamundo iloveyou teamo teamomucho teamoamor amor amorcito amormio amoreterno miamor corazon corazoncito vida mivida ' +
  'cielo princesa princess reina hermosa bonita linda preciosa bebe baby angel angelito angeles estrella estrellita ' +
  'mariposa flores florcita rosa rosita girasol arcoiris chocolate caramelo galleta sunshine dragon monkey master shadow ' +
  'superman batman spiderman pokemon naruto starwars football futbol futbolista soccer alianza alianzalima universitario ' +
  'cristal sportingcristal barcelona realmadrid messi ronaldo mundial campeon seleccion peru peruano peruana ' +
  'vivaelperu arribaperu lima arequipa cusco cuzco trujillo piura chiclayo iquitos huancayo tacna puno callao ayacucho ' +
  'cajamarca huanuco ica tumbes ucayali moquegua apurimac pasco loreto amazonas machupicchu inca incakola ceviche ' +
  'dios diosesamor diosmio jesus jesucristo cristo maria virgen virgencita santarosa senor senordelosmilagros biblia ' +
  'gracias bendicion familia mifamilia mama mamita papa papito hijo hija hijos hijas hermano hermana abuela abuelo amiga ' +
  'amigo amigos carlos jose juan luis jorge miguel manuel pedro pablo diego daniel david andres antonio alejandro ' +
  'francisco fernando roberto ricardo eduardo ana rosa carmen luz julia patricia sandra gabriela valentina camila ' +
  'sofia lucia daniela andrea alejandra fernanda monica veronica elizabeth milagros fiorella michael jennifer jessica ' +
  'ashley charlie jordan thomas andrew matrix killer hunter letmein trustno changeme cambiame cambiar temporal prueba ' +
  'test testing ejemplo demo nuevo nueva default qwerty qwertyuiop asdfgh asdf zxcvbn abc abcd abcdef iniciar inicio ' +
  'enero febrero marzo abril mayo junio julio agosto setiembre septiembre octubre noviembre diciembre lunes martes ' +
  'miercoles jueves viernes sabado domingo primavera verano otono invierno rojo azul verde blanco negro amarillo ' +
  'correcthorsebatterystaple correct horse battery staple registro registrocem centro emergencia centroemergencia mujer ' +
  'mujeres centroemergenciamujer cem mimp aurora programa programaaurora nacional ministerio ministeriodelamujer warmi ' +
  'warminan poblaciones vulnerables policia comisaria comisariadefamilia fiscalia juzgado judicial poderjudicial ' +
  'psicologia psicologa psicologo abogada abogado legal social trabajo trabajadora coordinacion coordinador ' +
  'coordinadora admision promocion oficina institucion casa miperro mascota perrito gatito escuela colegio universidad ' +
  'usted esta este con para los las del por que una uno mis tus soy eres siempre nunca mucho todo'
).split(' ');
