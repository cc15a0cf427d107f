import type { App } from "cdktf";
import { formatFinding } from "@pipelines/findings/report";
import { findingsOf } from "../../constructs/attach";
import { AccountStack } from "../../stacks/account/account-stack";
import type { ProjectSettings } from "../../stacks/environment/project-settings";
import { SynthesizedStack, testApp, TestEnvironment } from "@pipelines/testing/stack";

function appOf(project: unknown): App {
  const app = testApp();
  app.node.setContext("project", project);
  return app;
}

describe("A project's name", () => {
  const app = appOf({ name: "web", repositoryPrefix: "environment" } satisfies ProjectSettings);
  const environment = new TestEnvironment(app);
  AccountStack.forEnvironmentsOf(app);
  const stack = new SynthesizedStack(environment);

  it("is the first part of the environment's name, and therefore of every name in AWS", () => {
    expect(environment.node.id).toBe("web-test");
    expect(stack.resource("aws_imagebuilder_container_recipe")["name"]).toBe("web-test-web");
    expect(stack.resource("aws_imagebuilder_infrastructure_configuration")["name"]).toBe("web-test-image-builder");
    expect(stack.resource("aws_ecr_repository")["name"]).toBe("web-test/web");
    expect(stack.text).not.toMatch(/(?<!web-)test-(?:web|image)/);
  });

  it("keeps its states in its own bucket and stack, as every project does", () => {
    const account = "state-123456789012-eu-west-1-web";
    expect(app.node.children.map(({ node }) => node.id)).toEqual(["web-test", account]);
    expect(stack.json).toMatchObject({
      terraform: { backend: { s3: { bucket: `image-builder-${account}`, key: "web-test/terraform.tfstate" } } },
    });
  });

  it("is in the state as an output, and a plan with a different name fails", () => {
    const [id = ""] = Object.keys(stack.json.resource["terraform_data"] ?? {});
    expect(stack.json).toMatchObject({
      output: {
        project: {
          value: `\${terraform_data.${id}.output.name}`,
          precondition: {
            condition: `\${(terraform_data.${id}.output.name == "web")}`,
            error_message: expect.stringMatching(
              /^This state was written by the project "\$\{.*\}", but this plan/,
            ) as string,
          },
        },
      },
      resource: { terraform_data: { [id]: { input: { name: "web" }, lifecycle: { ignore_changes: ["input"] } } } },
    });
    expect(findingsOf(app)).toEqual([]);
  });

  it("changes nothing if it is not set", () => {
    const unnamed = (project: unknown): string => {
      const one = appOf(project);
      return new SynthesizedStack(new TestEnvironment(one)).text;
    };
    expect(unnamed({})).toBe(unnamed(undefined));
    expect(unnamed({})).toContain('"test-web"');
    expect(unnamed({})).not.toContain("terraform_data");
  });
});

describe("A project's settings", () => {
  it.each<[unknown, string]>([
    [{ name: "Web" }, "stacks/accounts.ts name IB-FIELD-KIND"],
    [{ name: "a-long-name" }, "stacks/accounts.ts name IB-FIELD-KIND"],
    [{ repositoryPrefix: "dev" }, "stacks/accounts.ts repositoryPrefix IB-FIELD-KIND"],
    [{ nmae: "web" }, "stacks/accounts.ts nmae IB-FIELD-UNKNOWN"],
  ])("are refused: %j", (project, head) => {
    const app = appOf(project);
    new TestEnvironment(app);
    expect(findingsOf(app).map((one) => formatFinding(one).split("\n")[0])).toEqual([`error ${head}`]);
  });

  it("are overridden by an environment's own prefix", () => {
    const names = (repositoryPrefix?: string | null) => {
      const app = appOf({ repositoryPrefix: "environment" });
      const stack = new SynthesizedStack(new TestEnvironment(app, { repositoryPrefix }));
      return stack.resource("aws_ecr_repository")["name"];
    };
    expect([names(), names("team"), names(null)]).toEqual(["test/web", "team/web", "web"]);
  });
});
