import type { Resource } from "@pipelines/local-aws/resource";
import type { LocalAws, LoggedCall } from "@pipelines/local-aws/local-aws";
import { fromRegionalName } from "@pipelines/image-definition/regional-repository";
import { count, quote } from "@pipelines/findings/text";
import { nearest } from "@pipelines/findings/nearest";
import { columns } from "@pipelines/operations/words";
import { EffectWatch, waitedFor } from "./effects";
import type { RehearsalOptions } from "./options";
import type { Progress } from "./progress";
import { TerraformWork } from "./terraform-work";
import { leftBehind, withoutForeign } from "./remains";
import { changes, effectLine, errorOf, resourceTable, seconds, slowestResource } from "./report";
import type { RehearsedStack } from "./stack-config";
import { createBucket, createRepository, readObject } from "./by-hand";
import type { Ended } from "@pipelines/terraform/terraform";
import type { Target, Workspace } from "./workspace";
import { isAccountStackName } from "@pipelines/image-definition/full-names";

/** Ends a rehearsal with a message for the user. */
export class RehearsalFailed extends Error {}

export interface RehearsalParts {
  readonly options: RehearsalOptions;
  readonly workspace: Omit<Workspace, "folder" | "remove">;
  readonly aws: Omit<LocalAws, "accesses" | "accountId" | "clock" | "close" | "faults" | "generic" | "snapshot">;
  readonly terraform: Target["terraform"];
  readonly progress: Progress;
  /** If set, receives every call to local AWS. */
  readonly listen: (listener: ((call: LoggedCall) => void) | undefined) => void;
  /** Resolves on Ctrl-C. */
  readonly interrupted: Promise<unknown>;
}

/**
 * One environment's life cycle: it is created, inspected, changed and destroyed. Throws {@link RehearsalFailed} if
 * anything goes wrong.
 */
export class Rehearsal {
  private stack!: string;
  private config!: RehearsedStack;
  private target!: Target;
  private watch!: EffectWatch;
  /** Names of all resources that are assumed to exist. */
  private foreign: ReadonlySet<string> = new Set();

  public constructor(private readonly parts: RehearsalParts) {}

  public async run(): Promise<void> {
    const { options } = this.parts;
    await this.prepare();
    await this.buildForReal();
    const stateBucket = await this.makeStateBucket();
    await this.deployWhatIsBefore();
    const { "fail-build": failBuild } = options;
    if (failBuild === undefined) await this.deploy();
    else await this.failAndFix(failBuild);
    this.parts.progress.waitFor(
      () => "the state bucket's lifecycle rule, which the provider reads repeatedly for 55 s",
    );
    await stateBucket();
    this.show();
    await this.planAgain();
    if (options.keep) {
      await this.keep();
      return;
    }
    if (failBuild === undefined) await this.change();
    await this.destroy();
    this.requireNothingLeft();
  }

