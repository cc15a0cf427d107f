import { CreateOpenIDConnectProviderCommand, CreateRoleCommand } from "@aws-sdk/client-iam";
import { AccountStack } from "../../stacks/account/account-stack";
import type { TrustSettings } from "../../stacks/account/trust-settings";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { place, SynthesizedStack, testApp, TestEnvironment } from "@pipelines/testing/stack";
import { clientsOf } from "@pipelines/testing/clients";
import { githubClaims, sessionOf } from "@pipelines/testing/session";

const { account, region } = place;
const home = `state-${account}-${region}`;
const github = { repository: "acme/images", ownerId: 4321, repositoryId: 8765 };
/** The repository in a token's subject, with and without its ids. */
const withIds = "acme@4321/images@8765";
const byName = "acme/images";

type Token = Readonly<Record<string, string>>;

/** The token of a job in the trusted repository. */
function token(workflow: string, subject: string, more: Token = {}, ref = "refs/heads/main"): Token {
  return {
    ...githubClaims(byName, subject, ref, workflow),
    sub: `repo:${withIds}:${subject}`,
    repository_id: "8765",
    ...more,
  };
}

const plan = token("plan.yml", "ref:refs/heads/main");
const planOfDeploy = token("deploy-environment.yml", "ref:refs/heads/main");
const deploy = token("deploy-environment.yml", "environment:prod");
const deployHome = token("deploy-environment.yml", `environment:${home}`);
const promote = token("promote.yml", "environment:prod");
const build = token("build.yml", "environment:dev");

describe("An account's roles", () => {
  let aws: LocalAws;

  afterEach(() => aws.close());

  /** Creates the roles of two environments in an account. @returns the roles that a token may assume */
  async function rolesFor(trust: TrustSettings): Promise<(token: Token) => Promise<string[]>> {
    aws = await startLocalAws({ accountId: account, speed: 0 });
    const app = testApp();
    for (const environment of ["dev", "prod"]) {
      new TestEnvironment(app, { environment, repositoryPrefix: environment });
    }
    AccountStack.forEnvironmentsOf(app, trust);
    const stack = app.node.children.find((child) => child instanceof AccountStack);
    if (stack === undefined) throw new Error("no stack");
    const synthesized = new SynthesizedStack(stack);
    const { iam } = clientsOf(aws, region);
    for (const { url, client_id_list } of synthesized.resources("aws_iam_openid_connect_provider")) {
      const ClientIDList = client_id_list as string[];
      await iam.send(new CreateOpenIDConnectProviderCommand({ Url: String(url), ClientIDList }));
    }
    const names = synthesized.resources("aws_iam_role").map(({ name }) => String(name));
    for (const { name, assume_role_policy } of synthesized.resources("aws_iam_role")) {
      const role = { RoleName: String(name), AssumeRolePolicyDocument: String(assume_role_policy) };
      await iam.send(new CreateRoleCommand(role));
    }
    return async (given) => {
      const tried = names.map((name) =>
        sessionOf(aws, `arn:aws:iam::${account}:role/${name}`, given).then(
          () => [name.replace("-image-pipelines", "")],
          () => [],
        ),
      );
      return (await Promise.all(tried)).flat().sort();
    };
  }

  test.each<[string, Token, string[]]>([
    ["the workflow that plans", plan, ["dev-plan", "prod-plan", `${home}-plan`]],
    ["a deploy that plans", planOfDeploy, ["dev-plan", "prod-plan", `${home}-plan`]],
    ["a deploy", deploy, ["prod-deploy"]],
    ["a deploy of the account's stack", deployHome, [`${home}-deploy`]],
    ["a promotion, which reads from the image's source environment", promote, ["dev-read", "prod-operate"]],
    ["a build", build, ["dev-operate"]],
    [
      "a workflow file whose ref is a commit",
      { ...deploy, job_workflow_ref: `${String(deploy["job_workflow_ref"]).split("@")[0] ?? ""}@${"a".repeat(40)}` },
      ["prod-deploy"],
    ],
    ["a pull request", token("plan.yml", "pull_request", {}, "refs/pull/7/merge"), []],
    ["a pull request to the branch, on pull_request_target", token("plan.yml", "pull_request"), []],
    [
      "another branch that names the environment",
      token("deploy-environment.yml", "environment:prod", {}, "refs/heads/x"),
      [],
    ],
    ["another workflow that names the environment", token("other.yml", "environment:prod"), []],
    [
      "a workflow with the same name in another repository",
      { ...deploy, job_workflow_ref: "acme/other/.github/workflows/deploy-environment.yml@refs/heads/main" },
      [],
    ],
    [
      "a repository that took over the name",
      { ...deploy, sub: "repo:acme@1/images@2:environment:prod", repository_id: "2" },
      [],
    ],
    ["the repository by its name alone", { ...deploy, sub: `repo:${byName}:environment:prod` }, []],
  ])("are for %s", async (_, given, roles) => {
    expect(await (await rolesFor({ github }))(given)).toEqual(roles);
  });

  test("trust an older repository by name", async () => {
    const taken = await rolesFor({ github: { repository: byName } });
    expect(await taken({ ...deploy, sub: `repo:${byName}:environment:prod` })).toEqual(["prod-deploy"]);
    expect(await taken(deploy)).toEqual([]);
  });

  test("trust both forms between the two deploys of a change", async () => {
    const taken = await rolesFor({
      github: { ...github, former: { repository: byName, workflows: { deploy: ["ship.yml"] } } },
    });
    const before = { ...token("ship.yml", `environment:${home}`), sub: `repo:${byName}:environment:${home}` };
    expect(await taken(deployHome)).toEqual([`${home}-deploy`]);
    expect(await taken(before)).toEqual([`${home}-deploy`]);
    expect(await taken({ ...deployHome, sub: before.sub })).toEqual([]);
  });
});
