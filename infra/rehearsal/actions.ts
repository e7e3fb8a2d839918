/** Parts of a transaction: AWS asks for the action of each. */
const parts: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
}

/** A call of DynamoDB, as far as it says what it is on. */
export interface TableCall {
  TableName?: string
  IndexName?: string
  RequestItems?: Record<string, unknown>
  TransactItems?: Record<string, { TableName?: string } | undefined>[]
}

/** The actions that one call (`TransactWriteItems`) needs, and on which table or index. */
export function actionsOf(
  operation: string,
  { TableName = '', IndexName, RequestItems, TransactItems }: TableCall,
): { action: string; table: string; index: string | undefined }[] {
  if (TransactItems)
    return TransactItems.flatMap((item) =>
      Object.entries(item).map(([part, rest]) => ({
        action: parts[part] ?? part,
        table: rest?.TableName ?? '',
        index: undefined,
      })),
    )
  const on = RequestItems ? Object.keys(RequestItems) : [TableName]
  return on.map((table) => ({ action: operation, table, index: IndexName }))
}
