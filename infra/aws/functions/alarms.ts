import { Duration, type Stack } from 'aws-cdk-lib'
import {
  Alarm,
  ComparisonOperator,
  MathExpression,
  TreatMissingData,
  type CreateAlarmOptions,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { HttpApi, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { JaabiFunction } from './jaabi-function.ts'

const period = Duration.minutes(5)
const sum = { period, statistic: 'Sum' }

interface Watched {
  functions: readonly JaabiFunction[]
  entrance: { api: HttpApi; stage: HttpStage }
  failures: Queue
}

/** Lines of a log that break nothing and that somebody should look at where there are many. */
const watchedLines: Readonly<Record<string, readonly { event: string; most: number; says: string }[]>> = {
  'send-notices': [
    {
      event: 'typed-sms-held',
      most: 1,
      says: 'more SMS to numbers typed into the form than may leave in an hour: they wait; somebody may be using the form to write to strangers',
    },
    {
      event: 'gateway-credit',
      most: 1,
      says: 'what was paid to a gateway in advance is used up, or soon will be or end: people get no answers by it until somebody buys',
    },
    {
      event: 'gateway-failing',
      most: 1,
      says: 'a gateway began to fail: others send in its place where the programme names some, else people get no answers (page « Passerelles »)',
    },
  ],
  // Lines of duties (`core/operations/sweep/duties.ts`), which are silent while all is well; most come back each day.
  'deadline-sweep': [
    {
      event: 'reports',
      most: 1,
      says: 'a gateway that told what became of SMS tells no more: nobody knows which answers arrive (page « Passerelles »)',
    },
    {
      event: 'pairs',
      most: 1,
      says: 'nobody who opens protection or integrity is trained and to stay, or no woman is: people wait for somebody they can speak to (docs/deploy.md)',
    },
    {
      event: 'care-list',
      most: 1,
      says: 'numbers of care have not been checked for ninety days and are read out no more: people in danger are sent to fewer places',
    },
  ],
  'public-web': [
    {
      event: 'reference-unknown',
      most: 200,
      says: 'hundreds of case numbers that are nobody’s were asked after: somebody is guessing; each address is limited, nobody else is held',
    },
  ],
}

/** Every alarm says who is hurt, and tells the operators when it rings and when it is over. */
export function makeAlarms(stack: Stack, operators: ITopic, { functions, entrance, failures }: Watched): void {
  const action = new SnsAction(operators)
  const alarm = (id: string, metric: IMetric, says: string, when: Partial<CreateAlarmOptions> = {}) => {
    const made = new Alarm(stack, id, {
      metric,
      alarmDescription: says,
      evaluationPeriods: 1,
      threshold: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...when,
    })
    made.addAlarmAction(action)
    made.addOkAction(action)
  }

  for (const fn of functions) {
    const { entry, lambda } = fn
    alarm(`${entry.name}-fails`, failuresOf(fn), entry.impact)
    if (entry.trigger.on === 'stream')
      alarm(
        `${entry.name}-behind`,
        lambda.metric('IteratorAge', { period, statistic: 'Maximum' }),
        `More than five minutes behind: ${entry.impact}`,
        { threshold: Duration.minutes(5).toMilliseconds() },
      )
    for (const { event, most, says } of watchedLines[entry.name] ?? [])
      alarm(`${entry.name}-${event}`, linesOf(fn, event), says, { threshold: most })
    if (entry.trigger.on !== 'schedule') continue
    alarm(
      `${entry.name}-self-check`,
      selfCheckFailures(fn),
      'the daily check failed: a case may stand on no agenda and wait for ever, or figures are wrong (docs/figures.md)',
    )
    alarm(`${entry.name}-dead`, successesOf(fn), `Has not run through once in five minutes: ${entry.impact}`, {
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    })
  }
  alarm(
    'entrance-fails',
    entrance.api.metricServerError({ ...sum, dimensionsMap: { Stage: entrance.stage.stageName } }),
    'callbacks, public pages or staff routes are answered with an error before or instead of a function',
  )
  alarm(
    'given-up',
    failures.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' }),
    'changes of cases or notices were given up after all attempts; the sweep makes up for them, but look why',
  )
}

/** What went wrong in a function: it broke, it was refused for want of room, or it said so in its log and went on. */
function failuresOf({ entry, lambda, logs }: JaabiFunction): IMetric {
  const logged = new MetricFilter(logs, 'Errors', {
    logGroup: logs,
    // Whatever a function caught and went on from, it logs with the name of the error (`functions/wiring/log.ts`).
    filterPattern: FilterPattern.exists('$.error'),
    metricNamespace: 'Jaabi',
    metricName: `${lambda.node.id}-${lambda.stack.stackName}`,
    defaultValue: 0,
  }).metric(sum)
  return new MathExpression({
    expression: 'FILL(broken, 0) + FILL(refused, 0) + FILL(logged, 0)',
    usingMetrics: { broken: lambda.metricErrors(sum), refused: lambda.metricThrottles(sum), logged },
    label: `${entry.name}: failures`,
    period,
  })
}

function successesOf({ entry, lambda }: JaabiFunction): IMetric {
  return new MathExpression({
    expression: 'started - broken',
    usingMetrics: { started: lambda.metricInvocations(sum), broken: lambda.metricErrors(sum) },
    label: `${entry.name}: runs`,
    period,
  })
}

function linesOf({ entry, lambda, logs }: JaabiFunction, event: string): IMetric {
  return new MetricFilter(logs, event, {
    logGroup: logs,
    filterPattern: FilterPattern.stringValue('$.event', '=', event),
    metricNamespace: 'Jaabi',
    metricName: `${entry.name}-${event}-${lambda.stack.stackName}`,
    defaultValue: 0,
  }).metric(sum)
}

/** The daily line of the sweep's log that says something is wrong (`core/operations/sweep/duties.ts`). */
function selfCheckFailures({ lambda, logs }: JaabiFunction): IMetric {
  return new MetricFilter(logs, 'SelfCheckFailures', {
    logGroup: logs,
    filterPattern: FilterPattern.all(
      FilterPattern.stringValue('$.event', '=', 'self-check'),
      FilterPattern.booleanValue('$.failed', true),
    ),
    metricNamespace: 'Jaabi',
    metricName: `self-check-${lambda.stack.stackName}`,
    defaultValue: 0,
  }).metric(sum)
}
