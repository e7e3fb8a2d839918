import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSms, type SmsIntent } from '../../../core/channel/sms-command.ts'
import { mali } from '../../../programme/mali.ts'

const { commands } = mali
const n = '4829137920'
const read = (text: string, openQuestion = false): SmsIntent => parseSms(text, { commands, openQuestion })

describe('commands by SMS', () => {
  const expected: [string, SmsIntent][] = [
    ['AIDE', { is: 'help' }],
    [' aide. ', { is: 'help' }],
    ['Dɛmɛ', { is: 'help' }],
    [`SUIVI ${n}`, { is: 'follow-up', reference: n }],
    ['SUIVI: 4829 1379 20', { is: 'follow-up', reference: n }],
    [`suivi no ${n}`, { is: 'follow-up', reference: n }],
    [`Suivi n° ${n} svp`, { is: 'follow-up', reference: n }],
    [`suivi du dossier nº ${n}, merci`, { is: 'follow-up', reference: n }],
    [`SUIVI${n}`, { is: 'follow-up', reference: n }],
    ['suivi ٤٨٢٩١٣٧٩٢٠', { is: 'follow-up', reference: n }],
    [`${n} suivi`, { is: 'follow-up', reference: n }],
    ['SUIVI', { is: 'follow-up', reference: null }],
    ['SUIVI 4829137921', { is: 'follow-up', reference: null }],
    [`APPEL ${n}`, { is: 'appeal', reference: n }],
    ['RAPPEL', { is: 'call-me' }],
    ['Rappelez-moi svp', { is: 'call-me' }],
    ['STOP', { is: 'stop', reference: null }],
    ['Arrêt !', { is: 'stop', reference: null }],
    ['ARRET', { is: 'stop', reference: null }],
    [`stop ${n}`, { is: 'stop', reference: n }],
    ['start', { is: 'start' }],
    ['LANGUE', { is: 'language', language: null }],
    ['langue: BM', { is: 'language', language: 'bm' }],
    ['kan bamanankan', { is: 'language', language: 'bm' }],
    ['Langue Français', { is: 'language', language: 'fr' }],
    ['langue peul', { is: 'language', language: null }],
  ]
  it.each(expected)('%s', (text, intent) => {
    expect(read(text)).toEqual(intent)
    expect(read(text.toUpperCase())).toEqual(intent)
    expect(read(text, true)).toEqual(intent)
  })
})

describe('the verdict on an answer', () => {
  const expected: [string, SmsIntent][] = [
    ['1', { is: 'verdict', verdict: 1, reference: null }],
    [' 2.', { is: 'verdict', verdict: 2, reference: null }],
    ['٣', { is: 'verdict', verdict: 3, reference: null }],
    ['3=non', { is: 'verdict', verdict: 3, reference: null }],
    ['1 oui merci', { is: 'verdict', verdict: 1, reference: null }],
    [`3 ${n}`, { is: 'verdict', verdict: 3, reference: n }],
    ['3 4829 1379 20', { is: 'verdict', verdict: 3, reference: n }],
    [`${n}: 2`, { is: 'verdict', verdict: 2, reference: n }],
    [`non ${n}`, { is: 'verdict', verdict: 3, reference: n }],
  ]
  it.each(expected)('%s', (text, intent) => {
    expect(read(text)).toEqual(intent)
  })

  it.each([
    ['oui', 1],
    ['Awɔ', 1],
    ['ɔwɔ', 1],
    ['en partie', 2],
    ['NON', 3],
    ['ayi', 3],
  ])('%s answers only a question we asked', (text, verdict) => {
    expect(read(text, true)).toEqual({ is: 'verdict', verdict, reference: null })
    expect(read(text)).toEqual({ is: 'voice' })
  })

  it.each(['1 2', '1 non', '4', '12', '3 4829137921', '1er jour'])('%s is no verdict', (text) => {
    expect(read(text, true)).toEqual({ is: 'voice' })
  })
})

describe('thanks alone', () => {
  it.each([
    'merci',
    'Merci beaucoup !!',
    'ok',
    'D’accord',
    'i ni ce',
    'Aw ni ce kɔsɛbɛ',
    'merci 🙏',
    '👍',
    'bonjour, merci',
  ])('%s', (text) => {
    expect(read(text)).toEqual({ is: 'thanks-only' })
  })
})

describe('everything else is somebody’s voice', () => {
  it.each([
    'aide moi, ma fille est malade et le CSCom est fermé depuis deux jours',
    'aide svp',
    'Stop à la corruption au CSCom',
    'stop aide',
    'Appel urgent: on nous attaque',
    "Merci pour l'aide mais il manque des kits",
    'ok mais rien ne change',
    'suivi des enfants malnutris arrêté',
    'rappel 70 00 00 01',
    'langue du formulaire trop difficile pour nous',
    '2000 F pour un enfant',
    'bonjour',
    '',
    '   \n ',
    '😡',
    'ߊ߬ ߣߌ߫ ߛߐ߲߬ߞߐ߬',
  ])('%s', (text) => {
    expect(read(text)).toEqual({ is: 'voice' })
    expect(read(text, true)).toEqual({ is: 'voice' })
  })

  it('belongs to the case it cites', () => {
    expect(read(`Toujours rien pour ${n}, les enfants attendent`)).toEqual({ is: 'cites', reference: n })
    expect(read(n)).toEqual({ is: 'cites', reference: n })
    expect(read(`merci ${n}`)).toEqual({ is: 'cites', reference: n })
  })

  it('whatever long text follows a command word', () => {
    fc.assert(
      fc.property(fc.constantFrom('aide', 'stop', 'appel', 'langue', '1'), fc.lorem({ maxCount: 12 }), (word, rest) => {
        expect(read(`${word} ${rest} malade`).is).toBe('voice')
      }),
    )
  })
})
