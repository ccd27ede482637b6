#!/usr/bin/env bash
# Installs what the tests need where it is missing, builds once, runs every test,
# and ends with one line: N passed, N failed (and N skipped, where something was missing).
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en LANG=C.UTF-8
configuration=Release # the tests run what is shipped
results=artifacts/tests
passed=0 failed=0 skipped=0

finish() {
  local line="$passed passed, $failed failed"
  [ "$skipped" -gt 0 ] && line="$line, $skipped skipped"
  echo "$line"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}

give_up() {
  echo "test.sh: $1" >&2
  failed=$((failed + 1))
  finish
}

has() { command -v "$1" >/dev/null 2>&1; }
has_node() { has npm && [ "$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)" -ge 20 ]; }
has_postgresql() { [ -n "${GONGKAI_TEST_POSTGRES:-}" ] || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }
has_chinese_font() { has fc-list && [ -n "$(fc-list :lang=zh 2>/dev/null)" ]; }
has_calc() { compgen -G '/usr/lib/libreoffice/program/libsclo.so' >/dev/null; }
has_writer() { has soffice && compgen -G '/usr/lib/libreoffice/program/libswlo.so' >/dev/null; }

install_missing() {
  local packages=() root=()
  has chromium || packages+=(chromium)
  has_postgresql || packages+=(postgresql)
  has nginx || [ -x /usr/sbin/nginx ] || packages+=(nginx-light)
  has clamd || [ -x /usr/sbin/clamd ] || packages+=(clamav-daemon)
  has pdftotext || packages+=(poppler-utils)
  has_writer || packages+=(libreoffice-writer-nogui)
  has_calc || packages+=(libreoffice-calc-nogui)
  has_chinese_font || packages+=(fontconfig fonts-noto-cjk)
  has_node || packages+=(nodejs npm)
  [ "${#packages[@]}" -eq 0 ] && return

  if ! has apt-get; then
    echo "test.sh: not here, and no apt-get to install them with: ${packages[*]}; what needs them is skipped by name" >&2
    return
  fi
  if [ "$(id -u)" -ne 0 ]; then root=(sudo -n); fi
  echo "Installing ${packages[*]}"
  if ! { "${root[@]}" apt-get update -qq && "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"; } >/dev/null; then
    echo "test.sh: could not install ${packages[*]}; what needs them is skipped by name" >&2
  fi
}

# Reads one number off the first <assembly …> of a result file.
figure() { grep -o -m1 '<assembly [^>]*>' "$1" | grep -o " $2=\"[0-9]*\"" | tr -dc 0-9; }

run_tests() {
  local name=$1 program=tests/$1/bin/$configuration/net10.0/Gongkai.$1 report=$results/$1.xml code
  echo "== $name"
  timeout --kill-after=30 1800 "$program" -noColor -noLogo -reporter quiet -xml "$report"
  code=$?
  if [ ! -s "$report" ]; then
    echo "test.sh: $name ended with $code and left no results" >&2
    failed=$((failed + 1))
    return
  fi
  local bad=$(($(figure "$report" failed) + $(figure "$report" errors)))
  if [ "$bad" -eq 0 ] && [ "$code" -ne 0 ]; then
    echo "test.sh: $name ended with $code although no test failed" >&2
    bad=1
  fi
  passed=$((passed + $(figure "$report" passed)))
  failed=$((failed + bad))
  skipped=$((skipped + $(figure "$report" skipped) + $(figure "$report" not-run)))
  echo "   $(figure "$report" passed) passed, $bad failed, $(figure "$report" skipped) skipped in $(grep -o -m1 ' time="[0-9.]*"' "$report" | head -1 | tr -dc 0-9.) s"
  grep -o '<reason><!\[CDATA\[[^]]*' "$report" | sed 's/.*CDATA\[/   skipped: /' | sort | uniq -c
}

has dotnet || give_up "the .NET 10 SDK is missing: https://dotnet.microsoft.com/download/dotnet/10.0"
install_missing
rm -rf "$results"
mkdir -p "$results"
dotnet restore Gongkai.slnx --locked-mode -v q || give_up "restore failed"
dotnet build Gongkai.slnx -c "$configuration" --no-restore -nologo -v q || give_up "the build failed"
for project in tests/*/*.csproj; do
  grep -q 'Include="xunit.v3"' "$project" && run_tests "$(basename "$(dirname "$project")")"
done
finish
