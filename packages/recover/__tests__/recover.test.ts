import { CreateLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import { CreateRepositoryCommand, DeleteRepositoryCommand, PutImageCommand } from "@aws-sdk/client-ecr";
import { CreateComponentCommand, DeleteComponentCommand, GetComponentCommand } from "@aws-sdk/client-imagebuilder";
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { type RecoveredStack, recoverLocally } from "@pipelines/rehearsal/local-recovery";
import type { Target } from "@pipelines/rehearsal/workspace";
import { expectFile } from "@pipelines/testing/expected";
import { arn, type Clients, clientsOf, containerRecipe, testAccount, testDocument } from "@pipelines/testing/clients";
import { describeWithTerraform, TerraformFolder, withOneProvider } from "@pipelines/testing/terraform";
import type { StateFile } from "../state-file";

const tags = { Environment: "dev" };
const Tags = [{ Key: "Environment", Value: "dev" }];
const [Bucket, Key] = ["states", "dev/terraform.tfstate"];
const region = "eu-west-1";
const repositoryName = "web";
const logGroupName = "/aws/imagebuilder/dev-web";
const hello = "aws_imagebuilder_component.image_web_recipe_component-hello_0A1B2C3D";
const repository = "aws_ecr_repository.repository_web_0A1B2C3D";
const logs = "aws_cloudwatch_log_group.image_web_logs_0A1B2C3D";

/** A stack with one resource of each kind: with versions, with data, with neither. */
const config = (provider: string, data = testDocument) => ({
  terraform: {
    required_providers: { aws: { source: "hashicorp/aws", version: provider } },
    backend: { s3: { bucket: Bucket, key: Key, region, use_lockfile: true } },
  },
  provider: { aws: [{ region, allowed_account_ids: [testAccount], default_tags: [{ tags }] }] },
  resource: {
    aws_ecr_repository: { repository_web_0A1B2C3D: { name: repositoryName, force_delete: true } },
    aws_cloudwatch_log_group: { image_web_logs_0A1B2C3D: { name: logGroupName, retention_in_days: 30 } },
    aws_imagebuilder_component: {
      "image_web_recipe_component-hello_0A1B2C3D": {
        ...{ name: "dev-web-hello", version: "1.0.0", platform: "Linux", data },
      },
    },
  },
});

// Each test continues where the previous one ended.
describeWithTerraform("npm run recover, with a small stack", (terraform) => {
  let aws: LocalAws;
  let target: Target;
  let clients: Clients;
  let folder = "";

  beforeAll(async () => {
    aws = await startLocalAws({ speed: 0 });
    const alone = { terraform, endpoint: aws.endpoint, account: testAccount };
    target = await withOneProvider(alone);
    clients = clientsOf(aws, region, testAccount);
    const CreateBucketConfiguration = { LocationConstraint: region } as const;
    await clients.s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
    const stack = new TerraformFolder(alone);
    stack.write(JSON.stringify(config(terraform.provider)));
    await stack.succeed("init", "-input=false");
    folder = stack.folder;
  });
  afterAll(async () => {
    expect(aws.unknownCalls).toEqual([]);
    await aws.close();
  });

  const recover = (args: readonly string[], machine: RecoveredStack["machine"] = {}) =>
    recoverLocally({ stack: "dev", folder, target, aws, machine }, args);
  const json = async (...args: string[]) => {
    const { code, out, err } = await recover([...args, "--json"]);
    return { code, err, ...(JSON.parse(out) as { items: { text: string }[]; findings: { code: string }[] }) };
  };
  const move = async () => {
    const { code, out, err } = await recoverLocally({ stack: "dev", folder, target, aws, copies: folder }, ["--json"]);
    return { code, err, ...(JSON.parse(out) as { findings: { code: string }[] }) };
  };
  const pull = async () => {
    const { Body } = await clients.s3.send(new GetObjectCommand({ Bucket, Key }));
    return JSON.parse((await Body?.transformToString()) ?? "") as StateFile;
  };
  const put = (state: object) => clients.s3.send(new PutObjectCommand({ Bucket, Key, Body: JSON.stringify(state) }));
  const forget = async (type: string) => {
    const state = await pull();
    await put({ ...state, serial: state.serial + 1, resources: state.resources.filter((each) => each.type !== type) });
  };
  const instanceOf = (state: StateFile, address: string) =>
    state.resources.find(({ type, name }) => `${type}.${name}` === address)?.instances;
  const create = async (name: string, semanticVersion = "1.0.0", more = tags) => {
    const settings = { name, semanticVersion, platform: "Linux" as const, data: testDocument, tags: more };
    return (await clients.imageBuilder.send(new CreateComponentCommand(settings))).componentBuildVersionArn ?? "";
  };
  const nothing = { code: 0, out: "dev is complete: there is nothing to do.\n", err: "" };

  it("leaves to a deploy what does not exist at all", async () => {
    expect(await recover(["--yes"])).toEqual(nothing);
    expect(await json("--yes")).toEqual({
      code: 0,
      err: "",
      environment: "dev",
      items: [],
      done: true,
      held: [],
      findings: [],
    });
    expect(await move()).toEqual({
      code: 0,
      err: "",
      environment: "dev",
      moves: [],
      done: true,
      copies: [],
      findings: [],
    });
  });

  it("asks first, and changes nothing without an answer", async () => {
    await clients.ecr.send(new CreateRepositoryCommand({ repositoryName, tags: Tags }));
    await clients.logs.send(new CreateLogGroupCommand({ logGroupName, tags }));
    await create("dev-web-hello");
    const lines = [
      "ECR repository web: in AWS, but not in the state → import it into the state; the next deploy then sets force_delete\n",
      `log group ${logGroupName}: in AWS, but not in the state → import it into the state; the next deploy then sets retention_in_days\n`,
      "component dev-web-hello 1.0.0/1: in AWS, but not in the state → import it into the state\n",
    ].join("");
    const asked: string[] = [];
    const refused = await recover([], {
      ask: (question) => {
        asked.push(question);
        return Promise.resolve(false);
      },
    });
    expect([refused, asked]).toEqual([{ code: 1, out: lines, err: "" }, ["Do this in dev?"]]);
    expect((await recover([])).out).toBe(`${lines}Nothing was changed. To do this: npm run recover -- dev --yes\n`);
    await expect(pull()).rejects.toThrow();
  });

  it("takes what exists with the environment's tags into the first state, and reports that", async () => {
    const taken = await json("--yes");
    expect(taken).toMatchObject({ code: 0, done: true, held: [], findings: [] });
    expect(taken.items).toMatchObject(
      [
        [repository, "web"],
        [logs, logGroupName],
        [hello, arn("component/dev-web-hello/1.0.0/1")],
      ].map(([address, id]) => ({ kind: "missing", action: "take in", address, id })),
    );
    const state = await pull();
    expect([state.serial, state.terraform_version, state.resources.length]).toEqual([1, terraform.version, 3]);
    // What AWS does not return comes from the stack.
    expect(instanceOf(state, repository)).toMatchObject([{ attributes: { name: "web", force_delete: true } }]);
    expect(instanceOf(state, logs)).toMatchObject([{ attributes: { id: logGroupName, retention_in_days: 0 } }]);
    expect(state.resources[0]?.provider).toBe('provider["registry.terraform.io/hashicorp/aws"]');
    expect(await recover(["--yes"])).toEqual(nothing);
  });

  it("removes taints, and says what is gone, tainted or not", async () => {
    const state = await pull();
    const resources = state.resources.map((each) => ({
      ...each,
      instances: each.instances.map((one) => ({ ...one, status: "tainted" })),
    }));
    await put({ ...state, serial: state.serial + 1, resources });
    await clients.imageBuilder.send(
      new DeleteComponentCommand({ componentBuildVersionArn: arn("component/dev-web-hello/1.0.0/1") }),
    );
    const { code, out } = await recover(["--yes"]);
    expect([code, out.split("\n").sort()]).toEqual([
      0,
      [
        "",
        "Done. Now: npm run deploy -- dev",
        "ECR repository web: tainted, but complete by now → remove the taint",
        "component dev-web-hello 1.0.0/1: in the state, but not in AWS; the next deploy re-creates it",
        `log group ${logGroupName}: tainted, but complete by now → remove the taint`,
      ],
    ]);
    const statuses = (await pull()).resources.map(({ type, instances }) => [type, instances[0]?.status]);
    expect(Object.fromEntries(statuses)).toEqual({
      aws_cloudwatch_log_group: undefined,
      aws_ecr_repository: undefined,
      aws_imagebuilder_component: "tainted",
    });
    await forget("aws_imagebuilder_component");
  });

  it("ignores objects with other tags, and adopts them if asked to", async () => {
    await forget("aws_ecr_repository");
    await clients.ecr.send(new DeleteRepositoryCommand({ repositoryName, force: true }));
    await clients.ecr.send(new CreateRepositoryCommand({ repositoryName, tags: [{ Key: "By", Value: "hand" }] }));
    const { code, out, err } = await recover(["--yes"]);
    const found = "ECR repository web: in AWS under the name that the stack wants, with the tags By=hand";
    expect([code, out]).toEqual([1, `${found}; it stays as it is\n`]);
    expect(err).toContain("npm run recover -- dev --adopt aws_ecr_repository=web");
    expect(await json("--yes")).toMatchObject({ code: 1, findings: [{ code: "IB-RECOVER-FOREIGN" }] });
    const adopted = await recover(["--yes", "--adopt", "aws_ecr_repository=web"]);
    expect([adopted.code, adopted.out]).toEqual([
      0,
      `${found} → adopt it; the next deploy then sets force_delete, tags and tags_all\nDone. Now: npm run deploy -- dev\n`,
    ]);
    // Whether what others created may be deleted with its content is for the next deploy to decide.
    expect(instanceOf(await pull(), repository)?.[0]?.attributes["force_delete"]).not.toBe(true);
  });

  it("does not adopt anything that a deploy would then have to delete and re-create", async () => {
    await forget("aws_ecr_repository");
    await clients.ecr.send(new DeleteRepositoryCommand({ repositoryName, force: true }));
    const encryptionConfiguration = { encryptionType: "KMS" as const };
    await clients.ecr.send(new CreateRepositoryCommand({ repositoryName, encryptionConfiguration }));
    const { code, err } = await recover(["--yes", "--adopt", "aws_ecr_repository=web"]);
    expect([code, err]).toEqual([
      1,
      expect.stringContaining(
        `${repository} IB-RECOVER-REPLACED\n  found:   web differs in encryption_configuration.0.encryption_type`,
      ),
    ]);
    await clients.ecr.send(new DeleteRepositoryCommand({ repositoryName }));
    await clients.ecr.send(new CreateRepositoryCommand({ repositoryName, tags: Tags }));
    expect((await recover(["--yes"])).code).toBe(0);
  });

  it("advances the version if AWS has it with different content, and changes nothing in AWS", async () => {
    const made = await create("dev-web-hello");
    const other = config(terraform.provider, testDocument.replace("build", "test"));
    fs.writeFileSync(path.join(folder, "cdk.tf.json"), JSON.stringify(other));
    const forwarded: (readonly string[])[] = [];
    const forward = (images: readonly string[], environment: string): boolean =>
      forwarded.push([...images, environment]) === 1;
    const { code, out } = await recover(["--yes"], { forward });
    expect([code, forwarded]).toEqual([0, [["web", "dev"]]]);
    expect(out).toContain("component dev-web-hello 1.0.0/1: in AWS, but not in the state; its content is not what");
    const frozen = await recover(["--yes"], { forward });
    expect([frozen.code, frozen.err]).toEqual([1, expect.stringContaining("IB-RECOVER-FORWARD")]);
    expect(instanceOf(await pull(), hello)).toBeUndefined();
    fs.writeFileSync(path.join(folder, "cdk.tf.json"), JSON.stringify(config(terraform.provider)));
    expect((await recover(["--yes"])).code).toBe(0);
    const get = new GetComponentCommand({ componentBuildVersionArn: made });
    expect((await clients.imageBuilder.send(get)).component?.data).toBe(testDocument);
  });

  it("deletes versions that nothing wants, unless they are another environment's or something uses them", async () => {
    const left = await create("dev-web-old");
    const used = await create("dev-web-used");
    const foreign = await create("dev-web-other", "1.0.0", { Environment: "dev2" });
    const components = [{ componentArn: used }];
    const targetRepository = { service: "ECR" as const, repositoryName };
    await clients.imageBuilder.send(containerRecipe({ components, targetRepository }));
    const { code, out } = await recover(["--yes"]);
    expect([code, out.split("\n").sort()]).toEqual([
      0,
      [
        "",
        "Done. Now: npm run deploy -- dev",
        "component dev-web-old 1.0.0/1: left over, nothing needs it → delete it, unless something in AWS uses it",
        "component dev-web-used 1.0.0/1: left over, nothing needs it → delete it, unless something in AWS uses it",
        "dev-web-used 1.0.0/1 is used by something in AWS, and stays",
      ],
    ]);
    const get = (componentBuildVersionArn: string) =>
      clients.imageBuilder.send(new GetComponentCommand({ componentBuildVersionArn }));
    await expect(get(left)).rejects.toThrow("cannot be found");
    expect((await get(foreign)).component?.arn).toBe(foreign);
    expect(await json("--yes")).toMatchObject({ code: 0, held: [used] });
  });

  it("deletes only signatures whose image no longer exists, if asked to", async () => {
    const put = async (imageTag: string) => {
      const imageManifest = JSON.stringify({ schemaVersion: 2, layers: [], annotations: { imageTag } });
      const { image } = await clients.ecr.send(new PutImageCommand({ repositoryName, imageTag, imageManifest }));
      return image?.imageId?.imageDigest?.replace("sha256:", "") ?? "";
    };
    const there = await put("1.0.0-1");
    const gone = "0".repeat(64);
    const signatures = [`sha256-${there}.sig`, `sha256-${gone}.sig`, `sha256-${gone}`, `sha256-${gone.slice(1)}.sig`];
    for (const each of signatures) await put(each);
    expect((await recover(["--yes"])).out).not.toContain("signature");
    const found = async () =>
      (await recover(["--yes", "--orphans"])).out
        .split("\n")
        .filter((line) => line.startsWith("signature"))
        .sort();
    const line = (tag = "") => `signature, attestation or SBOM web:${tag}: its image is gone → delete it`;
    expect(await found()).toEqual([line(signatures[1]), line(signatures[2])]);
    expect(await found()).toEqual([]);
  });

  it("breaks a lock only if its holder is known to be dead, or if asked to", async () => {
    const lock = (Who: string) => {
      const Created = new Date(Date.now() - 7_200_000).toISOString();
      const info = { ID: "b5a1", Operation: "OperationTypeApply", Who, Version: "1.11.4", Created, Path: "", Info: "" };
      return clients.s3.send(new PutObjectCommand({ Bucket, Key: `${Key}.tflock`, Body: JSON.stringify(info) }));
    };
    await lock("ci@some-runner");
    expect(await json("--yes")).toMatchObject({
      code: 1,
      done: false,
      lock: { ID: "b5a1", dead: false },
      findings: [{ code: "IB-RECOVER-LOCKED" }],
    });
    const refused = await recover(["--yes", "--break-lock", "another"]);
    expect(refused.code).toBe(1);
    expect(refused.out).toMatch(/^lock b5a1: held by ci@some-runner for 2 hours \(OperationTypeApply\), who may still/);
    expect(refused.err).toContain("IB-RECOVER-LOCKED");
    expect((await json("--yes", "--break-lock", "b5a1")).code).toBe(0);
    expect((await recover(["--yes"])).out).not.toContain("lock");
    await lock(`somebody@${os.hostname()}`);
    expect((await recover(["--yes"])).out).toContain("whose process has ended → break it\n");
  });

  it("does only what the user agreed to", async () => {
    await create("dev-two");
    const { code, err } = await recover([], { ask: async () => (await create("dev-two", "1.0.1")) !== "" });
    expect([code, err]).toEqual([1, expect.stringContaining("IB-RECOVER-CHANGED")]);
    expect((await recover(["--yes"])).out).toMatch(/dev-two 1\.0\.0\/1: left over[^]*dev-two 1\.0\.1\/1: left over/);
  });

  it("reports Terraform's message if that fails, and refuses what it does not know", async () => {
    await clients.s3.send(new PutObjectCommand({ Bucket, Key, Body: "no state" }));
    const { err } = await recover(["--yes"]);
    expect(err).toMatch(/found: +Failed to refresh state: 2 problems: - Unsupported/);
    const text = err.replace(/(found: +).*/, "$1<Terraform's own words>");
    expectFile(path.join(__dirname, "recover-messages.txt"), text);
    for (const failed of [await json("--yes"), await move()]) {
      expect(failed).toMatchObject({ code: 1, err: "", findings: [{ code: "IB-RECOVER-TERRAFORM" }] });
    }
    expect((await recover(["--adopt", "aws_iam_policy=web"])).err).toContain("IB-RECOVER-ADOPT");
    expect((await recover(["prod"])).err).toContain("IB-OPTION");
  });
});
