/** The parts of the SDK we use; it ships no types of its own. */
declare module 'africastalking' {
  interface Client {
    SMS: {
      /** Resolves with whatever a 201 carried, rejects with an axios error or with the bare body of any other 2xx. */
      send(sms: { to: string; message: string; from?: string }): Promise<unknown>
    }
  }
  /** Throws on unknown or missing options. */
  function africastalking(options: { username: string; apiKey: string }): Client
  export = africastalking
}

/** Module-level state of the SDK, undocumented: read at each call. */
declare module 'africastalking/lib/common.js' {
  const common: { SMS_URL: string }
  export = common
}
