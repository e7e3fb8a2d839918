import { consoleApp } from './console/app.ts'
import { consoleDoor } from './console/frame/doors.ts'
import { consoleServices } from './wiring/aws-console.ts'
import { stands } from './wiring/stands.ts'
import { httpEntry } from './wiring/lambda.ts'
import type { ConsoleServices } from './wiring/services.ts'

/** The pages where everybody but the protection pair works. */
export const build = (services: ConsoleServices) => consoleApp(services, consoleDoor)

export const handler = httpEntry(() => build(consoleServices()), stands)
