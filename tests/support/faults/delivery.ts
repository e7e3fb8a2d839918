import { build } from '../../../functions/delivery-report.ts'
import type { AllServices, Jaabi } from '../functions/services.ts'
import { callback, pathTo } from './trouble.ts'

/** The gateway reports on an SMS of ours; the status of our answer. */
export async function deliveryReport(
  jaabi: Jaabi,
  id: string,
  status: string,
  phoneNumber: string,
  { services = jaabi.servicesFor('delivery-report'), ...more }: { services?: AllServices; failureReason?: string } = {},
): Promise<number> {
  const fields = { id, status, phoneNumber, networkCode: '61002', ...more }
  return (await build(services).request(pathTo('delivery'), callback(fields))).status
}
