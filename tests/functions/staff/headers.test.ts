import { expect, test } from 'vitest'
import { build as protectionApi } from '../../../functions/protection-api.ts'
import { build as staffApi } from '../../../functions/staff-api.ts'
import { withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()

test.each(['/api/openapi.json', '/api/queue', '/api/nothing', '/api/protection/queue'])(
  '%s is read as what it says it is, and only over TLS',
  async (path) => {
    const jaabi = await newJaabi()
    const door = path.startsWith('/api/protection') ? 'protection-api' : 'staff-api'
    const build = door === 'staff-api' ? staffApi : protectionApi
    const { headers } = await build(jaabi.servicesFor(door)).request(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toContain('max-age=')
  },
)
