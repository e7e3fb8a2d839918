import { consoleApp } from './console/app.ts'
import { protectionDoor } from './console/frame/doors.ts'
import { consoleServices } from './wiring/aws-console.ts'
import { stands } from './wiring/stands.ts'
import { httpEntry } from './wiring/lambda.ts'
import type { ConsoleServices } from './wiring/services.ts'

/** The same pages for the protection pair: the only ones that may open what is sealed under the protection key. */
export const build = (services: ConsoleServices) => consoleApp(services, protectionDoor)

export const handler = httpEntry(() => build(consoleServices()), stands)