  /** Ends work that is waiting for a response that local AWS will never give. */
  private async requireKnownCalls<T>(work: Promise<T>): Promise<T> {
    const { aws } = this.parts;
    let timer: NodeJS.Timeout | undefined;
    const unknown = new Promise<never>((_, reject) => {
      timer = setInterval(() => {
        if (aws.unknownCalls.length === 0) return;
        const calls = aws.unknownCalls.join("\n  ");
        const isOtherService = aws.unknownCalls.some((call) => /^[^ ]+:[A-Z]+ \//.test(call));
        reject(
          new RehearsalFailed(
            `Local AWS was asked for something that it does not implement (docs/rehearsal.md):\n  ${calls}` +
              (isOtherService ? `\n  ${installClient}` : ""),
          ),
        );
      }, 200);
    });
    try {
      return await Promise.race([work, unknown]);
    } finally {
      clearInterval(timer);
    }
  }

  private async prepare(): Promise<void> {
    const { progress, workspace, options, terraform, aws } = this.parts;
    progress.step("Synthesize a copy of this tree");
    await this.synth();
    const stacks = await workspace.stackOrder();
    const environments = stacks.filter((name) => workspace.config(name).recipes.length > 0);
    const stack = options.stack ?? environments[0] ?? "";
    this.stack = stack;
    if (!environments.includes(stack)) {
      throw unknownName(`There is no environment ${quote(stack)}`, stack, environments, "main.ts has");
    }
    this.config = this.withoutWhatIsBefore(workspace.config(this.stack));
    if (this.config.inHcpTerraform) {
      throw new RehearsalFailed(
        `${this.stack} keeps its state in HCP Terraform, which has no local stand-in.\n` +
          "  To rehearse it, temporarily remove `state` from its settings: the state is then in S3.",
      );
    }
    const { "fail-build": failBuild } = options;
    const images = this.images();
    if (failBuild !== undefined && !images.includes(failBuild)) {
      throw unknownName(`${this.stack} has no image ${quote(failBuild)}`, failBuild, images, "it builds");
    }
    if (failBuild !== undefined && !this.config.buildsOnDeploy) {
      throw new RehearsalFailed(
        `A deploy of ${this.stack} builds nothing; its pipelines do that later. Rehearse a failed build with an environment whose deploys build.`,
      );
    }
    this.target = { terraform, endpoint: aws.endpoint, account: this.config.account };
    await this.takeAsExisting();
    this.watch = new EffectWatch(aws, this.config.stateBucket ?? "");
  }

  /** `--run`: builds the images from their current definitions, for the deploys that follow. */
  private async buildForReal(): Promise<void> {
    const { progress, workspace, options, aws } = this.parts;
    if (!options.run) return;
    progress.step("Build the images for real: npm run try");
    for (const image of this.images()) {
      const { folder, ended } = await workspace.tryImage(image, this.environment);
      if (ended.code !== 0) throw new RehearsalFailed(`${image} cannot be built:\n\n${ended.output.trim()}`);
      progress.detail(ended.output.split("\n").filter((line) => line.startsWith(`${image} passed`)));
      aws.builtImages = { ...aws.builtImages, [`${this.environment}-${image}`]: folder };
    }
  }

  /** Creates what the environment refers to but does not create itself, as its owners would have done. */
  private async takeAsExisting(): Promise<void> {
    const { progress, options, aws } = this.parts;
    const { account, region: home, existingRepositories, existingParts } = this.config;
    const all = [...existingRepositories, ...existingParts.map(({ name }) => name)];
    const { missing = [] } = options;
    for (const name of missing.filter((each) => !all.includes(each))) {
      const found = `${this.stack} does not refer to ${quote(name)}`;
      throw unknownName(found, name, all, "what it refers to but does not create");
    }
    const taken = (name: string) => !missing.includes(name);
    for (const name of existingRepositories.filter(taken)) {
      const { repository, region = home } = fromRegionalName(name);
      await createRepository(this.target, region, repository);
    }
    const parts = existingParts.filter(({ name }) => taken(name));
    for (const part of parts) aws.exists(part, account, home);
    this.foreign = new Set(parts.map(({ name }) => name.replace(/^s3:\/\//, "")));
    if (all.filter(taken).length === 0) return;
    progress.step("Assumed to exist, because the environment refers to it but does not create it");
    progress.detail(
      columns([
        ...existingRepositories.filter(taken).map((name) => ["repository", name]),
        ...parts.map(({ kind, name }) => [kind, name]),
      ]),
    );
  }

  private remaining(): Resource[] {
    return withoutForeign(this.parts.aws.remaining(), this.config, this.foreign);
  }

  /**
   * Creates the state bucket and returns as soon as the bucket exists. The returned function waits for the rest of the
   * bucket's deploy, in which the provider waits a long time for the lifecycle rule.
   */
  private async makeStateBucket(): Promise<() => Promise<void>> {
    const { progress, workspace, listen } = this.parts;
    const { stateBucket, stateRegion } = this.config;
    const name = stateBucket?.replace(/^image-builder-/, "") ?? "";
    if (stateBucket === undefined) {
      throw new RehearsalFailed(
        `${this.stack} keeps its state in a file.\n  To rehearse it, temporarily remove \`state\` from its settings.`,
      );
    }
    if (!isAccountStackName(name) || !workspace.stacks().includes(name)) {
      progress.step(`The state bucket ${stateBucket}, which no stack of this project creates, is assumed to exist`);
      await createBucket(this.target, stateRegion, stateBucket);
      return () => Promise.resolve();
    }
    progress.step(`Create the state bucket: cdktf deploy ${name}`);
    workspace.keepStateInFile(name);
    const there = new Promise<void>((resolve) => {
      listen((call) => {
        this.report(call);
        // This is the last of the bucket's settings; all others exist by now.
        if (call.operation === "PutBucketLifecycleConfiguration") resolve();
      });
    });
    const deployed = this.runOn("deploy", name);
    await Promise.race([there, deployed]);
    progress.detail(
      "  (its lifecycle rule exists; the provider reads it again for 55 s, which nothing here waits for)",
    );
    listen(undefined);
    return () => deployed;
  }

  /** Leaves out what the environment's other stacks create, because that is not assumed to exist. */
  private withoutWhatIsBefore(config: RehearsedStack): RehearsedStack {
    const { workspace } = this.parts;
    const made = workspace.before(this.stack).flatMap((stack) => workspace.config(stack).names);
    const isElsewhere = (name: string): boolean => made.some((each) => new RegExp(`(^|/)${each}(:|$)`).test(name));
    return {
      ...config,
      existingRepositories: config.existingRepositories.filter((name) => !isElsewhere(name)),
      existingParts: config.existingParts.filter(({ name }) => !isElsewhere(name)),
    };
  }

  /**
   * Deploys the stacks that a group refers to: its environment's own stack, and the groups that its images are built
   * on.
   */
  private async deployWhatIsBefore(): Promise<void> {
    const { progress, workspace } = this.parts;
    for (const stack of workspace.before(this.stack)) {
      progress.step(`Deploy what ${this.stack} refers to: cdktf deploy ${stack}`);
      await this.runOn("deploy", stack);
    }
  }

  private async deploy(title = `Deploy: cdktf deploy ${this.stack}`): Promise<void> {
    const { progress, aws } = this.parts;
    progress.step(title);
    const before = aws.calls.length;
    const started = Date.now();
    const ended = await this.cdktf("deploy");
    this.require(ended, `The deploy of ${this.stack}`);
    const waited = waitedFor(aws.calls.slice(before));
    const slowest = slowestResource(ended.output);
    progress.detail(
      `${changes(ended.output)} in ${seconds(started)}; for ${waited.toFixed(1)} s of that, no call to AWS was made: ` +
        `the provider was waiting${slowest === undefined ? "" : `, longest for ${slowest}`}`,
    );
  }

  private async failAndFix(image: string): Promise<void> {
    const { progress, aws } = this.parts;
    const recipe = `${this.environment}-${image}`;
    aws.failBuilds = { [recipe]: "A step of phase build failed: exit status 1 (as --fail-build asks)" };
    progress.step(`Deploy, with a build of ${image} that fails: cdktf deploy ${this.stack}`);
    const ended = await this.cdktf("deploy");
    if (ended.code === 0) throw new RehearsalFailed(`The build of ${image} failed, but the deploy did not report it.`);
    progress.detail("The deploy ended with an error, as expected:");
    progress.detail(errorOf(ended.output));
    progress.step("Where the logs are");
    progress.detail(`in CloudWatch, in the log group /aws/imagebuilder/${recipe}`);
    for (const { kind, name, region } of aws.remaining()) {
      if (kind !== "object" || !name.includes(`/${recipe}/`)) continue;
      progress.detail(`in the log bucket, s3://${name}`);
      progress.detail(`  ${(await readObject(this.target, region, name)).trim()}`);
    }
    aws.failBuilds = {};
    await this.edit(`Fix it: edit`, image);
    await this.deploy(`Deploy the fix: cdktf deploy ${this.stack}`);
  }

  private show(): void {
    const { progress } = this.parts;
    progress.step("What exists now");
    progress.detail(resourceTable(this.remaining()));
  }

  private async planAgain(): Promise<void> {
    const { progress, workspace } = this.parts;
    progress.step("Plan again: terraform plan -detailed-exitcode");
    const ended = await workspace.terraform(this.stack, ["plan", "-detailed-exitcode"], this.target);
    if (ended.code === 2) throw new RehearsalFailed(`The plan after the deploy is not empty:\n${ended.stdout}`);
    this.require(ended, "The plan");
    progress.detail("No changes: what was deployed matches what is defined.");
  }

  private async change(): Promise<void> {
    if (!(await this.edit("Edit"))) return;
    const before = this.parts.aws.deliveries.length;
    await this.deploy(`Deploy the change: cdktf deploy ${this.stack}`);
    await this.follow(before);
    await this.planAgain();
  }

  /** Prints which images EventBridge built after the deploy because their parents were built. */
  private async follow(before: number): Promise<void> {
    const { progress, aws } = this.parts;
    const running = () =>
      aws.remaining().some(({ state = "" }) => ["PENDING", "BUILDING", "TESTING", "DISTRIBUTING"].includes(state));
    if (!running() && aws.deliveries.length === before) return;
    progress.step("EventBridge builds the images that are built on it");
    do {
      await new Promise((resolve) => setTimeout(resolve, 100));
      for (const effect of this.watch.after()) progress.detail(effectLine(effect));
    } while (running());
    const refused = aws.deliveries.filter((delivery) => delivery.refused !== undefined);
    if (refused.length === 0) return;
    throw new RehearsalFailed(refused.map(({ target, refused: why = "" }) => `${target}: ${why}`).join("\n"));
  }

  /**
   * Adds a line to a file of an image, preferably of a parent image: to a component document if there is one, otherwise
   * to a Dockerfile.
   */
  private async edit(title: string, image?: string): Promise<boolean> {
    const { progress, workspace } = this.parts;
    const images = image === undefined ? [...this.images(this.config.parents), ...this.images()] : [image];
    const file = images.flatMap((each) => workspace.filesOf(each, this.config.texts))[0];
    if (file === undefined) {
      progress.step("Edit nothing: this environment has no component or Dockerfile in a file");
      return false;
    }
    progress.step(`${title} ${file} in the copy, and synthesize`);
    workspace.edit(file, (text) => `${text}${text.endsWith("\n") ? "" : "\n"}# Edited by the rehearsal.\n`);
    await this.synth();
    await this.buildForReal();
    return true;
  }

  private async destroy(): Promise<void> {
    const { progress, workspace } = this.parts;
    if (this.config.protected.length > 0) await this.unprotect();
    progress.step(`Destroy: cdktf destroy ${this.stack}`);
    const started = Date.now();
    const ended = await this.cdktf("destroy");
    this.require(ended, `The destroy of ${this.stack}`);
    progress.detail(`${changes(ended.output)} in ${seconds(started)}`);
    for (const stack of workspace.before(this.stack).reverse()) {
      progress.step(`Destroy what ${this.stack} referred to: cdktf destroy ${stack}`);
      await this.runOn("destroy", stack);
    }
  }

  /** Checks that `deletionProtection` makes a destroy fail, then switches the protection off. */
  private async unprotect(): Promise<void> {
    const { progress, workspace, aws } = this.parts;
    progress.step(`Destroy what has deletionProtection: cdktf destroy ${this.stack}`);
    const before = aws.remaining().length;
    const ended = await this.cdktf("destroy");
    if (ended.code === 0 || aws.remaining().length < before) {
      throw new RehearsalFailed(`${this.stack} has deletionProtection, and was destroyed.`);
    }
    progress.detail("Refused, as expected, and nothing was deleted:");
    progress.detail(errorOf(ended.output));
    const file = workspace.classOf(this.environment);
    progress.step(`Switch deletionProtection off in the copy's ${file}, and synthesize`);
    try {
      workspace.edit(file, (text) => text.replace(/deletionProtection: *true/, "deletionProtection: false"));
    } catch {
      throw new RehearsalFailed(`${file} has no \`deletionProtection: true\` for the rehearsal to switch off.`);
    }
    await this.synth();
  }

  private requireNothingLeft(): void {
    const { progress, aws } = this.parts;
    progress.step("What is left");
    const { left, entries } = leftBehind(this.remaining(), this.config.stateBucket, aws.deliveries.length);
    if (left.length > 0) {
      throw new RehearsalFailed(["The destroy left this behind:", ...resourceTable(left)].join("\n"));
    }
    progress.detail([
      `Nothing from ${this.stack}. The state bucket stays on purpose: it belongs to the account, not to the`,
      "environment, is protected from deletion, and keeps old states to recover from.",
      ...(entries === 0
        ? []
        : [
            `Image Builder's own list still has ${count(entries, "image")} that pipelines built, as entries without content.`,
          ]),
    ]);
  }

  /** Waits for Ctrl-C. */
  private async keep(): Promise<void> {
    const { progress, workspace, interrupted } = this.parts;
    const { endpoint, account } = this.target;
    // AWS CLI versions before 2.13 do not know AWS_ENDPOINT_URL, and would silently call the real AWS.
    const aws = `aws --endpoint-url ${endpoint}`;
    progress.step("Local AWS keeps running until Ctrl-C. To look around, in another terminal:");
    progress.detail([
      `export AWS_ENDPOINT_URL=${endpoint} AWS_ACCESS_KEY_ID=${account} AWS_SECRET_ACCESS_KEY=local AWS_REGION=${this.config.region} AWS_DEFAULT_REGION=${this.config.region}`,
      "unset AWS_PROFILE AWS_SESSION_TOKEN",
      `${aws} imagebuilder list-image-pipelines`,
      `${aws} ecr describe-repositories`,
      `terraform -chdir=${workspace.stackFolder(this.stack)} output`,
    ]);
    progress.rest();
    await interrupted;
  }

  /** Runs a CLI command and prints its effects as they happen. */
  private async cdktf(command: "deploy" | "destroy"): Promise<Ended> {
    const { workspace, listen, progress } = this.parts;
    listen((call) => {
      this.report(call);
    });
    const work = new TerraformWork();
    progress.waitFor(() => work.current());
    const onOutput = (text: string): void => {
      work.read(text);
    };
    const ended = await this.requireKnownCalls(workspace.cdktf(command, this.stack, this.target, { onOutput }));
    listen(undefined);
    return ended;
  }

  private report(call: LoggedCall): void {
    for (const effect of this.watch.after(call)) this.parts.progress.detail(effectLine(effect));
  }

  /** The prefix of the environment's names in AWS. */
  private get environment(): string {
    return this.config.environment ?? this.stack;
  }

  private images(recipes = this.config.recipes): string[] {
    return recipes.map((recipe) => recipe.slice(this.environment.length + 1));
  }

  private async synth(): Promise<void> {
    const { workspace, progress } = this.parts;
    const ended = await workspace.synth();
    if (ended.code !== 0) {
      throw new RehearsalFailed(`This tree fails to synthesize:\n\n${ended.output.trim()}`);
    }
    const moves = ended.stdout.split("\n").filter((line) => line.includes("→") || / \(new\)/.test(line));
    progress.detail(moves);
    if (workspace.stacks().includes(this.stack)) this.config = workspace.config(this.stack);
  }

  /** Runs a CLI command on a stack other than the rehearsed one. */
  private async runOn(command: "deploy" | "destroy", stack: string): Promise<void> {
    const ended = await this.parts.workspace.cdktf(command, stack, this.target);
    this.require(ended, `The ${command} of ${stack}`);
  }

  private require(ended: Ended, what: string): void {
    if (ended.code !== 0) throw new RehearsalFailed(`${what} failed:\n${errorOf(ended.output)}`);
  }
}

const installClient =
  "To rehearse resources of another service, install the AWS SDK's client for it: npm install --save-dev @aws-sdk/client-<service>";

/** @param whose introduces the existing names */
function unknownName(found: string, name: string, names: readonly string[], whose: string): RehearsalFailed {
  const near = nearest(name, names);
  const meant = near === undefined ? "" : `; did you mean ${near}?`;
  return new RehearsalFailed(`${found}${meant}\n  ${whose}: ${names.join(", ") || "nothing"}`);
}
