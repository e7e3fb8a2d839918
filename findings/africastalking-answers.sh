#!/usr/bin/env bash
# africastalking 0.8.3, sending an SMS to a gateway that answers as its documentation says. Expected: what the gateway accepted resolves, whatever
# 2xx it came with, and what it refused rejects with an Error. Seen: only HTTP 201 resolves. A 200 with the very same body rejects, and
# what it rejects with is that bare body, no Error: it has neither message nor stack, and an empty body rejects with ''. A 201 resolves also
# where no recipient was accepted (status 406), so that a caller must look at each recipient; and a 500 rejects with an Error.
# Installs africastalking in a folder of its own, asks a server on this machine, prints what it saw, and fails as soon as it answers otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund africastalking@0.8.3 >/dev/null
cat > seen.cjs <<'JS'
const http = require('node:http')
const taken = { statusCode: 101, number: '+22370000001', status: 'Success', cost: 'XOF 20.0000', messageId: 'ATXid_1' }
const blocked = { statusCode: 406, number: '+22370000001', status: 'UserInBlacklist', cost: '0', messageId: 'None' }
const body = (recipient) => JSON.stringify({ SMSMessageData: { Message: 'Sent', Recipients: [recipient] } })
const cases = [
  ['201, taken', 201, body(taken)],
  ['200, taken', 200, body(taken)],
  ['200, empty', 200, ''],
  ['201, blocked', 201, body(blocked)],
  ['500', 500, 'Internal Server Error'],
]
let answer = cases[0]
const server = http.createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    response.writeHead(answer[1], { 'content-type': 'application/json' }).end(answer[2])
  })
})
server.listen(0, '127.0.0.1', async () => {
  const { SMS } = require('africastalking')({ username: 'someone', apiKey: 'none' })
  require('africastalking/lib/common').SMS_URL = `http://127.0.0.1:${server.address().port}/version1/messaging`
  const sendSms = () => SMS.send({ to: ['+22370000001'], message: 'Bonjour' })
  const seen = []
  for (const one of cases) {
    answer = one
    seen.push(`${one[0]}: ${await sendSms().then(
      (given) => `resolves, status ${given.SMSMessageData.Recipients[0].statusCode}`,
      (given) => `rejects with ${given instanceof Error ? 'an Error' : given === '' ? "''" : `a bare ${typeof given}`}`,
    )}`)
  }
  server.close()
  server.closeAllConnections()
  console.log(`africastalking 0.8.3, node ${process.version}:\n${seen.join('\n')}`)
  const expected = [
    '201, taken: resolves, status 101',
    '200, taken: rejects with a bare object',
    "200, empty: rejects with ''",
    '201, blocked: resolves, status 406',
    '500: rejects with an Error',
  ]
  if (seen.join() !== expected.join()) {
    console.error(`expected\n${expected.join('\n')}`)
    process.exit(1)
  }
})
JS
node seen.cjs
