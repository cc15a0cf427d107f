import {
  BatchDeleteImageCommand,
  BatchGetImageCommand,
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
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
} from "@aws-sdk/client-iam";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { type LocalAws, startLocalAws } from "../../../tools/rehearsal/aws/local-aws";
import { ACCOUNT, type Clients, clientsOf, REGION, trustOf } from "./clients";

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
  test("is in the account that was set, or in the one that the key names", async () => {
    const accountOf = async ({ sts }: Clients) => (await sts.send(new GetCallerIdentityCommand({}))).Account;
    expect(await accountOf(clients)).toBe(ACCOUNT);
    expect(await accountOf(clientsOf(aws, REGION, "444455556666"))).toBe("444455556666");
    aws.accountId = "777788889999";
    expect(await accountOf(clients)).toBe("777788889999");
  });

  test("sees nothing of another account or region, but IAM in all regions", async () => {
    await clients.ecr.send(new CreateRepositoryCommand({ repositoryName: "hello" }));
    const role = { RoleName: "build", AssumeRolePolicyDocument: trustOf("ec2.amazonaws.com") };
    await clients.iam.send(new CreateRoleCommand(role));
    const repositoriesOf = async ({ ecr }: Clients) =>
      (await ecr.send(new DescribeRepositoriesCommand({}))).repositories?.map((each) => each.repositoryName);
    expect(await repositoriesOf(clients)).toEqual(["hello"]);
    expect(await repositoriesOf(clientsOf(aws, "us-east-1"))).toEqual([]);
    expect(await repositoriesOf(clientsOf(aws, REGION, "444455556666"))).toEqual([]);
    const { Roles } = await clientsOf(aws, "us-east-1").iam.send(new ListRolesCommand({}));
    expect(Roles?.map(({ RoleName }) => RoleName)).toEqual(["build"]);
  });
});

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
    expect(Role).toMatchObject({ Path: "/service/", Arn: `arn:aws:iam::${ACCOUNT}:role/service/build` });
    expect(Role?.Tags).toEqual([{ Key: "a", Value: "1" }]);
    expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "")).toBe(AssumeRolePolicyDocument);
  });

  test("is refused a second time, and with a document that is none", async () => {
    const again = new CreateRoleCommand({ RoleName: "BUILD", AssumeRolePolicyDocument });
    await expect(clients.iam.send(again)).rejects.toBeInstanceOf(EntityAlreadyExistsException);
    const malformed = new CreateRoleCommand({ RoleName: "other", AssumeRolePolicyDocument: "{" });
    await expect(clients.iam.send(malformed)).rejects.toBeInstanceOf(MalformedPolicyDocumentException);
  });

  test("in use is not deleted: by attached policies, own policies, instance profiles", async () => {
    const { iam } = clients;
    const remove = () => iam.send(new DeleteRoleCommand({ RoleName }));
    await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
    const { AttachedPolicies } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
    expect(AttachedPolicies).toEqual([{ PolicyName: "AmazonSSMManagedInstanceCore", PolicyArn }]);
    await expect(remove()).rejects.toBeInstanceOf(DeleteConflictException);
    await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));

    const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [] });
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

  test("is attached no policy that does not exist", async () => {
    const misspelt = new AttachRolePolicyCommand({ RoleName, PolicyArn: `${PolicyArn}s` });
    await expect(clients.iam.send(misspelt)).rejects.toBeInstanceOf(NoSuchEntityException);
  });
});

describe("a repository", () => {
  const repositoryName = "team/hello";
  const MANIFESTS = ["", '{"schemaVersion":2,"layers":[1]}', '{"schemaVersion":2,"layers":[2]}'] as const;
  const put = (imageTag: string | undefined, imageManifest: string) =>
    clients.ecr.send(new PutImageCommand({ repositoryName, imageTag, imageManifest }));
  beforeEach(async () => {
    const imageScanningConfiguration = { scanOnPush: true };
    await clients.ecr.send(new CreateRepositoryCommand({ repositoryName, imageScanningConfiguration }));
  });

  test("is read, tagged, refused a second time and with a bad name", async () => {
    const { ecr } = clients;
    const { repositories = [] } = await ecr.send(
      new DescribeRepositoriesCommand({ repositoryNames: [repositoryName] }),
    );
    expect(repositories).toMatchObject([
      {
        repositoryUri: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/team/hello`,
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

  test("has a lifecycle policy only when it was put, and takes none that is no policy", async () => {
    const { ecr } = clients;
    await expect(ecr.send(new GetLifecyclePolicyCommand({ repositoryName }))).rejects.toBeInstanceOf(
      LifecyclePolicyNotFoundException,
    );
    const rule = { rulePriority: 1, selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 3 } };
    const refused = new PutLifecyclePolicyCommand({
      repositoryName,
      lifecyclePolicyText: JSON.stringify({ rules: [rule] }),
    });
    await expect(ecr.send(refused)).rejects.toBeInstanceOf(InvalidParameterException);
    const lifecyclePolicyText = JSON.stringify({ rules: [{ ...rule, action: { type: "expire" } }] });
    await ecr.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText }));
    const read = await ecr.send(new GetLifecyclePolicyCommand({ repositoryName }));
    expect(read.lifecyclePolicyText).toBe(lifecyclePolicyText);
  });

  test("moves a tag to the newer image, unless it is immutable", async () => {
    await put("latest", MANIFESTS[1]);
    await put("latest", MANIFESTS[2]);
    const imageIds = [{ imageTag: "latest" }, { imageTag: "other" }];
    const got = await clients.ecr.send(new BatchGetImageCommand({ repositoryName, imageIds }));
    expect(got.images?.map(({ imageManifest }) => imageManifest)).toEqual([MANIFESTS[2]]);
    expect(got.failures?.map(({ failureCode }) => failureCode)).toEqual(["ImageNotFound"]);

    await clients.ecr.send(new DeleteRepositoryCommand({ repositoryName, force: true }));
    await clients.ecr.send(new CreateRepositoryCommand({ repositoryName, imageTagMutability: "IMMUTABLE" }));
    await put("latest", MANIFESTS[1]);
    await expect(put("latest", MANIFESTS[2])).rejects.toBeInstanceOf(ImageTagAlreadyExistsException);
  });

  test("with images is deleted only by force", async () => {
    const { ecr } = clients;
    await put("one", MANIFESTS[1]);
    await put("two", MANIFESTS[1]);
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
