#!/usr/bin/env bash
# africastalking 0.8.3, two accounts in one process: a live one, then one named "sandbox". Expected: each sends to its own host. Seen: hosts are
# kept once for the whole module. As soon as any account is made under the name "sandbox", every account of the process, those made
# before too, sends to the sandbox, and an account made afterwards under another name does not turn it back: an SMS to a real person
# would end in the sandbox without an error.
# Installs africastalking in a folder of its own, sends nothing, prints what it saw, and fails as soon as it is otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund africastalking@0.8.3 >/dev/null
cat > seen.cjs <<'JS'
const connect = require('africastalking')
const common = require('africastalking/lib/common')
const host = () => new URL(common.SMS_URL).host
connect({ username: 'live-account', apiKey: 'none' })
const seen = [host()]
connect({ username: 'sandbox', apiKey: 'none' })
seen.push(host())
connect({ username: 'live-account', apiKey: 'none' })
seen.push(host())
console.log(`africastalking 0.8.3, node ${process.version}: live, then sandbox, then live again: ${seen.join(', ')}`)
const expected = ['api.africastalking.com', 'api.sandbox.africastalking.com', 'api.sandbox.africastalking.com']
if (seen.join() !== expected.join()) {
  console.error(`expected ${expected.join(', ')}`)
  process.exit(1)
}
JS
node seen.cjs
