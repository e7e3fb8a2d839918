/** What a function may do and does nowhere in the suite, and why it may. A line that is called after all, or granted no more, goes from here. */
export const neverCalled: readonly { line: RegExp; because: string }[] = [
  {
    line: /^(inbound-call|inbound-sms|send-notices|delivery-report|opt-out|ussd|public-web) dynamodb:BatchGetItem cases$/,
    because:
      'a phone is looked for under every generation of the fingerprint key at once; in tests there is one generation',
  },
  {
    line: /^(inbound-call|inbound-sms|delivery-report|opt-out|ussd|ussd-end|public-web) dynamodb:Query cases$/,
    because: 'words of more than 32 Ki characters lie beside their case and are read with it',
  },
  {
    line: /^(inbound-call|inbound-sms|delivery-report|opt-out|ussd|public-web|staff-api|protection-api|protection-console|deadline-sweep) dynamodb:DeleteItem cases$/,
    because:
      'long words that lie beside their case go when it is erased, and a known phone moves to the newest generation of its key',
  },
  {
    line: /^protection-(api|console) kms:GenerateMac fingerprint$/,
    because: 'what the pair finds to be no S is the case of a phone again, which is looked for by its fingerprint',
  },
  {
    line: /^protection-console kms:(Decrypt|GenerateDataKey) general$/,
    because: 'a possible S lies under the general key until the pair decides; in tests it does so through its API',
  },
  {
    line: /^protection-console dynamodb:UpdateItem traffic$/,
    because: 'a session is the same at both doors of the console, and what is written to it is an update',
  },
]
