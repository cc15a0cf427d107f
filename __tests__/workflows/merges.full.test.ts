import * as fs from "node:fs";
import * as path from "node:path";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { stateBucketName } from "@pipelines/image-definition/full-names";
import { environmentFor } from "@pipelines/terraform/terraform";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { Actions, type OpenedPullRequest } from "./actions";
import { Clone } from "./clone";

const account = "111122223333";
const region = "us-east-1";

/** This test's images, each with its own definition. */
const images = Array.from({ length: 8 }, (_, index) => `image-${index}`);

const main = `import * as path from "node:path";
import { App } from "cdktf";
import { DevStack } from "./stacks/dev-stack";
import { readOptions } from "./stacks/synthesis/options";
import { synthesize } from "./stacks/synthesis/synthesize";
import { VersionLock } from "@pipelines/version-lock/version-lock";

const options = readOptions(process.argv.slice(2), process.env);
const versions = VersionLock.open(path.join(__dirname, "image-versions.lock"), options);
const app = new App({ stackTraces: false, skipValidation: true });
new DevStack(app, versions);
process.exitCode = synthesize(app, versions, options);
`;

const dev = `import { App } from "cdktf";
import { image } from "@pipelines/image-definition/load-image";
import { Versions } from "@pipelines/version-lock/versions";
import { EnvironmentStack } from "./environment/environment-stack";

export class DevStack extends EnvironmentStack {
  public constructor(app: App, versions: Versions) {
    super(app, versions, {
      environment: "dev",
      account: "${account}",
      region: "${region}",
      buildOnDeploy: false,
      images: [${images.map((name) => `image("${name}")`).join(", ")}],

      instanceTypes: ["t3.small"],

      logRetentionDays: 90,
    });
  }
}
`;

function definition(name: string, settings: object = {}): string {
  const fields = {
    parentImage: "amazonlinux:2023",
    components: [{ document: "hello-world.yaml" }],
    repository: name,
    schedule: "rate(7 days)",
  };
  return `import type { ImageDefinition } from "@pipelines/image-definition";

const definition: ImageDefinition = ${JSON.stringify({ ...fields, ...settings })};

export default definition;
`;
}

describeWithTerraform("Ten pull requests opened at the same time, merged one after another", (terraform) => {
  let aws: LocalAws;
  let actions: Actions;

  beforeAll(async () => {
    aws = await startLocalAws({ accountId: account, speed: 5_000 });
    const headers = { authorization: `AWS4-HMAC-SHA256 Credential=${account}/20260101/${region}/s3/aws4_request` };
    const bucket = `${aws.endpoint}/${stateBucketName({ account, region })}`;
    expect((await fetch(bucket, { method: "PUT", headers })).status).toBe(200);
    const env = environmentFor(terraform, aws.endpoint);
    const clone = new Clone(env);
    clone.write("main.ts", main);
    clone.write("stacks/dev-stack.ts", dev);
    for (const stack of ["staging", "prod"]) clone.write(`stacks/${stack}-stack.ts`, "");
    for (const name of images) {
      const [from, to] = ["hello-world", name].map((each) => path.join(clone.folder, "images", each)) as [
        string,
        string,
      ];
      fs.cpSync(from, to, { recursive: true });
      clone.write(`images/${name}/image.ts`, definition(name));
    }
    await clone.lockProvider();
    expect(await clone.step("npm run synth", { CI: "" })).toMatchObject({ code: 0 });
    clone.commit("Eight images");
    actions = new Actions(clone, { ...env, CI: "" });
    actions.github.answer({
      "GET repos/o/r/environments/dev": { deployment_branch_policy: { custom_branch_policies: true } },
      "GET repos/o/r/environments/dev/deployment-branch-policies?per_page=100": {
        branch_policies: [{ name: "main", type: "branch" }],
      },
    });
    const first = await actions.deploy("workflow_dispatch", { "accept-data-risk": true });
    expect(first["apply dev"]?.log).toContain("Apply complete!");
  });
  afterAll(() => aws.close());

  const image = (index: number, settings: object) => (folder: string) => {
    const name = images[index] ?? "";
    fs.writeFileSync(path.join(folder, "images", name, "image.ts"), definition(name, settings));
  };
  const setting = (from: string, to: string) => (folder: string) => {
    const file = path.join(folder, "stacks", "dev-stack.ts");
    fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(from, to));
  };
  const changes: readonly (readonly [change: (folder: string) => void, needsApproval: boolean])[] = [
    [image(0, { schedule: "rate(1 day)" }), false],
    [image(1, { description: "The second" }), false],
    [image(2, { consumers: { accounts: ["999900001111"] } }), true],
    [image(3, { schedule: "rate(2 days)" }), false],
    [setting('"t3.small"', '"t3.medium"'), false],
    [image(4, { repository: "renamed" }), true],
    [image(5, { enabled: false }), true],
    [image(6, { schedule: "rate(3 days)" }), false],
    [setting("logRetentionDays: 90", "logRetentionDays: 365"), false],
    [image(7, { schedule: "rate(4 days)" }), false],
  ];

  const opened: OpenedPullRequest[] = [];

  test.each(changes.map((change, index) => [index + 1, ...change] as const))(
    "number %i is reviewed before any of them is merged",
    async (number, change, needsApproval) => {
      const pullRequest = await actions.open(number, change);
      opened.push(pullRequest);
      const { status } = await actions.review(pullRequest, actions.synthesize(pullRequest));
      expect(status).toBe(
        needsApproval ? "pending: dev: needs an approving review." : "success: Nothing needs approval.",
      );
    },
  );

  test.each(changes.map(([, needsApproval], index) => [index + 1, needsApproval] as const))(
    "number %i is deployed as reviewed, with one approval if it needs one",
    async (number, needsApproval) => {
      const pullRequest = opened[number - 1] as OpenedPullRequest;
      if (needsApproval) expect(await actions.approve(pullRequest)).toBe("success: dev: approved by bob.");
      const jobs = await actions.merge(pullRequest);
      expect(jobs["plan dev"]?.log).toContain(`this plan does exactly what was reviewed in #${number}`);
      expect(jobs["apply dev"]?.result).toBe("success");
    },
  );

  test("nothing is left to deploy", async () => {
    const nothing = await actions.deploy("push");
    // The last deploy already included everything that is merged: dev is neither planned nor applied.
    expect(nothing["plan dev"]?.outputs["outcome"]).toBeUndefined();
    expect(nothing["apply dev"]?.result).not.toBe("success");
  });
});
