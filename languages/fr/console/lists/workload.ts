import type { WorkloadTexts } from '../../../../web/console/workload/texts.ts'
import { typesetFrench } from '../../typeset.ts'

export const workloadFr: WorkloadTexts = typesetFrench({
  title: 'Charge de chacun',
  lead: 'Dossiers ordinaires ouverts ou répondus et pas encore fermés. En retard : ce que le passage de chaque minute a trouvé en retard.',
  turns: {
    title: 'À qui est le tour',
    organisations: 'Organisations',
  },
  regions: 'Par région',
  organisations: 'Par organisation, transferts à accepter compris',
  columns: { owner: 'Qui', open: 'En cours', late: 'En retard', oldest: 'Le plus ancien, reçu en' },
  lists: { triage: 'Ni évalués, ni montés', national: 'National, sans cluster régional' },
  inactive: 'inactive',
  reassign: 'à reprendre et à confier à une autre',
  none: 'Aucune organisation n’a de dossier en cours.',
  tooMany: 'Trop de dossiers à compter un à un : aucun compte exact ne peut être montré.',
})
