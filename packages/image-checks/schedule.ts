/**
 * Schedules for Image Builder pipelines: `rate(N unit)` and `cron(six fields)`.
 *
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/cron-expressions.html
 */
export { checkSchedule } from "./schedule/check";
export { describeSchedule } from "./schedule/describe";
export { nextRuns } from "./schedule/next-runs";
