import { GetLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { DescribeImagesCommand } from "@aws-sdk/client-ecr";
import {
  GetImageCommand,
  type Image,
  ListWorkflowExecutionsCommand,
  ListWorkflowStepExecutionsCommand,
  type WorkflowStepMetadata,
} from "@aws-sdk/client-imagebuilder";
import type { ImageDescription } from "@pipelines/image-definition/environment-description";
import { type Access, unless } from "./access";
import { type Build, isRunning } from "./builds";
import type { Surroundings } from "./command";
import { registryOf } from "@pipelines/facts/regions";
import { likelyTrouble, type Trouble } from "./troubles";

/** The result of a build. */
export interface BuildResult {
  readonly image: string;
  readonly build: string;
  readonly state: string;
  readonly minutes: number;
  /** Digest of the pushed image. */
  readonly digest?: string;
  readonly uri?: string;
  readonly failure?: {
    readonly step: string | undefined;
    readonly reason: string;
    /** The relevant lines of the log. */
    readonly lines: readonly string[];
    readonly trouble: Omit<Trouble, "sign"> | undefined;
  };
}

/** Milliseconds between status requests for a build, which takes a quarter of an hour. */
const interval = 10_000;
/** Log lines that are kept in case it fails. */
const kept = 300;

/** Reports the progress of a build until it ends: each step with its time, and the log as it arrives. */
export class BuildFollower {
  private readonly reported = new Map<string, string>();
  private lines: string[] = [];
  private logToken: string | undefined;
  private failedStep: string | undefined;

  public constructor(
    private readonly access: Access,
    private readonly image: ImageDescription,
    private readonly build: Build,
    private readonly say: (text: string) => void,
  ) {}

  public async follow({ wait, now }: Pick<Surroundings, "wait" | "now">): Promise<BuildResult> {
    for (;;) {
      // The status is requested before the steps and the log, so that these are complete once the build has ended.
      const command = new GetImageCommand({ imageBuildVersionArn: this.build.arn });
      const { image = {} } = await this.access.imageBuilder.send(command);
      await this.tellSteps();
      await this.tellLog();
      if (!isRunning({ state: image.state?.status ?? "PENDING" })) return this.result(image, now());
      await wait(interval);
    }
  }

  private async tellSteps(): Promise<void> {
    const { imageBuilder } = this.access;
    const workflows = new ListWorkflowExecutionsCommand({ imageBuildVersionArn: this.build.arn });
    const { workflowExecutions = [] } = await imageBuilder.send(workflows);
    for (const { workflowExecutionId, status } of workflowExecutions) {
      if (workflowExecutionId === undefined || this.reported.get(workflowExecutionId) === "COMPLETED") continue;
      const { steps = [] } = await imageBuilder.send(new ListWorkflowStepExecutionsCommand({ workflowExecutionId }));
      for (const step of steps) this.tellStep(step);
      this.reported.set(workflowExecutionId, status ?? "PENDING");
    }
  }

  private tellStep({
    stepExecutionId = "",
    name = "",
    status = "PENDING",
    startTime,
    endTime,
    message,
  }: WorkflowStepMetadata): void {
    if (this.reported.get(stepExecutionId) === status || status === "PENDING") return;
    this.reported.set(stepExecutionId, status);
    if (status === "RUNNING") this.say(`${name} …`);
    else {
      const seconds = Math.round((Date.parse(endTime ?? "") - Date.parse(startTime ?? "")) / 1000);
      const took = Number.isNaN(seconds) ? "" : seconds < 90 ? ` ${seconds} s` : ` ${Math.round(seconds / 60)} min`;
      this.say(`${name} ${status.toLowerCase()}${took}`);
    }
    if (status === "FAILED") this.failedStep = message === undefined || message === "" ? name : `${name}: ${message}`;
  }

  private async tellLog(): Promise<void> {
    const [version = "", number = ""] = this.build.name.split("-");
    for (;;) {
      const command = new GetLogEventsCommand({
        logGroupName: `/aws/imagebuilder/${this.image.resourceName}`,
        logStreamName: `${version}/${number}`,
        startFromHead: true,
        nextToken: this.logToken,
      });
      const found = await unless(["ResourceNotFoundException"], () => this.access.logs.send(command));
      // A build that has only just started has no log yet.
      if (found === undefined) return;
      const { events = [], nextForwardToken } = found;
      const lines = events.map(({ message = "" }) => plain(message));
      for (const line of lines) this.say(`│ ${line}`);
      this.lines = [...this.lines, ...lines].slice(-kept);
      // A repeated token means that there is nothing more to read for now.
      if (nextForwardToken === this.logToken) return;
      this.logToken = nextForwardToken;
    }
  }

  private async result({ state, outputResources }: Image, now: Date): Promise<BuildResult> {
    const minutes = Math.round((now.getTime() - this.build.started.getTime()) / 60_000);
    const result = { image: this.image.name, build: this.build.name, state: state?.status ?? "PENDING", minutes };
    if (state?.status === "AVAILABLE") {
      const uris = outputResources?.containers?.flatMap(({ imageUris = [] }) => imageUris) ?? [];
      const own = `${registryOf(this.access.place)}/${this.image.repository}`;
      const uri = uris.find((each) => each === `${own}:${this.build.name}`) ?? `${own}:${this.build.name}`;
      const imageIds = [{ imageTag: this.build.name }];
      const command = new DescribeImagesCommand({ repositoryName: this.image.repository, imageIds });
      const { imageDetails = [] } = await this.access.ecr.send(command);
      return { ...result, digest: imageDetails[0]?.imageDigest, uri };
    }
    if (state?.status !== "FAILED") return result;
    const reason = state.reason ?? "no reason given";
    const lines = linesThatMatter(this.lines);
    const trouble = likelyTrouble([reason, ...lines]);
    const likely = trouble && { title: trouble.title, advice: trouble.advice };
    return { ...result, failure: { step: this.failedStep, reason, lines, trouble: likely } };
  }
}

const matters =
  /error|fail|denied|refused|timed? ?out|not found|no such|cannot|unable|exit (?:status|code)|exception|unknown/i;

/** A line in a build's log must not control the terminal. */
function plain(line: string): string {
  return line.trimEnd().replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "");
}

/** Returns the last lines that report a problem or, if there are none, simply the last lines. */
function linesThatMatter(lines: readonly string[]): string[] {
  const found = lines.filter((line) => matters.test(line));
  return (found.length > 0 ? found : lines).slice(-8);
}

export function resultText(result: BuildResult, environment: string): string {
  const { image, build, state, minutes, digest, uri, failure } = result;
  const head = `${image} ${build} ${state} after ${minutes} min`;
  if (uri !== undefined) return `${head}\n  ${digest ?? ""}\n  docker pull ${uri}`;
  if (failure === undefined) return head;
  return [
    head,
    `  step:   ${failure.step ?? "not a workflow step"}`,
    `  reason: ${failure.reason}`,
    ...failure.lines.map((line) => `  │ ${line}`),
    ...(failure.trouble === undefined ? [] : [`  likely: ${failure.trouble.title} ${failure.trouble.advice}`]),
    `  log:    aws logs tail /aws/imagebuilder/${environment}-${image}`,
  ].join("\n");
}
