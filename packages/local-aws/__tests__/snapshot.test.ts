import {
  CreateImageCommand,
  DeleteContainerRecipeCommand,
  GetImageCommand,
  ListComponentBuildVersionsCommand,
} from "@aws-sdk/client-imagebuilder";
import { GetInstanceProfileCommand } from "@aws-sdk/client-iam";
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { startLocalAws } from "../local-aws";
import { arn, clientsOf, component, makeParts, parts, testRegion } from "@pipelines/testing/clients";

const Bucket = "some-state";

test("a local AWS that starts from another one's snapshot has all of its contents, and is independent", async () => {
  const first = await startLocalAws({ speed: 8000 });
  const { imageBuilder, s3 } = clientsOf(first);
  await makeParts(clientsOf(first));
  const { imageBuildVersionArn } = await imageBuilder.send(new CreateImageCommand(parts));
  await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: testRegion } }));
  await s3.send(new PutObjectCommand({ Bucket, Key: "state", Body: "ünïversal" }));
  first.clock.skip(30);
  const existing = first.remaining();
  const snapshot = first.snapshot();
  await first.close();

  const second = await startLocalAws({ from: snapshot });
  const clients = clientsOf(second);
  expect(second.remaining()).toEqual(existing);
  expect(second.calls).toEqual([]);
  const { Body } = await clients.s3.send(new GetObjectCommand({ Bucket, Key: "state" }));
  expect(await Body?.transformToString()).toBe("ünïversal");
  const profile = await clients.iam.send(new GetInstanceProfileCommand({ InstanceProfileName: "build" }));
  expect(profile.InstanceProfile?.Roles?.map(({ RoleName }) => RoleName)).toEqual(["build"]);
  const { image } = await clients.imageBuilder.send(new GetImageCommand({ imageBuildVersionArn }));
  expect(image?.state?.status).toBe("AVAILABLE");
  expect(second.clock.now().getTime()).toBeGreaterThan(new Date(image?.dateCreated ?? "").getTime());

  const containerRecipeArn = arn("container-recipe/hello/1.0.0");
  await clients.imageBuilder.send(new DeleteContainerRecipeCommand({ containerRecipeArn }));
  await clients.imageBuilder.send(component({ semanticVersion: "1.0.1" }));
  const third = await startLocalAws({ from: snapshot });
  expect(third.remaining()).toEqual(existing);
  const { componentSummaryList } = await clientsOf(third).imageBuilder.send(new ListComponentBuildVersionsCommand({}));
  expect(componentSummaryList?.map(({ version }) => version)).toEqual(["1.0.0"]);
  await Promise.all([second.close(), third.close()]);
});
