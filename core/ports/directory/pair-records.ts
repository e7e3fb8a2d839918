import type { PairRecord } from '../../directory/pair-record.ts'
import type { PairName } from '../../directory/seat.ts'

/** Written together with the member whose seat changes (`DirectoryWrite.pair`): read it before the people. */
export interface PairRecords {
  pairRecord(pair: PairName): Promise<PairRecord>
}
