import { caseKeys } from './case-keys.ts'
import { sendOnce, unfoldTyped } from './forms.ts'
import { intakeAssist } from './intake/assist.ts'
import { intakeKeep } from './intake/keep.ts'
import { intakeLeave } from './intake/leave.ts'
import { closeMenu } from './menu.ts'
import { freshen } from './offline/copy.ts'
import { placeSearches } from './place-search.ts'
import { triageKeys } from './triage-keys.ts'

// What pages do more with script than without.
sendOnce()
closeMenu()
unfoldTyped()
triageKeys()
caseKeys()
freshen()
placeSearches()
intakeAssist()
intakeLeave()
intakeKeep()
