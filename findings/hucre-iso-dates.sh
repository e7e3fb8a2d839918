#!/usr/bin/env bash
# hucre 1.0.0 (reads and writes spreadsheets), cells that hold a date as a text in ISO 8601 (`t="d"`, ECMA-376 part 1, 18.18.11), as @e965/xlsx 0.20.3
# writes every date with `cellDates`. Expected: the same day as of a cell that holds it as a serial number, a Date. Seen: of two cells that show the
# 12th of March 2027 in one workbook hucre gives one as a Date and the other as the text "2027-03-12T00:00:00.000Z", and a cell in error as the text
# "#N/A": nothing tells either from what somebody typed. Who reads a column of days from a file has to read both, and to ask about what looks like an error.
# Installs both in a folder of its own, prints what it saw, and fails as soon as either answers otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hucre@1.0.0 @e965/xlsx@0.20.3 >/dev/null
cat > seen.mjs <<'JS'
import { readXlsx } from 'hucre'
import xlsx from '@e965/xlsx'
const day = new Date(Date.UTC(2027, 2, 12))
const sheet = { '!ref': 'A1:C1', A1: { t: 'n', v: 46458, z: 'yyyy-mm-dd' }, B1: { t: 'd', v: day }, C1: { t: 'e', v: 42, w: '#N/A' } }
const book = { SheetNames: ['Jours'], Sheets: { Jours: sheet } }
const file = xlsx.write(book, { type: 'buffer', bookType: 'xlsx', cellDates: true, UTC: true })
const [row] = (await readXlsx(file)).sheets[0].rows
const seen = row.map((cell) => `${cell instanceof Date ? 'Date' : typeof cell} ${cell instanceof Date ? cell.toISOString() : cell}`)
console.log(`hucre 1.0.0, @e965/xlsx 0.20.3, node ${process.version}: ${seen.join(' | ')}`)
const expected = 'Date 2027-03-12T00:00:00.000Z | string 2027-03-12T00:00:00.000Z | string #N/A'
if (seen.join(' | ') !== expected) {
  console.error(`expected ${expected}`)
  process.exit(1)
}
JS
node seen.mjs
