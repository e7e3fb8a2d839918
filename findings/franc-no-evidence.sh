#!/usr/bin/env bash
# franc 6.2.0: where nothing in a text speaks for any of the languages it is restricted to, all of them score 0, and the one that stands
# first in its own tables is answered as if it had been found: « merci » is « fra » at score 0 beside « bam » at score 0, whatever the
# order asked in. A caller cannot tell that from an answer unless it compares the scores of francAll itself.
# Installs franc in a folder of its own, prints what it saw, and fails as soon as franc answers otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund franc@6.2.0 >/dev/null
cat > seen.mjs <<'JS'
import { franc, francAll } from 'franc'
const only = ['fra', 'bam']
const seen = JSON.stringify({
  all: francAll('merci', { only, minLength: 3 }),
  one: franc('merci', { only, minLength: 3 }),
  turned: franc('merci', { only: ['bam', 'fra'], minLength: 3 }),
})
console.log(`franc 6.2.0, node ${process.version}: ${seen}`)
const expected = JSON.stringify({ all: [['fra', 0], ['bam', 0]], one: 'fra', turned: 'fra' })
if (seen !== expected) { console.error(`expected ${expected}`); process.exit(1) }
JS
node seen.mjs
