import { describe, expect, test } from 'vitest'
import { parseCsv } from '../../../../core/directory/matrix/csv.ts'
import { pointCode } from '../../../../core/directory/points/intake-point.ts'
import { readPoints } from '../../../../core/directory/points/list.ts'
import { pointNaming } from '../../../../programme/directory/points.ts'
import { mali } from '../../../../programme/mali.ts'
import { villages } from '../../../../programme/places/villages.ts'

const scene = {
  naming: pointNaming,
  organisations: mali.organisations,
  gazetteer: mali.gazetteer,
  villages,
  system: 'cod-2021',
  language: 'fr',
}
const read = (...lines: string[]) => readPoints(parseCsv(lines.join('\n')), scene)
const header = 'Nom;Type;Organisation;Région;Cercle;Commune;Village;Numéro;Heures;Rythme;Langues;État;Au public'
const one = (line: string) => read(header, line)?.[0]

describe('a list of intake points', () => {
  test('is read below its title, by columns in any order and language', () => {
    const list = read('Registre 2027', 'Kind;Name;Run by', 'Complaint box;Boîte du marché;ONG Santé Gao')
    expect(list).toMatchObject([
      { line: 3, said: { name: 'Boîte du marché', channel: 'box', organisation: 'ong-sante-gao' }, why: [] },
    ])
    expect(read('a;b;c', '1;2;3')).toBeNull()
  })

  test('says where by names from the region down, as far as it goes', () => {
    expect(one('A;boîte;ONG Santé Gao;Gao;Ansongo;Tessit;;;;7;songhay;;')?.said.where).toMatchObject({
      place: { system: 'cod-2021', code: 'ML070106' },
      village: null,
    })
    // A region, a cercle and a commune of one name are told apart by their columns.
    const codes = ['Gao;;', 'Gao;Gao;', 'Gao;Gao;Gao'].map(
      (where) => one(`A;boîte;ONG Santé Gao;${where};;;;7;fr;;`)?.said.where?.place?.code,
    )
    expect(codes.map((code) => code?.length)).toEqual([4, 6, 8])
    expect(one('A;boîte;ONG Santé Gao;;;;;;;7;fr;;')?.said.where).toBeNull()
    expect(one('A;boîte;ONG Santé Gao;Mopti;Ansongo;;;;;7;fr;;')?.why).toEqual(['unknown-place'])
  })

  test('keeps hours of who answers, and how often a box is opened', () => {
    const line = one(
      'Ligne;Numéro vert;ONG Santé Gao;;;;;80 00 12 34;lundi à vendredi 8h-15h;;songhay, français;ouverte;affiché',
    )
    expect(line).toMatchObject({
      said: {
        channel: 'call',
        number: '80001234',
        hours: { from: '08:00', until: '15:00' },
        everyDays: null,
        languages: ['ses', 'fr'],
        isOpen: true,
        isHidden: false,
      },
      why: [],
    })
    expect(one('B;boîte;ONG Santé Gao;;;;;;;hebdomadaire;fr;;')?.said).toMatchObject({
      everyDays: 7,
      hours: null,
      isOpen: null,
      isHidden: null,
    })
    expect(one('B;boîte;ONG Santé Gao;;;;;;;tous les 15 jours;fr;;')?.said.everyDays).toBe(15)
  })

  test.each([
    [';boîte;ONG Santé Gao;;;;;;;;fr;;', 'no-name'],
    ['A;fontaine;ONG Santé Gao;;;;;;;;fr;;', 'unknown-channel'],
    ['A;boîte;;;;;;;;;fr;;', 'no-organisation'],
    ['A;boîte;ONG Lunaire;;;;;;;;fr;;', 'unknown-organisation'],
    ['A;boîte;ONG Santé Gao;Atlantide;;;;;;;fr;;', 'unknown-place'],
    ['A;ligne verte;ONG Santé Gao;;;;;12;8h-15h;;fr;;', 'bad-number'],
    ['A;guichet;ONG Santé Gao;;;;;;sur rendez-vous;;fr;;', 'bad-hours'],
    ['A;boîte;ONG Santé Gao;;;;;;;parfois;fr;;', 'bad-rhythm'],
    ['A;boîte;ONG Santé Gao;;;;;;;7;klingon;;', 'unknown-language'],
    ['A;boîte;ONG Santé Gao;;;;;;;7;fr;peut-être;', 'bad-state'],
  ])('says of %j why nothing is done with it', (line, why) => {
    expect(one(line)?.why).toEqual([why])
  })

  test('takes a point once', () => {
    const line = 'A;boîte;ONG Santé Gao;;;;;;;7;fr;;'
    expect(read(header, line, line)?.map(({ why }) => why)).toEqual([[], ['twice']])
  })
})

test('a code made of a name holds no number that could be somebody’s, and is unlike any other', () => {
  expect(pointCode('Boîte du CSCom d’Ansongo', [])).toBe('boite-du-cscom-d-ansongo')
  expect(pointCode('Boîte du CSCom d’Ansongo', ['boite-du-cscom-d-ansongo'])).toBe('boite-du-cscom-d-ansongo-2')
  expect(pointCode('Awa 70 00 00 01 / 70000001', [])).not.toMatch(/\d{4}/)
  expect(pointCode('3e arrondissement', [])).toMatch(/^[a-z]/)
  expect(pointCode('ߖߊ߬ߓߌ', [])).toBe('point')
  expect(pointCode('x'.repeat(200), []).length).toBeLessThanOrEqual(60)
})
