; What is ours in the installer: words that speak to a person with «usted», and the folder of both places with its rights.

!macro customHeader
  ; electron-builder wrote these before, with «tú»; the last one written stands.
  !pragma warning disable 6030
  LangString x64WinRequired 3082 "Este programa necesita Windows de 64 bits."
  LangString appRunning 3082 "${PRODUCT_NAME} está abierto.$\r$\nHaga clic en Aceptar para cerrarlo.$\r$\nSi sigue abierto, ciérrelo usted y vuelva a intentar."
  LangString appCannotBeClosed 3082 "No se puede cerrar ${PRODUCT_NAME}.$\r$\nCiérrelo usted y haga clic en Reintentar para continuar."
  LangString appClosing 3082 "Cerrando ${PRODUCT_NAME}…"
  LangString installing 3082 "Instalando. Espere un momento…"
  LangString areYouSureToUninstall 3082 "¿Quiere desinstalar ${PRODUCT_NAME}? El registro del centro se queda donde está."
  LangString decompressionFailed 3082 "No se pudieron descomprimir los archivos. Ejecute otra vez el instalador."
  LangString uninstallFailed 3082 "No se pudieron quitar los archivos de la versión anterior. Ejecute otra vez el instalador."
  LangString selectUserMode 3082 "Elija si este programa estará disponible para todas las cuentas de esta computadora o solo para la suya."
  LangString whichInstallationRemove 3082 "Este programa está instalado para la computadora y para su cuenta.$\r$\n¿Cuál instalación quiere quitar?"
  LangString onlyForMe 3082 "Solo para esta cuenta"
  LangString forAll 3082 "Para todas las cuentas de esta computadora"
  LangString loginWithAdminAccount 3082 "Para continuar, inicie sesión con una cuenta de administración de esta computadora."
  LangString folderNotLimited 3082 "El programa quedó instalado, pero no se pudo limitar la carpeta del registro:$\r$\n$0$\r$\n$\r$\nAbra el programa una vez con una cuenta de administración antes de crear el registro."
!macroend

; The same list as src/main/platform/places/rights.ts. What an account made there before loses its owner and its own list first.
!macro limitFolder FOLDER
  CreateDirectory "${FOLDER}"
  nsExec::Exec '"$SYSDIR\icacls.exe" "${FOLDER}" /setowner *S-1-5-32-544 /Q'
  Pop $1
  IntOp $3 $3 | $1
  nsExec::Exec '"$SYSDIR\icacls.exe" "${FOLDER}" /reset /Q'
  Pop $1
  IntOp $3 $3 | $1
  nsExec::Exec '"$SYSDIR\icacls.exe" "${FOLDER}" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F $2 /Q'
  Pop $1
  IntOp $3 $3 | $1
!macroend

; The first account that starts the program must not own what holds the register. A folder that an administrator named
; (HKLM\SOFTWARE\RegistroCEM, «Carpeta») is left as it is: it may hold other things; the program judges it.
!macro customInstall
  ReadRegStr $0 HKLM "SOFTWARE\RegistroCEM" "Carpeta"
  ${If} $0 == ""
    SetShellVarContext all
    StrCpy $0 "$APPDATA\RegistroCEM"
    StrCpy $3 0
    StrCpy $2 "*S-1-5-32-545:(OI)(CI)M"
    nsExec::Exec '"$SYSDIR\net.exe" localgroup "Registro CEM"'
    Pop $1
    ${If} $1 == 0
      StrCpy $2 '"Registro CEM:(OI)(CI)M"'
    ${EndIf}
    !insertmacro limitFolder "$0"
    !insertmacro limitFolder "$0\centro"
    !insertmacro limitFolder "$0\practica"
    ; «error» where icacls did not run counts as 0 in a sum: asked apart.
    ${If} $3 != 0
    ${OrIf} $1 == "error"
      ${IfNot} ${Silent}
        MessageBox MB_OK|MB_ICONEXCLAMATION "$(folderNotLimited)"
      ${EndIf}
    ${EndIf}
  ${EndIf}
!macroend
