import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { LocalAws, LoggedCall } from "@pipelines/local-aws/local-aws";
import type { Resource } from "@pipelines/local-aws/resource";
import type { Ended } from "@pipelines/terraform/terraform";
import { Progress } from "../progress";
import { Rehearsal, RehearsalFailed, type RehearsalParts } from "../rehearsal";
import type { RehearsedStack } from "../stack-config";

const region = "eu-west-1";
const account = "111122223333";
const row = (service: string, kind: string, name: string, more: Partial<Resource> = {}): Resource => ({
  ...{ service, region, kind, name },
  ...more,
});
const recipe = (version: string) => row("imagebuilder", "container recipe", "dev-web", { version });
const terraform = { command: "terraform", version: "1.11.4", provider: "5.100.0", env: {} };

const dev: RehearsedStack = {
  ...{ account, region, stateBucket: "states", stateRegion: "us-east-1", inHcpTerraform: false },
  ...{ environment: undefined, recipes: ["dev-web"], parents: [], names: [] },
  ...{ existingRepositories: [], existingParts: [], buildsOnDeploy: true, protected: [], texts: ["web.yaml's text"] },
};

const done = (stdout = ""): Ended => ({ code: 0, output: stdout, stdout });
const failed = (output: string): Ended => ({ code: 1, output, stdout: "" });

/** What a test sets up: the stacks, and what the commands do. */
interface Script {
  readonly options?: Partial<RehearsalParts["options"]>;
  readonly stacks?: Readonly<Record<string, Partial<RehearsedStack>>>;
  readonly before?: readonly string[];
  readonly workspace?: Partial<RehearsalParts["workspace"]>;
  readonly aws?: Partial<RehearsalParts["aws"]>;
  /** Replaces what `cdktf` does; `undefined` means what it does without this. */
  readonly cdktf?: (world: World, command: string, stack: string) => Ended | Promise<Ended> | undefined;
  readonly interrupted?: Promise<unknown>;
}

/** What exists, and what is called. */
class World {
  public rows: Resource[] = [];
  public readonly calls: LoggedCall[] = [];
  public readonly deliveries: LocalAws["deliveries"][number][] = [];
  public listener: ((call: LoggedCall) => void) | undefined;
  public deploys = 0;
  public aws: RehearsalParts["aws"] | undefined;

  /** Makes a call that adds these rows and removes those. */
  public call(operation: string, added: readonly Resource[] = [], removed: readonly Resource[] = []): void {
    this.rows = [...this.rows.filter((each) => !removed.includes(each)), ...added];
    const call: LoggedCall = {
      ...{ number: 1, service: "iam", operation, region, account, attempt: 1, status: 200 },
      ...{ invocation: "", error: undefined, fault: undefined, at: 2_000 * this.calls.length },
    };
    this.calls.push(call);
    this.listener?.(call);
  }
}

