import * as path from "node:path";
import { TerraformStack } from "cdktf";
import { expectFile } from "@pipelines/testing/expected";
import { SynthesizedStack, testApp, TestEnvironment, testImage } from "@pipelines/testing/stack";
import type { EnvironmentSettings } from "../../../stacks/environment/environment-settings";
import { type PolicyOptions, stackPolicy } from "../policy";
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
function written(stack: string, config: StackConfig, options: PolicyOptions = {}): string {
  return (options.purpose === undefined ? purposes : [options.purpose])
    .flatMap((purpose) => [
      `# ${purpose}`,
      ...stackPolicy(stack, config, { ...options, purpose }).document.Statement.flatMap((statement) => [
        "",
        `${statement.Sid}${statement.Effect === "Deny" ? " (denied)" : ""}`,
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

  it("for the stacks of an environment with groups, which deny each other what begins alike", () => {
    const app = testApp();
    const parent = testImage({ containerTags: ["latest"] }, "base");
    const web = testImage({ parentImage: { image: "base" }, containerTags: ["latest"] }, "web");
    const groups = {
      web: { images: [web] },
      shop: { images: [testImage({ instanceTypes: ["m5.large"] }, "shop"), testImage({}, "web-extra")] },
    };
    new TestEnvironment(app, { images: [parent], groups, notifications: { emails: ["platform@example.com"] } });
    new TestEnvironment(app, { environment: "test-base", images: [testImage({ repository: "other" })] });
    new TestEnvironment(app, { environment: "prod", images: [testImage({ repository: "prod" })] });
    const stacks = app.node.children.filter((child) => TerraformStack.isStack(child));
    const neighbours = new Map(
      stacks.map((stack) => [stack.node.id, readStackConfig(new SynthesizedStack(stack).text)] as const),
    );
    const former = { images: ["old", "image"], repositories: ["old"] };
    const texts = ["test", "test-web", "test-shop"].flatMap((name) =>
      (["deploy", "operate"] as const).map((purpose) => {
        const config = neighbours.get(name) ?? configOf({});
        const given = name === "test" ? { former } : {};
        return `## ${name}\n${written(name, config, { purpose, neighbours, ...given })}`;
      }),
    );
    expectFile(path.join(__dirname, "policies", "groups.txt"), texts.join("\n"));
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
