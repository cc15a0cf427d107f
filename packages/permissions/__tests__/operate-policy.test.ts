import { CreateRoleCommand, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import { isRead } from "../grants";
import { stackPolicy } from "../policy";
import type { Block } from "../stack-config";
import type { EnvironmentDescription } from "@pipelines/image-definition/environment-description";
import { ancestryCommand } from "@pipelines/operations/ancestry-cli";
import { buildCommand } from "@pipelines/operations/build-cli";
import type { Options } from "@pipelines/findings/command-line";
import type { Command } from "@pipelines/operations/command";
import { promoteCommand } from "@pipelines/operations/promote-cli";
import { revokeCommand } from "@pipelines/operations/revoke-cli";
import { statusCommand } from "@pipelines/operations/status-cli";
import { allow, statementsOf } from "@pipelines/local-aws/access-policy";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { built, deploy, prod, run, staging } from "@pipelines/testing/local-environments";
import { clientsOf } from "@pipelines/testing/clients";

type Purpose = "operate" | "read";

/** Returns the policy of the role that operates or reads an environment. */
function policyOf({ environment, account, region, images }: EnvironmentDescription, purpose: Purpose): string {
  const names = images.map(({ repository }) => [repository, { name: repository }]);
  const config = {
    terraform: { required_version: "", required_providers: {} },
    provider: { aws: [{ region, allowed_account_ids: [account] }] },
    resource: { aws_ecr_repository: Object.fromEntries(names) as Record<string, Block> },
  };
  return JSON.stringify(stackPolicy(environment, config, { purpose }).document);
}

/** Creates an environment's role, and assumes it. @returns the access key */
async function keyOf(aws: LocalAws, place: EnvironmentDescription, purpose: Purpose): Promise<string> {
  const { iam, sts } = clientsOf(aws, place.region, place.account);
  const Principal = { AWS: `arn:aws:iam::${place.account}:root` };
  const statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  const RoleName = `${place.environment}-${purpose}`;
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  const policy = { RoleName, PolicyName: purpose, PolicyDocument: policyOf(place, purpose) };
  await iam.send(new PutRolePolicyCommand(policy));
  const taken = await sts.send(new AssumeRoleCommand({ RoleArn: Role?.Arn, RoleSessionName: "alice" }));
  return taken.Credentials?.AccessKeyId ?? "";
}

describe("The permissions for operating an environment", () => {
  let aws: LocalAws;
  let keys: ReadonlyMap<string, string>;
  /** The same for staging, which is only read. */
  let readKeys: ReadonlyMap<string, string>;

  beforeAll(async () => {
    aws = await startLocalAws({ speed: 0 });
    const made = new Map<string, string>();
    for (const place of [staging, prod]) {
      await deploy(aws, place);
      made.set(place.account, await keyOf(aws, place, "operate"));
    }
    keys = made;
    readKeys = new Map([...made, [staging.account, await keyOf(aws, staging, "read")]]);
    await built(aws, prod, "base");
  });
  afterAll(() => aws.close());

  const succeed = async <O extends Options>(command: Command<O>, ...args: string[]): Promise<string> => {
    const { code, out, err } = await run(aws, command, args, { keys });
    expect([args, code, code === 0 ? "" : err]).toEqual([args, 0, ""]);
    return out;
  };

  it("are enough for a build, a promotion to another account and back, a revocation, and the status of all of these", async () => {
    await succeed(buildCommand, "staging", "base");
    await succeed(buildCommand, "staging", "web");
    await succeed(promoteCommand, "base", "--to", "prod", "--channel", "stable", "--from", "staging");
    await succeed(buildCommand, "staging", "base");
    await succeed(promoteCommand, "base", "--to", "prod", "--channel", "stable", "--from", "staging");
    expect(await succeed(promoteCommand, "base", "--to", "prod", "--channel", "stable", "--previous")).toContain(
      "by alice",
    );
    await succeed(ancestryCommand, "staging", "web");
    await succeed(statusCommand, "prod");
    await succeed(revokeCommand, "staging", "web", "1.0.0-1", "--reason", "a test");
    expect(aws.unknownCalls).toEqual([]);
  });

  it("include more than a promotion needs in its source environment, where reading is enough", async () => {
    await succeed(buildCommand, "staging", "base");
    const promotion = ["base", "--to", "prod", "--channel", "stable", "--from", "staging"];
    const promoted = await run(aws, promoteCommand, promotion, { keys: readKeys });
    expect([promoted.code, promoted.code === 0 ? "" : promoted.err]).toEqual([0, ""]);
    const refused = await run(aws, buildCommand, ["staging", "base"], { keys: readKeys });
    expect(refused.err).toContain("imagebuilder:StartImagePipelineExecution");
    const actions = statementsOf(policyOf(staging, "read")).flatMap(({ Action }) => Action as string[]);
    expect(actions.filter((action) => !isRead(action))).toEqual([]);
  });

  it("contain only statements that are needed", () => {
    const roles = [
      [staging, "operate"],
      [prod, "operate"],
      [staging, "read"],
    ] as const;
    const statements = roles.flatMap(([place, purpose]) => {
      const all = statementsOf(policyOf(place, purpose));
      const asked = aws.accesses
        .filter(({ role }) => role.endsWith(`:role/${place.environment}-${purpose}`))
        .filter((access) => allow(all, access));
      return all.map((statement) => ({
        name: `${purpose} ${JSON.stringify(statement["Sid"])}`,
        isNeeded: !asked.every((access) =>
          allow(
            all.filter((other) => other !== statement),
            access,
          ),
        ),
      }));
    });
    const needed = new Set(statements.filter(({ isNeeded }) => isNeeded).map(({ name }) => name));
    expect(needed).toEqual(new Set(statements.map(({ name }) => name)));
  });

  it("do not cover anything in another environment", async () => {
    const denied = await run(aws, buildCommand, ["prod", "base"], {
      environments: [{ ...prod, images: staging.images.map((image) => ({ ...image, resourceName: "dev-base" })) }],
      keys,
    });
    expect(denied.code).not.toBe(0);
    expect(denied.err).toContain("image-pipeline/dev-base");
  });
});