/** Runs a rehearsal of dev in a world that follows the script. */
async function rehearse({ options, stacks, before = [], cdktf, interrupted, ...script }: Script = {}) {
  const world = new World();
  const did: string[] = [];
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const [, scope = ""] = /Credential=\d+\/\d+\/(\S+)\/aws4_request/.exec(request.headers.authorization ?? "") ?? [];
    void text(request).then((body) => {
      requests.push([scope, request.method, request.url, body].join(" ").trimEnd());
      response.end("what the log says\n");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const configs: Readonly<Record<string, RehearsedStack>> = Object.fromEntries(
    Object.entries(stacks ?? { dev: {} }).map(([name, config]) => [name, { ...dev, ...config }]),
  );
  let lines = "";
  const progress = new Progress((printed) => (lines += printed));
  const parts: RehearsalParts = {
    options: { stack: undefined, keep: false, run: false, provider: "5.100.0", ...options },
    workspace: {
      stackFolder: (stack) => `/copy/${stack}`,
      config: (stack) => configs[stack] ?? dev,
      stacks: () => Object.keys(configs),
      stackOrder: () => Promise.resolve(Object.keys(configs)),
      before: (stack) => (stack === "dev" ? [...before] : []),
      synth: () => Promise.resolve(done("web: component a 1.0.0 (new)\nunchanged\nweb: recipe 1.0.0 → 1.0.1\n")),
      tryImage: (image, environment) =>
        Promise.resolve({ folder: `/${environment}/${image}`, ended: done(`building\n${image} passed in 1 s\n`) }),
      cdktf: (command, stack, target, run) => {
        did.push(`cdktf ${command} ${stack} as ${target.account}${target.endpoint === endpoint ? "" : " elsewhere"}`);
        run?.onOutput?.("aws_iam_role.build: Creating...\n");
        const scripted = cdktf?.(world, command, stack);
        if (scripted !== undefined) return Promise.resolve(scripted);
        if (stack !== "dev") return Promise.resolve(done());
        if (command === "destroy") world.call("DeleteContainerRecipe", [], world.rows);
        else {
          world.call("CreateContainerRecipe", [recipe(`1.0.${world.deploys++}`)]);
          world.call("PutObject", [row("s3", "object", `states/${world.deploys}.tfstate`)]);
        }
        return Promise.resolve(done(`Complete! Resources: ${command === "deploy" ? "1 added" : "1 destroyed"}\n`));
      },
      terraform: (stack, args, target) => {
        did.push(`terraform ${args.join(" ")} in ${stack} as ${target.account}`);
        return Promise.resolve(done());
      },
      keepStateInFile: (stack) => did.push(`state of ${stack} in a file`),
      edit: (file, change) => did.push(`edit ${file}: ${change("old")}|${change("old: true\n")}`),
      classOf: (environment) => `stacks/${environment}-stack.ts`,
      filesOf: (image, texts) => (texts.length > 0 ? [`images/${image}/${image}.yaml`] : []),
      ...script.workspace,
    },
    aws: {
      ...{ endpoint, calls: world.calls, deliveries: world.deliveries, unknownCalls: [] },
      ...{ failBuilds: {}, builtImages: {} },
      exists: (part, owner, where) => did.push(`exists: ${part.kind} ${part.name} ${owner} ${where}`),
      remaining: () => [...world.rows],
      ...script.aws,
    },
    terraform,
    progress,
    listen: (listener) => (world.listener = listener),
    interrupted: interrupted ?? Promise.resolve(),
  };
  world.aws = parts.aws;
  let failure = "";
  try {
    await new Rehearsal(parts).run();
  } catch (error) {
    if (!(error instanceof RehearsalFailed)) throw error;
    failure = error.message;
  }
  progress.rest();
  server.closeAllConnections();
  server.close();
  const shown = lines.replaceAll(/\[ +\d+\.\d s\]/g, "[]").replaceAll(/in \d+\.\d s/g, "in 0.0 s");
  return { failure, did, requests, world, parts, lines: shown.trimEnd().split("\n") };
}

describe("A rehearsal", () => {
  it("deploys, shows, changes and destroys the first environment that has images", async () => {
    const life = await rehearse({ stacks: { "state-only": { recipes: [] }, dev: {}, prod: {} } });
    expect(life.failure).toBe("");
    expect(life.lines).toEqual([
      "[] Synthesize a copy of this tree",
      "    web: component a 1.0.0 (new)",
      "    web: recipe 1.0.0 → 1.0.1",
      "[] The state bucket states, which no stack of this project creates, is assumed to exist",
      "[] Deploy: cdktf deploy dev",
      "    + container recipe              dev-web 1.0.0",
      "    1 added in 0.0 s; for 2.0 s of that, no call to AWS was made: the provider was waiting",
      "[] What exists now",
      "    SERVICE       RESOURCE          NAME     VERSION  STATE",
      "    imagebuilder  container recipe  dev-web  1.0.0",
      "[] Plan again: terraform plan -detailed-exitcode",
      "    No changes: what was deployed matches what is defined.",
      "[] Edit images/web/web.yaml in the copy, and synthesize",
      "    web: component a 1.0.0 (new)",
      "    web: recipe 1.0.0 → 1.0.1",
      "[] Deploy the change: cdktf deploy dev",
      "    + container recipe              dev-web 1.0.1",
      "    1 added in 0.0 s; for 2.0 s of that, no call to AWS was made: the provider was waiting",
      "[] Plan again: terraform plan -detailed-exitcode",
      "    No changes: what was deployed matches what is defined.",
      "[] Destroy: cdktf destroy dev",
      "    - container recipe              dev-web 1.0.0",
      "    - container recipe              dev-web 1.0.1",
      "    1 destroyed in 0.0 s",
      "[] What is left",
      "    Nothing from dev. The state bucket stays on purpose: it belongs to the account, not to the",
      "    environment, is protected from deletion, and keeps old states to recover from.",
    ]);
    expect(life.requests).toEqual(["us-east-1/s3 PUT /states"]);
    expect(life.did).toEqual([
      `cdktf deploy dev as ${account}`,
      `terraform plan -detailed-exitcode in dev as ${account}`,
      "edit images/web/web.yaml: old\n# Edited by the rehearsal.\n|old: true\n# Edited by the rehearsal.\n",
      `cdktf deploy dev as ${account}`,
      `terraform plan -detailed-exitcode in dev as ${account}`,
      `cdktf destroy dev as ${account}`,
    ]);
  });

  it("edits a parent image if there is one, or nothing if no image has a file", async () => {
    const parent = await rehearse({ stacks: { dev: { recipes: ["dev-web", "dev-base"], parents: ["dev-base"] } } });
    expect(parent.lines).toContain("[] Edit images/base/base.yaml in the copy, and synthesize");
    const none = await rehearse({ stacks: { dev: { texts: [] } } });
    expect(none.lines).toContain("[] Edit nothing: this environment has no component or Dockerfile in a file");
    expect(none.did.filter((each) => each.startsWith("cdktf deploy"))).toHaveLength(1);
  });

  it("creates the account's bucket for states first, and does not wait for its lifecycle rule", async () => {
    const name = `state-${account}-us-east-1`;
    const bucket = `image-builder-${name}`;
    let isRuleRead = (): void => undefined;
    const rule = new Promise<void>((resolve) => (isRuleRead = resolve));
    const life = await rehearse({
      stacks: { [name]: { recipes: [] }, dev: { stateBucket: bucket } },
      cdktf: (world, _, stack) => {
        if (stack !== name) return undefined;
        world.call("CreateBucket", [row("s3", "bucket", bucket)]);
        setImmediate(() => {
          world.call("PutBucketLifecycleConfiguration");
          isRuleRead();
        });
        return rule.then(() => done());
      },
    });
    expect(life.failure).toBe("");
    expect(life.requests).toEqual([]);
    expect(life.did.slice(0, 2)).toEqual([`state of ${name} in a file`, `cdktf deploy ${name} as ${account}`]);
    expect(life.lines.slice(3, 6)).toEqual([
      `[] Create the state bucket: cdktf deploy ${name}`,
      `    + bucket                        ${bucket}`,
      "      (its lifecycle rule exists; the provider reads it again for 55 s, which nothing here waits for)",
    ]);
  });

  it("deploys and destroys the stacks that a group refers to, and does not assume that what they create exists", async () => {
    const life = await rehearse({
      before: ["dev-own", "dev-base"],
      stacks: {
        dev: {
          environment: "dev",
          existingRepositories: ["us-east-1:shared", "base", "team/base"],
          existingParts: [
            { kind: "role", name: "builder" },
            { kind: "parent image", name: `${account}.dkr.ecr/base:latest` },
            { kind: "object", name: "s3://templates/web" },
          ],
        },
        "dev-own": { names: ["builder"] },
        "dev-base": { names: ["base"] },
      },
      workspace: { filesOf: () => [] },
    });
    expect(life.failure).toBe("");
    expect(life.requests).toEqual(['us-east-1/ecr POST / {"repositoryName":"shared"}', "us-east-1/s3 PUT /states"]);
    expect(life.lines.slice(3, 10)).toEqual([
      "[] Assumed to exist, because the environment refers to it but does not create it",
      "    repository  us-east-1:shared",
      "    object      s3://templates/web",
      "[] The state bucket states, which no stack of this project creates, is assumed to exist",
      "[] Deploy what dev refers to: cdktf deploy dev-own",
      "[] Deploy what dev refers to: cdktf deploy dev-base",
      "[] Deploy: cdktf deploy dev",
    ]);
    expect(life.did).toEqual([
      `exists: object s3://templates/web ${account} ${region}`,
      ...["deploy dev-own", "deploy dev-base", "deploy dev"].map((each) => `cdktf ${each} as ${account}`),
      `terraform plan -detailed-exitcode in dev as ${account}`,
      ...["destroy dev", "destroy dev-base", "destroy dev-own"].map((each) => `cdktf ${each} as ${account}`),
    ]);
    expect(life.lines).toContain("[] Destroy what dev referred to: cdktf destroy dev-own");
  });

  it("makes a build fail, shows where its logs are, and deploys a fix", async () => {
    const reasons: unknown[] = [];
    const life = await rehearse({
      options: { "fail-build": "web" },
      cdktf: (world, command) => {
        if (command === "deploy") reasons.push(world.aws?.failBuilds);
        if (reasons.length > 1) return undefined;
        const objects = ["logs/dev-web/console.log", "logs/dev-web-2/console.log"];
        world.call("PutObject", [
          ...objects.map((name) => row("s3", "object", name)),
          row("s3", "bucket", "a/dev-web/"),
        ]);
        return failed("Planning\nError: the build failed\n");
      },
    });
    expect(life.failure).toBe("");
    const at = life.lines.findIndex((line) => line.includes("that fails"));
    expect(life.lines.slice(at, at + 14)).toEqual([
      "[] Deploy, with a build of web that fails: cdktf deploy dev",
      "    + object                        logs/dev-web/console.log",
      "    + object                        logs/dev-web-2/console.log",
      "    + bucket                        a/dev-web/",
      "    The deploy ended with an error, as expected:",
      "    Error: the build failed",
      "[] Where the logs are",
      "    in CloudWatch, in the log group /aws/imagebuilder/dev-web",
      "    in the log bucket, s3://logs/dev-web/console.log",
      "      what the log says",
      "[] Fix it: edit images/web/web.yaml in the copy, and synthesize",
      "    web: component a 1.0.0 (new)",
      "    web: recipe 1.0.0 → 1.0.1",
      "[] Deploy the fix: cdktf deploy dev",
    ]);
    expect(life.requests.slice(1)).toEqual([`${region}/s3 GET /logs/dev-web/console.log`]);
    expect(reasons).toEqual([{ "dev-web": "A step of phase build failed: exit status 1 (as --fail-build asks)" }, {}]);
  });

  it("builds the images for real before each deploy, on request", async () => {
    const life = await rehearse({ options: { run: true } });
    expect(life.failure).toBe("");
    expect(life.parts.aws.builtImages).toEqual({ "dev-web": "/dev/web" });
    const real = ["[] Build the images for real: npm run try", "    web passed in 1 s"];
    expect(life.lines.slice(3, 5)).toEqual(real);
    expect(life.lines.filter((line) => line === real[0])).toHaveLength(2);
  });

  it("switches off the protection against deletion, after a destroy has been refused", async () => {
    let destroys = 0;
    const refusals = {
      stacks: { dev: { protected: ["aws_ecr_repository.a"] } },
      cdktf: (_: World, command: string) =>
        command === "destroy" && destroys++ === 0 ? failed("x\nError: protected\n") : undefined,
    };
    const setting = "deletionProtection:true, deletionProtection: false";
    const edits: string[] = [];
    const life = await rehearse({
      ...refusals,
      workspace: { edit: (file, change) => edits.push(`${file}: ${change(setting)}`) },
    });
    expect(life.failure).toBe("");
    expect(edits.at(-1)).toBe("stacks/dev-stack.ts: deletionProtection: false, deletionProtection: false");
    const at = life.lines.findIndex((line) => line.includes("Destroy"));
    expect(life.lines.slice(at, at + 7)).toEqual([
      "[] Destroy what has deletionProtection: cdktf destroy dev",
      "    Refused, as expected, and nothing was deleted:",
      "    Error: protected",
      "[] Switch deletionProtection off in the copy's stacks/dev-stack.ts, and synthesize",
      "    web: component a 1.0.0 (new)",
      "    web: recipe 1.0.0 → 1.0.1",
      "[] Destroy: cdktf destroy dev",
    ]);
    destroys = 0;
    const none = await rehearse({
      ...refusals,
      workspace: {
        edit: (file) => {
          if (file.startsWith("stacks/")) throw new Error("nothing to change");
        },
      },
    });
    expect(none.failure).toBe("stacks/dev-stack.ts has no `deletionProtection: true` for the rehearsal to switch off.");
  });

  it("shows what EventBridge builds after a deploy, until all builds have ended", async () => {
    const build = (state: string) => row("imagebuilder", "image", "dev-app", { version: "1.0.0/2", state });
    const life = await rehearse({
      cdktf: (world, command) => {
        if (command === "destroy") {
          world.call("DeleteContainerRecipe", [], world.rows.slice(0, -1));
          return done();
        }
        if (world.deploys < 1) return undefined;
        world.deliveries.push({ rule: "r", target: "pipeline/app", refused: undefined });
        world.call("CreateImage", [recipe("1.0.1")]);
        world.rows.push(build("BUILDING"));
        setTimeout(() => (world.rows = [...world.rows.slice(0, -1), build("AVAILABLE")]), 150);
        return done();
      },
    });
    expect(life.failure).toBe("");
    const at = life.lines.findIndex((line) => line.includes("EventBridge"));
    expect(life.lines.slice(at, at + 4)).toEqual([
      "[] EventBridge builds the images that are built on it",
      "    + image                         dev-app 1.0.0/2 BUILDING",
      "    ~ image                         dev-app 1.0.0/2 AVAILABLE",
      "[] Plan again: terraform plan -detailed-exitcode",
    ]);
    expect(life.lines.at(-1)).toBe(
      "    Image Builder's own list still has 1 image that pipelines built, as entries without content.",
    );
  });

  it("leaves local AWS running on request, and says how to look around", async () => {
    let interrupt = (): void => undefined;
    const interrupted = new Promise<void>((resolve) => (interrupt = resolve));
    setTimeout(interrupt, 50);
    const { failure, did, lines, parts } = await rehearse({ options: { keep: true }, interrupted });
    const { endpoint } = parts.aws;
    expect(failure).toBe("");
    expect(did).toHaveLength(2);
    expect(lines.slice(-6)).toEqual([
      "[] Local AWS keeps running until Ctrl-C. To look around, in another terminal:",
      `    export AWS_ENDPOINT_URL=${endpoint} AWS_ACCESS_KEY_ID=${account} AWS_SECRET_ACCESS_KEY=local AWS_REGION=${region} AWS_DEFAULT_REGION=${region}`,
      "    unset AWS_PROFILE AWS_SESSION_TOKEN",
      `    aws --endpoint-url ${endpoint} imagebuilder list-image-pipelines`,
      `    aws --endpoint-url ${endpoint} ecr describe-repositories`,
      "    terraform -chdir=/copy/dev output",
    ]);
  });

  const refused = [{ rule: "r", target: "pipeline/app", refused: "AccessDenied" }];
  const left = row("iam", "role", "dev-role");
  it.each<[string, Script, string]>([
    [
      "the name of an environment is unknown",
      { options: { stack: "dve" }, stacks: { dev: {}, own: { recipes: [] } } },
      'There is no environment "dve"; did you mean dev?\n  main.ts has: dev',
    ],
    [
      "there is no environment",
      { stacks: { own: { recipes: [] } } },
      'There is no environment ""\n  main.ts has: nothing',
    ],
    [
      "its state is in HCP Terraform",
      { stacks: { dev: { inHcpTerraform: true } } },
      "dev keeps its state in HCP Terraform, which has no local stand-in.\n" +
        "  To rehearse it, temporarily remove `state` from its settings: the state is then in S3.",
    ],
    [
      "its state is in a file",
      { stacks: { dev: { stateBucket: undefined } } },
      "dev keeps its state in a file.\n  To rehearse it, temporarily remove `state` from its settings.",
    ],
    [
      "the build of an unknown image should fail",
      { options: { "fail-build": "wbe" } },
      'dev has no image "wbe"; did you mean web?\n  it builds: web',
    ],
    [
      "a build should fail, but a deploy builds nothing",
      { options: { "fail-build": "web" }, stacks: { dev: { buildsOnDeploy: false } } },
      "A deploy of dev builds nothing; its pipelines do that later. Rehearse a failed build with an environment whose deploys build.",
    ],
    [
      "something should be missing that it does not refer to",
      { options: { missing: ["topic"] }, stacks: { dev: { existingRepositories: ["team/web"] } } },
      'dev does not refer to "topic"\n  what it refers to but does not create: team/web',
    ],
    [
      "the tree has mistakes",
      { workspace: { synth: () => Promise.resolve(failed("error a.ts:1\n\n")) } },
      "This tree fails to synthesize:\n\nerror a.ts:1",
    ],
    [
      "an image cannot be built for real",
      {
        options: { run: true },
        workspace: { tryImage: () => Promise.resolve({ folder: "", ended: failed("no buildah\n") }) },
      },
      "web cannot be built:\n\nno buildah",
    ],
    ["a deploy fails", { cdktf: () => failed("x\nError: no\n") }, "The deploy of dev failed:\nError: no"],
    [
      "the deploy of another stack fails",
      { before: ["own"], cdktf: (_, __, stack) => (stack === "own" ? failed("Error: no\n") : undefined) },
      "The deploy of own failed:\nError: no",
    ],
    [
      "a build fails, but the deploy does not report it",
      { options: { "fail-build": "web" } },
      "The build of web failed, but the deploy did not report it.",
    ],
    [
      "the plan after the deploy is not empty",
      { workspace: { terraform: () => Promise.resolve({ code: 2, output: "", stdout: "~ changed" }) } },
      "The plan after the deploy is not empty:\n~ changed",
    ],
    [
      "the plan after the deploy fails",
      { workspace: { terraform: () => Promise.resolve(failed("Error: no\n")) } },
      "The plan failed:\nError: no",
    ],
    [
      "an image cannot be built after its parent",
      {
        cdktf: (world, command) => {
          if (command === "deploy" && world.deploys > 0) world.deliveries.push(...refused);
          return undefined;
        },
      },
      "pipeline/app: AccessDenied",
    ],
    [
      "the destroy leaves something behind",
      {
        cdktf: (world, command) => {
          if (command === "deploy") return undefined;
          world.call("DeleteContainerRecipe", [left], world.rows);
          return done();
        },
      },
      "The destroy left this behind:\nSERVICE  RESOURCE  NAME      VERSION  STATE\niam      role      dev-role",
    ],
    [
      "something protected is destroyed",
      { stacks: { dev: { protected: ["a.b"] } } },
      "dev has deletionProtection, and was destroyed.",
    ],
    [
      "something protected is destroyed, although the command fails",
      {
        stacks: { dev: { protected: ["a.b"] } },
        cdktf: (world, command) => {
          if (command === "deploy") return undefined;
          world.call("DeleteContainerRecipe", [], world.rows.slice(1));
          return failed("Error: protected\n");
        },
      },
      "dev has deletionProtection, and was destroyed.",
    ],
    [
      "local AWS does not know a call",
      { aws: { unknownCalls: ["ecr:CreateThing"] }, cdktf: () => new Promise(() => undefined) },
      "Local AWS was asked for something that it does not implement (docs/rehearsal.md):\n  ecr:CreateThing",
    ],
    [
      "local AWS does not know a service",
      { aws: { unknownCalls: ["lambda:GET /f", "a:B"] }, cdktf: () => new Promise(() => undefined) },
      "Local AWS was asked for something that it does not implement (docs/rehearsal.md):\n  lambda:GET /f\n  a:B\n" +
        "  To rehearse resources of another service, install the AWS SDK's client for it: npm install --save-dev @aws-sdk/client-<service>",
    ],
  ])("ends if %s", async (_, script, message) => {
    expect((await rehearse(script)).failure).toBe(message);
  });
});
