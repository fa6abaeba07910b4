#!/usr/bin/env bash
# Adds a migration to both databases.  usage: src/SalesBot.Design/migrate.sh NAME
set -euo pipefail
cd "$(dirname "$0")/../.."
dotnet tool restore >/dev/null
dotnet restore src/SalesBot.Design -v q
for provider in Sqlite Postgres; do
  dotnet ef migrations add "$1" -c "${provider}SalesDb" -p src/SalesBot -s src/SalesBot.Design -o "Data/Migrations/$provider"
done
