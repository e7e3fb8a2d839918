import type { Invitation } from '../../directory/invitation.ts'

/** How those hear of it who were invited and have a number; written with the directory (`DirectoryWrite`). */
export interface Invitations {
  invitation(id: string): Promise<Invitation | null>
  /** By the id of the member. */
  invitations(): Promise<ReadonlyMap<string, Invitation>>
}
