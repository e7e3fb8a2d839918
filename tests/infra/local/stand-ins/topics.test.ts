import { CreateTopicCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { snsTopics } from '../../../../adapters/sns/topics.ts'
import { localTopics, type LocalTopics } from '../../../../infra/local/stand-ins/topics.ts'
import { engineConfig } from '../../../support/engine.ts'

let folder: string
let file: string
let local: LocalTopics
let client: SNSClient
let stop: () => void
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jaabi-topics-'))
  file = join(folder, 'topics.jsonl')
  local = localTopics({ file, now: () => '2027-06-07T09:00:00.000Z' })
  const server = serve({ fetch: new Hono().route('/local/sns', local.app).fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  client = new SNSClient({ ...engineConfig(`http://127.0.0.1:${port}/local/sns`), maxAttempts: 1 })
  stop = () => {
    client.destroy()
    server.close()
    rmSync(folder, { recursive: true })
  }
})
afterEach(() => {
  stop()
})

test('what the mechanism publishes to a topic can be read there, in order, its subject in the ASCII that SNS takes', async () => {
  const topics = snsTopics({ client, arnOf: local.topicArn })
  await topics.publish('regional-gao', 'Échéances dépassées', '2 dossiers : 4829137996 & <7710042315>\nÀ traiter')
  await topics.publish('national', 'Résumé', '+1 = 3 %')

  expect(local.published()).toEqual([
    {
      topic: 'regional-gao',
      subject: 'Echeances depassees',
      message: '2 dossiers : 4829137996 & <7710042315>\nÀ traiter',
      at: '2027-06-07T09:00:00.000Z',
    },
    { topic: 'national', subject: 'Resume', message: '+1 = 3 %', at: '2027-06-07T09:00:00.000Z' },
  ])
  expect(local.published('national').map(({ message }) => message)).toEqual(['+1 = 3 %'])
})

test('what was acknowledged is in the file at once, so a killed process forgets nothing', async () => {
  const topics = snsTopics({ client, arnOf: local.topicArn })
  await topics.publish('protection', 'À lire', '1')

  expect(localTopics({ file, now: () => '' }).published('protection')).toEqual(local.published('protection'))
})

test('a line cut short by a power cut spoils neither what came before nor what comes after', async () => {
  const topics = snsTopics({ client, arnOf: local.topicArn })
  await topics.publish('protection', 'À lire', '1')
  appendFileSync(file, '{"topic":"protection","subj')
  expect(localTopics({ file, now: () => '' }).published()).toHaveLength(1)

  await topics.publish('protection', 'À lire', '2')

  expect(localTopics({ file, now: () => '' }).published()).toEqual(local.published())
})

test('a created topic has the address that publishing uses', async () => {
  const created = await client.send(new CreateTopicCommand({ Name: 'integrity' }))

  expect(created.TopicArn).toBe(local.topicArn('integrity'))
})

const good = { subject: 'Objet', message: 'Texte' }
test.each([
  ['a subject of 100 characters', { ...good, subject: 'x'.repeat(100) }, 'InvalidParameterException'],
  ['a subject with a line break', { ...good, subject: 'a\nb' }, 'InvalidParameterException'],
  ['no text', { ...good, message: '' }, 'InvalidParameterException'],
  ['a text over 256 KB', { ...good, message: 'é'.repeat(131_073) }, 'InvalidParameterException'],
])('as SNS does, it refuses %s', async (_, { subject, message }, error) => {
  const publish = new PublishCommand({ TopicArn: local.topicArn('national'), Subject: subject, Message: message })

  await expect(client.send(publish)).rejects.toMatchObject({ name: error })
  expect(local.published()).toEqual([])
})

test('an address that is no topic of ours is not found', async () => {
  const elsewhere = snsTopics({ client, arnOf: (topic) => `arn:aws:sns:eu-west-3:111111111111:${topic}` })

  await expect(elsewhere.publish('national', 'Objet', 'Texte')).rejects.toMatchObject({ name: 'NotFoundException' })
})
