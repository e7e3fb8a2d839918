/** Where the pages of a door begin. */
export type ConsoleBase = '/console' | '/console/protection' | '/console/exercice'
