@echo off
setlocal
rem The command line of the installed program. It runs what was installed and nothing that the environment names.
set "NODE_OPTIONS="
set "NODE_PATH="
set "NODE_COMPILE_CACHE="
set "NODE_EXTRA_CA_CERTS="
set "NODE_REDIRECT_WARNINGS="
set "NODE_V8_COVERAGE="
set "OPENSSL_CONF="
set "OPENSSL_MODULES="
"%~dp0resources\cli\node.exe" "%~dp0resources\cli\out\main\cli.js" %*
exit /b %errorlevel%
