import {
  BatchDeleteImageCommand,
  BatchGetImageCommand,
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  GetLifecyclePolicyCommand,
  ImageTagAlreadyExistsException,
  InvalidParameterException,
  LifecyclePolicyNotFoundException,
  ListImagesCommand,
  ListTagsForResourceCommand,
  PutImageCommand,
  PutLifecyclePolicyCommand,
  RepositoryAlreadyExistsException,
  RepositoryNotEmptyException,
  RepositoryNotFoundException,
  SetRepositoryPolicyCommand,
  TagResourceCommand,
} from "@aws-sdk/client-ecr";
import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  DeleteConflictException,
  DeleteInstanceProfileCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  EntityAlreadyExistsException,
  GetInstanceProfileCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  LimitExceededException,
  ListAttachedRolePoliciesCommand,
  ListRolesCommand,
  MalformedPolicyDocumentException,
  NoSuchEntityException,
  PutRolePolicyCommand,
  RemoveRoleFromInstanceProfileCommand,
  TagRoleCommand,
  UpdateRoleCommand,
} from "@aws-sdk/client-iam";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { type LocalAws, startLocalAws } from "../local-aws";
import { testAccount, type Clients, clientsOf, testRegion, trustOf } from "@pipelines/testing/clients";

let aws: LocalAws;
let clients: Clients;
beforeEach(async () => {
  aws = await startLocalAws();
  clients = clientsOf(aws);
});
afterEach(async () => {
  await aws.close();
});

describe("the caller", () => {
  test("is in the default account, or in the one specified by the key", async () => {
    const accountOf = async ({ sts }: Clients) => (await sts.send(new GetCallerIdentityCommand({}))).Account;
    expect(await accountOf(clients)).toBe(testAccount);
    expect(await accountOf(clientsOf(aws, testRegion, "444455556666"))).toBe("444455556666");
    aws.accountId = "777788889999";
    expect(await accountOf(clients)).toBe("777788889999");
  });

  test("sees nothing in another account or region, except IAM in all regions", async () => {
    await clients.ecr.send(new CreateRepositoryCommand({ repositoryName: "hello" }));
    const role = { RoleName: "build", AssumeRolePolicyDocument: trustOf("ec2.amazonaws.com") };
    await clients.iam.send(new CreateRoleCommand(role));
    const repositoriesOf = async ({ ecr }: Clients) =>
      (await ecr.send(new DescribeRepositoriesCommand({}))).repositories?.map((each) => each.repositoryName);
    expect(await repositoriesOf(clients)).toEqual(["hello"]);
    expect(await repositoriesOf(clientsOf(aws, "us-east-1"))).toEqual([]);
    expect(await repositoriesOf(clientsOf(aws, testRegion, "444455556666"))).toEqual([]);
    const { Roles } = await clientsOf(aws, "us-east-1").iam.send(new ListRolesCommand({}));
    expect(Roles?.map(({ RoleName }) => RoleName)).toEqual(["build"]);
  });
});

