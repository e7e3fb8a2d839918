export interface Topics {
  /** Publishes one message without personal data to a named topic (`regional-<cluster>`, `national`, `protection`, `integrity`, …). */
  publish(topic: string, subject: string, body: string): Promise<void>
}
