import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { DeploymentError } from './deployment.ts'
import { jaabiApp } from './jaabi-app.ts'

try {
  const app = new App()
  jaabiApp(app, process.env.CDK_DEFAULT_ACCOUNT)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
} catch (error) {
  if (!(error instanceof DeploymentError)) throw error
  // What a person has to do, without the stack trace around it.
  console.error(error.message)
  process.exitCode = 1
}