function policyOf(...Statement: object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

describe("a role", () => {
  const RoleName = "build";
  const AssumeRolePolicyDocument = trustOf("ec2.amazonaws.com");
  const PolicyArn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
  beforeEach(async () => {
    await clients.iam.send(new CreateRoleCommand({ RoleName, Path: "/service/", AssumeRolePolicyDocument }));
  });

  test("is read with its document and tags", async () => {
    await clients.iam.send(new TagRoleCommand({ RoleName, Tags: [{ Key: "a", Value: "1" }] }));
    const { Role } = await clients.iam.send(new GetRoleCommand({ RoleName }));
    expect(Role).toMatchObject({ Path: "/service/", Arn: `arn:aws:iam::${testAccount}:role/service/build` });
    expect(Role?.Tags).toEqual([{ Key: "a", Value: "1" }]);
    expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "")).toBe(AssumeRolePolicyDocument);
  });

  test("may have characters in its description that XML would change or misinterpret", async () => {
    const Description = "tab\tlines\r\nand <&> \u00e9";
    await clients.iam.send(new UpdateRoleCommand({ RoleName, Description }));
    expect((await clients.iam.send(new GetRoleCommand({ RoleName }))).Role?.Description).toBe(Description);
  });

  test("is refused a second time, and with an invalid document", async () => {
    const again = new CreateRoleCommand({ RoleName: "BUILD", AssumeRolePolicyDocument });
    await expect(clients.iam.send(again)).rejects.toBeInstanceOf(EntityAlreadyExistsException);
    const malformed = new CreateRoleCommand({ RoleName: "other", AssumeRolePolicyDocument: "{" });
    await expect(clients.iam.send(malformed)).rejects.toBeInstanceOf(MalformedPolicyDocumentException);
  });

  test("is not deleted while in use by attached policies, inline policies or instance profiles", async () => {
    const { iam } = clients;
    const remove = () => iam.send(new DeleteRoleCommand({ RoleName }));
    await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
    const { AttachedPolicies } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
    expect(AttachedPolicies).toEqual([{ PolicyName: "AmazonSSMManagedInstanceCore", PolicyArn }]);
    await expect(remove()).rejects.toBeInstanceOf(DeleteConflictException);
    await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));

    const PolicyDocument = policyOf({ Effect: "Allow", Action: "s3:PutObject", Resource: "*" });
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "logs", PolicyDocument }));
    const read = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName: "logs" }));
    expect(decodeURIComponent(read.PolicyDocument ?? "")).toBe(PolicyDocument);
    await expect(remove()).rejects.toBeInstanceOf(DeleteConflictException);
    await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: "logs" }));

    const profile = { InstanceProfileName: "build" };
    await iam.send(new CreateInstanceProfileCommand(profile));
    await iam.send(new AddRoleToInstanceProfileCommand({ ...profile, RoleName }));
    const { InstanceProfile } = await iam.send(new GetInstanceProfileCommand(profile));
    expect(InstanceProfile?.Roles?.map((role) => role.RoleName)).toEqual([RoleName]);
    await expect(iam.send(new AddRoleToInstanceProfileCommand({ ...profile, RoleName }))).rejects.toBeInstanceOf(
      LimitExceededException,
    );
    await expect(remove()).rejects.toBeInstanceOf(DeleteConflictException);
    await expect(iam.send(new DeleteInstanceProfileCommand(profile))).rejects.toBeInstanceOf(DeleteConflictException);
    await iam.send(new RemoveRoleFromInstanceProfileCommand({ ...profile, RoleName }));
    await iam.send(new DeleteInstanceProfileCommand(profile));
    await remove();
    await expect(iam.send(new GetRoleCommand({ RoleName }))).rejects.toBeInstanceOf(NoSuchEntityException);
    expect(aws.remaining()).toEqual([]);
  });

  const service = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } };
  test.each([
    ["no statement", policyOf(), "Syntax errors in policy."],
    ["an unknown element", policyOf({ ...service, Effects: "Allow" }), "Syntax errors in policy."],
    ["an unknown effect", policyOf({ ...service, Effect: "Maybe" }), "Syntax errors in policy."],
    [
      "an unknown operator",
      policyOf({ ...service, Condition: { StringIsh: { "aws:SourceAccount": testAccount } } }),
      "Syntax errors in policy.",
    ],
    ["a resource", policyOf({ ...service, Resource: "*" }), "Has prohibited field Resource"],
    ["nobody", policyOf({ ...service, Principal: undefined }), "Missing required field Principal"],
    [
      "another service's action",
      policyOf({ ...service, Action: "s3:GetObject" }),
      "AssumeRole policy may only specify STS AssumeRole actions.",
    ],
    [
      "a service that is none",
      policyOf({ ...service, Principal: { Service: "ec2" } }),
      'Invalid principal in policy: "SERVICE":"ec2"',
    ],
    [
      "an invalid account",
      policyOf({ ...service, Principal: { AWS: "1234" } }),
      'Invalid principal in policy: "AWS":"1234"',
    ],
    [
      "one Sid twice",
      policyOf({ ...service, Sid: "a" }, { ...service, Sid: "a" }),
      "Statement IDs (SID) in a single policy must be unique.",
    ],
  ])("rejects a trust policy with %s", async (_, document, message) => {
    const create = new CreateRoleCommand({ RoleName: "other", AssumeRolePolicyDocument: document });
    await expect(clients.iam.send(create)).rejects.toMatchObject({ name: "MalformedPolicyDocumentException", message });
  });

  const write = { Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::logs/*" };
  test.each([
    ["a principal", policyOf({ ...write, Principal: "*" }), "Policy document should not specify a principal."],
    ["no action", policyOf({ ...write, Action: undefined }), "Policy statement must contain actions."],
    ["no resource", policyOf({ ...write, Resource: undefined }), "Policy statement must contain resources."],
    [
      "an action of no service",
      policyOf({ ...write, Action: "PutObject" }),
      "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
    ],
    [
      "a resource that is no ARN",
      policyOf({ ...write, Resource: "logs/*" }),
      'Resource logs/* must be in ARN format or "*".',
    ],
  ])("rejects a policy with %s", async (_, PolicyDocument, message) => {
    const put = clients.iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "logs", PolicyDocument }));
    await expect(put).rejects.toMatchObject({ name: "MalformedPolicyDocumentException", message });
  });

  test("has room for policies of 10,240 characters in total, and for a trust policy of 2,048", async () => {
    const { iam } = clients;
    const PolicyDocument = policyOf({ ...write, Resource: `arn:aws:s3:::${"x".repeat(6000)}` });
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "one", PolicyDocument }));
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "one", PolicyDocument }));
    const second = iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "two", PolicyDocument }));
    await expect(second).rejects.toBeInstanceOf(LimitExceededException);
    const long = policyOf(...Array.from({ length: 40 }, () => service));
    const create = iam.send(new CreateRoleCommand({ RoleName: "other", AssumeRolePolicyDocument: long }));
    await expect(create).rejects.toBeInstanceOf(LimitExceededException);
  });

  test("rejects a policy that does not exist", async () => {
    const own = new AttachRolePolicyCommand({ RoleName, PolicyArn: "arn:aws:iam::111122223333:policy/none" });
    await expect(clients.iam.send(own)).rejects.toBeInstanceOf(NoSuchEntityException);
  });

  test("accepts AWS managed policies that are known here, and reports any other", async () => {
    const other = `${PolicyArn}s`;
    await expect(clients.iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: other }))).rejects.toMatchObject({
      name: "NotImplementedByLocalAws",
      message: `The local AWS does not implement AWS's managed policy ${other} of IAM.`,
    });
    expect(aws.unknownCalls).toEqual([`iam:AttachRolePolicy AWS's managed policy ${other}`]);
  });
});

describe("a repository", () => {
  const repositoryName = "team/hello";
  const manifests = ["", '{"schemaVersion":2,"layers":[1]}', '{"schemaVersion":2,"layers":[2]}'] as const;
  const put = (imageTag: string | undefined, imageManifest: string) =>
    clients.ecr.send(new PutImageCommand({ repositoryName, imageTag, imageManifest }));
  beforeEach(async () => {
    const imageScanningConfiguration = { scanOnPush: true };
    await clients.ecr.send(new CreateRepositoryCommand({ repositoryName, imageScanningConfiguration }));
  });

  test("is read and tagged, and refused a second time or with an invalid name", async () => {
    const { ecr } = clients;
    const { repositories = [] } = await ecr.send(
      new DescribeRepositoriesCommand({ repositoryNames: [repositoryName] }),
    );
    expect(repositories).toMatchObject([
      {
        repositoryUri: `${testAccount}.dkr.ecr.${testRegion}.amazonaws.com/team/hello`,
        imageTagMutability: "MUTABLE",
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfiguration: { encryptionType: "AES256" },
      },
    ]);
    const resourceArn = repositories[0]?.repositoryArn;
    const tags = [{ Key: "a", Value: "1" }];
    await ecr.send(new TagResourceCommand({ resourceArn, tags }));
    expect((await ecr.send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual(tags);
    await expect(ecr.send(new CreateRepositoryCommand({ repositoryName }))).rejects.toBeInstanceOf(
      RepositoryAlreadyExistsException,
    );
    await expect(ecr.send(new CreateRepositoryCommand({ repositoryName: "Team" }))).rejects.toBeInstanceOf(
      InvalidParameterException,
    );
  });

  test("has a lifecycle policy only after one has been set, and returns it unchanged", async () => {
    const { ecr } = clients;
    await expect(ecr.send(new GetLifecyclePolicyCommand({ repositoryName }))).rejects.toBeInstanceOf(
      LifecyclePolicyNotFoundException,
    );
    const lifecyclePolicyText = JSON.stringify({ rules: [rule] });
    await ecr.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText }));
    const read = await ecr.send(new GetLifecyclePolicyCommand({ repositoryName }));
    expect(read.lifecyclePolicyText).toBe(lifecyclePolicyText);
  });

  const selected = { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 3 };
  const rule = { rulePriority: 2, selection: selected, action: { type: "expire" } };
  const tagged = { ...selected, tagStatus: "tagged" };
  test.each<[string, object[]]>([
    ["no rules", []],
    ["a rule without action", [{ ...rule, action: undefined }]],
    ["an unknown action", [{ ...rule, action: { type: "archive" } }]],
    ["an unknown element", [{ ...rule, priority: 1 }]],
    ["a priority of 0", [{ ...rule, rulePriority: 0 }]],
    ["a priority twice", [{ ...rule, selection: { ...selected, tagStatus: "untagged" } }, rule]],
    [
      "a rule behind the one for any image",
      [rule, { ...rule, rulePriority: 3, selection: { ...tagged, tagPrefixList: ["a"] } }],
    ],
    ["tagged images without tags", [{ ...rule, selection: tagged }]],
    ["patterns and prefixes", [{ ...rule, selection: { ...tagged, tagPatternList: ["a*"], tagPrefixList: ["a"] } }]],
    ["five wildcards", [{ ...rule, selection: { ...tagged, tagPatternList: ["a*b*c*d*e*"] } }]],
    ["tags of untagged images", [{ ...rule, selection: { ...selected, tagStatus: "untagged", tagPrefixList: ["a"] } }]],
    ["an age without a unit", [{ ...rule, selection: { ...selected, countType: "sinceImagePushed" } }]],
    ["an age in weeks", [{ ...rule, selection: { ...selected, countType: "sinceImagePushed", countUnit: "weeks" } }]],
    ["a count with a unit", [{ ...rule, selection: { ...selected, countUnit: "days" } }]],
    ["a count of 0", [{ ...rule, selection: { ...selected, countNumber: 0 } }]],
  ])("rejects a lifecycle policy with %s", async (_, rules) => {
    // The API model rejects shorter ones.
    const lifecyclePolicyText = JSON.stringify({ rules }).padEnd(100);
    await expect(
      clients.ecr.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText })),
    ).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: expect.stringContaining("Lifecycle policy validation failure: ") as string,
    });
  });

  test("refuses a policy with a resource or without a principal, and one for another registry", async () => {
    const { ecr } = clients;
    const Action = "ecr:BatchGetImage";
    const put = (statement: object) => {
      const policyText = policyOf({ Effect: "Allow", Action, ...statement });
      return ecr.send(new SetRepositoryPolicyCommand({ repositoryName, policyText }));
    };
    await expect(put({ Principal: "*", Resource: "*" })).rejects.toBeInstanceOf(InvalidParameterException);
    await expect(put({})).rejects.toBeInstanceOf(InvalidParameterException);
    await expect(put({ Principal: { AWS: "nobody" } })).rejects.toBeInstanceOf(InvalidParameterException);
    await expect(put({ Principal: "*", Action: "s3:GetObject" })).rejects.toBeInstanceOf(InvalidParameterException);
    await put({ Principal: { AWS: "444455556666" } });
    const elsewhere = new DescribeRepositoriesCommand({ registryId: "444455556666" });
    await expect(ecr.send(elsewhere)).rejects.toMatchObject({ name: "AccessDeniedException" });
  });

  test("is not found by an ARN from another account, region or partition", async () => {
    const tags = [{ Key: "a", Value: "1" }];
    for (const at of [
      `aws:ecr:us-east-1:${testAccount}`,
      `aws:ecr:${testRegion}:444455556666`,
      `aws-cn:ecr:${testRegion}:${testAccount}`,
    ]) {
      const resourceArn = `arn:${at}:repository/${repositoryName}`;
      await expect(clients.ecr.send(new TagResourceCommand({ resourceArn, tags }))).rejects.toBeInstanceOf(
        RepositoryNotFoundException,
      );
    }
  });

  test("has the media type of its manifest, and refuses a manifest that is not JSON or has another digest", async () => {
    const { ecr } = clients;
    await put("latest", manifests[1]);
    const { imageDetails } = await ecr.send(new DescribeImagesCommand({ repositoryName }));
    const imageManifestMediaType = "application/vnd.docker.distribution.manifest.v2+json";
    expect(imageDetails).toMatchObject([{ imageTags: ["latest"], imageManifestMediaType }]);
    await expect(put("latest", "{1}")).rejects.toBeInstanceOf(InvalidParameterException);
    const imageDigest = `sha256:${"0".repeat(64)}`;
    const wrong = new PutImageCommand({ repositoryName, imageManifest: manifests[2], imageDigest });
    await expect(ecr.send(wrong)).rejects.toMatchObject({ name: "ImageDigestDoesNotMatchException" });
  });

  test("moves a tag to the newer image, unless it is immutable", async () => {
    await put("latest", manifests[1]);
    await put("latest", manifests[2]);
    const imageIds = [{ imageTag: "latest" }, { imageTag: "other" }];
    const got = await clients.ecr.send(new BatchGetImageCommand({ repositoryName, imageIds }));
    expect(got.images?.map(({ imageManifest }) => imageManifest)).toEqual([manifests[2]]);
    expect(got.failures?.map(({ failureCode }) => failureCode)).toEqual(["ImageNotFound"]);

    await clients.ecr.send(new DeleteRepositoryCommand({ repositoryName, force: true }));
    await clients.ecr.send(new CreateRepositoryCommand({ repositoryName, imageTagMutability: "IMMUTABLE" }));
    await put("latest", manifests[1]);
    await expect(put("latest", manifests[2])).rejects.toBeInstanceOf(ImageTagAlreadyExistsException);
  });

  test("with images is deleted only with force", async () => {
    const { ecr } = clients;
    await put("one", manifests[1]);
    await put("two", manifests[1]);
    const remove = (force: boolean) => ecr.send(new DeleteRepositoryCommand({ repositoryName, force }));
    await expect(remove(false)).rejects.toBeInstanceOf(RepositoryNotEmptyException);
    await ecr.send(new BatchDeleteImageCommand({ repositoryName, imageIds: [{ imageTag: "one" }] }));
    const { imageIds } = await ecr.send(new ListImagesCommand({ repositoryName }));
    expect(imageIds?.map(({ imageTag }) => imageTag)).toEqual(["two"]);
    await expect(remove(false)).rejects.toBeInstanceOf(RepositoryNotEmptyException);
    await remove(true);
    await expect(remove(true)).rejects.toBeInstanceOf(RepositoryNotFoundException);
  });
});
