import type { DirectoryTexts } from '../../../../web/console/directory/texts.ts'
import { typesetFrench } from '../../typeset.ts'

/** Who does what where, and the file that brings it. */
export const directoryPresenceFr: DirectoryTexts['presence'] = typesetFrench({
  imported: 'Importée le {day} · lignes : {count} · organisations : {organisations}',
  empty: 'Aucune matrice n’a encore été importée.',
  shown: 'Les {count} premières lignes, sur {of}.',
  import: 'Importer une matrice 3W ou 5W',
  expects:
    'Un classeur .xlsx ou un CSV (2 Mo au plus) avec les colonnes organisation, cluster ou secteur, et région, cercle, commune ou leurs P‑codes ; dates et statut si vous les avez. En français ou en anglais. De plusieurs feuilles, la première qui a ces colonnes est lue.',
  codesShown: 'ce qui contredit un nom, ou vient d’un autre découpage, n’est pas pris : vous décidez',
  codesOf: 'tous sont du découpage {cut}',
  codesIgnored: 'seuls les noms comptent',
  whole: 'est toute la matrice : ce qui n’y est pas sera retiré',
  part: 'en est une partie : il ajoute et corrige seulement',
  adds: 'Ajouter aussi à l’annuaire les organisations qui n’y sont pas',
  look: 'Voir ce qui changerait',
  preview: 'Ce qui changerait',
  nothingYet: 'Rien n’a encore changé.',
  sums: {
    added: 'Lignes ajoutées',
    changed: 'Lignes changées',
    removed: 'Lignes retirées',
    same: 'Lignes déjà là',
    unread: 'Lignes non comprises',
    organisations: 'Organisations ajoutées',
  },
  apply: 'Appliquer exactement cela',
  another: 'Choisir un autre fichier',
  stale: 'L’annuaire a changé entre-temps : voici ce que le fichier changerait maintenant. Rien n’est appliqué.',
  more: 'et {count} de plus',
  why: {
    'no-organisation': 'pas d’organisation',
    'unknown-organisation': 'organisation inconnue',
    'no-sector': 'pas de secteur',
    'unknown-sector': 'secteur inconnu',
    'no-place': 'pas de lieu',
    'unknown-place': 'lieu inconnu',
    'several-places': 'plusieurs lieux portent ce nom',
    'code-contradicts': 'le code contredit le nom',
    'code-of-two-cuts': 'ce code est un autre lieu dans l’autre découpage',
    'mixed-cuts': 'le fichier mêle deux découpages : dites de quel découpage sont ses codes',
    'bad-day': 'date illisible, ou fin avant le début',
    over: 'travail terminé',
  },
})
