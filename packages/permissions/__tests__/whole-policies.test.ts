import * as path from "node:path";
import { expectFile } from "@pipelines/testing/expected";
import { SynthesizedStack, testApp, TestEnvironment, testImage } from "@pipelines/testing/stack";
import type { EnvironmentSettings } from "../../../stacks/environment/environment-settings";
import { stackPolicy } from "../policy";
import type { ResourceType } from "../grants";
import { permissionTable } from "../permission-table";
import { PolicyContext, type Purpose } from "../policy-context";
import { readStackConfig, type StackConfig } from "../stack-config";

const purposes: readonly Purpose[] = ["deploy", "plan", "operate", "read"];

function configOf(settings: Partial<EnvironmentSettings>): StackConfig {
  return readStackConfig(new SynthesizedStack(new TestEnvironment(testApp(), settings)).text);
}

/** An environment that uses everything that a permission depends on. */
const full: Partial<EnvironmentSettings> = {
  regions: ["eu-central-1"],
  encryptionKey: "arn:aws:kms:eu-west-1:123456789012:key/mrk-0123456789abcdef0123456789abcdef",
  permissionsBoundary: "arn:aws:iam::123456789012:policy/boundary",
  registryScan: "enhanced",
  scan: "enhanced",
  consumers: { accounts: ["444455556666"] },
  notifications: {
    emails: ["platform@example.com"],
    eventBus: "arn:aws:events:eu-west-1:444455556666:event-bus/central",
  },
  images: [
    testImage({
      channels: ["stable"],
      components: [
        { document: "hello-world.yaml" },
        { document: "s3://documents/web/install.yaml" },
        { managed: "update-linux" },
        { arn: "arn:aws:imagebuilder:eu-west-1:210987654321:component/shared/1.0.0" },
      ],
      workflows: [{ managed: "build-container" }],
    }),
    testImage({ parentImage: { image: "web" }, repository: { existing: "team/app" } }, "app"),
  ],
};

/** Lists every action and every resource on its own line. */
function written(stack: string, config: StackConfig): string {
  return purposes
    .flatMap((purpose) => [
      `# ${purpose}`,
      ...stackPolicy(stack, config, { purpose }).document.Statement.flatMap((statement) => [
        "",
        statement.Sid,
        ...statement.Action.map((action) => `  ${action}`),
        ...statement.Resource.map((resource) => `  on ${resource}`),
        ...(statement.Condition === undefined ? [] : [`  if ${JSON.stringify(statement.Condition)}`]),
      ]),
      "",
    ])
    .join("\n");
}

describe("Every permission of a role is in a file that someone has reviewed", () => {
  it.each([
    ["plain", {}],
    ["protected", { deletionProtection: true, buildOnDeploy: false }],
    ["full", full],
  ])("for an environment: %s", (name, settings) => {
    expectFile(path.join(__dirname, "policies", `${name}.txt`), written("test", configOf(settings)));
  });

  it("with the ARNs of each resource", () => {
    const context = new PolicyContext("test", configOf(full), "deploy", { images: [], repositories: [] });
    const arns = Object.entries<ResourceType>(permissionTable).flatMap(([type, row]) =>
      context.all(type).flatMap((block) => [type, ...row.arns(block, context).map((arn) => `  ${arn}`)]),
    );
    expectFile(path.join(__dirname, "policies", "arns.txt"), `${arns.join("\n")}\n`);
  });

  it("for the roles of an account", () => {
    const resource = {
      aws_iam_policy: { deploy: { name: "deploy-dev", path: "/image-builder/" } },
      aws_iam_openid_connect_provider: { github: { url: "https://token.actions.githubusercontent.com" } },
      aws_iam_role: { deploy: { name: "deploy-dev" } },
    };
    expectFile(path.join(__dirname, "policies", "account.txt"), written("roles", { ...configOf({}), resource }));
  });
});
