import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import {
  BatchGetImageCommand,
  DescribeImagesCommand,
  GetDownloadUrlForLayerCommand,
  PutImageTagMutabilityCommand,
} from "@aws-sdk/client-ecr";
import {
  CancelImageCreationCommand,
  CreateImageCommand,
  CreateImagePipelineCommand,
  DeleteContainerRecipeCommand,
  DeleteImageCommand,
  GetImageCommand,
  GetImagePipelineCommand,
  InvalidRequestException,
  ListImageBuildVersionsCommand,
  ListImagePipelineImagesCommand,
  ResourceNotFoundException,
  StartImagePipelineExecutionCommand,
  UpdateImagePipelineCommand,
  UpdateInfrastructureConfigurationCommand,
} from "@aws-sdk/client-imagebuilder";
import { CreateBucketCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";
import { sha256 } from "../ecr/manifest";
import { type LocalAws, startLocalAws } from "../local-aws";
import { testAccount, arn, type Clients, clientsOf, makeParts, parts, testRegion } from "@pipelines/testing/clients";

let aws: LocalAws;
let clients: Clients;
beforeEach(async () => {
  // Time stands still unless the test advances it.
  aws = await startLocalAws({ speed: 0 });
  clients = clientsOf(aws);
});
afterEach(async () => {
  await aws.close();
});

async function statusOf(build: number) {
  const imageBuildVersionArn = arn(`image/hello/1.0.0/${build}`);
  return (await clients.imageBuilder.send(new GetImageCommand({ imageBuildVersionArn }))).image;
}

async function tagsInEcr() {
  const { imageDetails } = await clients.ecr.send(new DescribeImagesCommand({ repositoryName: "hello" }));
  return imageDetails?.map(({ imageTags }) => imageTags?.sort());
}

describe("an image", () => {
  test("goes through every status and is pushed once it is available", async () => {
    await makeParts(clients);
    const { imageBuildVersionArn } = await clients.imageBuilder.send(new CreateImageCommand(parts));
    expect(imageBuildVersionArn).toBe(arn("image/hello/1.0.0/1"));
    const seen = [];
    for (const minutes of [0, 1, 11, 4, 4]) {
      aws.clock.skip(minutes);
      seen.push((await statusOf(1))?.state?.status);
    }
    expect(seen).toEqual(["PENDING", "BUILDING", "TESTING", "DISTRIBUTING", "AVAILABLE"]);
    const repository = `${testAccount}.dkr.ecr.${testRegion}.amazonaws.com/hello`;
    expect((await statusOf(1))?.outputResources?.containers).toEqual([
      { region: testRegion, imageUris: [`${repository}:1.0.0-1`, `${repository}:latest`] },
    ]);
    expect(await tagsInEcr()).toEqual([["1.0.0-1", "latest"]]);
  });

  test("is not tested if tests are off", async () => {
    await makeParts(clients);
    const imageTestsConfiguration = { imageTestsEnabled: false };
    await clients.imageBuilder.send(new CreateImageCommand({ ...parts, imageTestsConfiguration }));
    aws.clock.skip(13);
    expect((await statusOf(1))?.state?.status).toBe("BUILDING");
  });

  test("takes over the previous build's tag, and gets the next build number", async () => {
    await makeParts(clients);
    for (const build of [1, 2]) {
      const created = await clients.imageBuilder.send(new CreateImageCommand(parts));
      expect(created.imageBuildVersionArn).toBe(arn(`image/hello/1.0.0/${build}`));
      aws.clock.skip(20);
    }
    expect(await tagsInEcr()).toEqual([["1.0.0-1"], ["1.0.0-2", "latest"]]);
    const imageVersionArn = arn("image/hello/1.0.0");
    for (const version of [imageVersionArn, undefined]) {
      const command = new ListImageBuildVersionsCommand({ imageVersionArn: version });
      const { imageSummaryList } = await clients.imageBuilder.send(command);
      expect(imageSummaryList?.map((each) => each.version)).toEqual(["1.0.0/1", "1.0.0/2"]);
    }
  });

  test("fails if its fixed tag is already taken in an immutable repository", async () => {
    await makeParts(clients);
    await clients.ecr.send(
      new PutImageTagMutabilityCommand({ repositoryName: "hello", imageTagMutability: "IMMUTABLE" }),
    );
    for (let build = 1; build <= 2; build++) {
      await clients.imageBuilder.send(new CreateImageCommand(parts));
      aws.clock.skip(20);
    }
    expect((await statusOf(1))?.state?.status).toBe("AVAILABLE");
    const second = await statusOf(2);
    expect(second?.state?.status).toBe("FAILED");
    expect(second?.state?.reason).toContain("The image tag 'latest' already exists in the 'hello' repository");
    expect(await tagsInEcr()).toEqual([["1.0.0-1", "latest"]]);
  });

  test("that is set to fail reports the reason and pushes nothing", async () => {
    await makeParts(clients);
    aws.failBuilds = { hello: "Document hello failed: exit status 1" };
    await clients.imageBuilder.send(new CreateImageCommand(parts));
    aws.clock.skip(20);
    expect((await statusOf(1))?.state).toEqual({ status: "FAILED", reason: "Document hello failed: exit status 1" });
    expect(await tagsInEcr()).toEqual([]);
  });

  test("fails if required tokens are not available inside the container", async () => {
    await makeParts(clients);
    const { infrastructureConfigurationArn } = parts;
    const instanceMetadataOptions = { httpTokens: "required", httpPutResponseHopLimit: 1 };
    await clients.imageBuilder.send(
      new UpdateInfrastructureConfigurationCommand({
        infrastructureConfigurationArn,
        instanceProfileName: "build",
        instanceMetadataOptions,
      }),
    );
    await clients.imageBuilder.send(new CreateImageCommand(parts));
    aws.clock.skip(20);
    expect((await statusOf(1))?.state?.status).toBe("FAILED");
  });

  test("writes its log to the bucket and to a log group, which it creates if it does not exist", async () => {
    await makeParts(clients);
    const { imageBuilder, s3 } = clients;
    await s3.send(
      new CreateBucketCommand({ Bucket: "logs", CreateBucketConfiguration: { LocationConstraint: testRegion } }),
    );
    const { infrastructureConfigurationArn } = parts;
    const logging = { s3Logs: { s3BucketName: "logs", s3KeyPrefix: "builds" } };
    await imageBuilder.send(
      new UpdateInfrastructureConfigurationCommand({
        infrastructureConfigurationArn,
        instanceProfileName: "build",
        logging,
      }),
    );
    await imageBuilder.send(new CreateImageCommand(parts));
    aws.clock.skip(20);
    const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket: "logs" }));
    expect(Contents?.map(({ Key }) => Key)).toEqual(["builds/hello/1.0.0/1/console.log"]);
    expect(
      aws
        .remaining()
        .filter(({ kind }) => kind === "log group")
        .map(({ name }) => name),
    ).toEqual(["/aws/imagebuilder/hello"]);
  });

  test("does not prevent deletion of its recipe, and leaves what was pushed when it is deleted", async () => {
    await makeParts(clients);
    const { imageBuilder } = clients;
    await imageBuilder.send(new CreateImageCommand(parts));
    aws.clock.skip(20);
    await imageBuilder.send(new DeleteContainerRecipeCommand({ containerRecipeArn: parts.containerRecipeArn }));
    expect((await statusOf(1))?.containerRecipe?.arn).toBe(parts.containerRecipeArn);
    await imageBuilder.send(new DeleteImageCommand({ imageBuildVersionArn: arn("image/hello/1.0.0/1") }));
    await expect(statusOf(1)).rejects.toBeInstanceOf(ResourceNotFoundException);
    expect(await tagsInEcr()).toEqual([["1.0.0-1", "latest"]]);
  });

  test("can be deleted only after its build has ended or was canceled", async () => {
    await makeParts(clients);
    const { imageBuilder } = clients;
    await imageBuilder.send(new CreateImageCommand(parts));
    const imageBuildVersionArn = arn("image/hello/1.0.0/1");
    await expect(imageBuilder.send(new DeleteImageCommand({ imageBuildVersionArn }))).rejects.toBeInstanceOf(
      InvalidRequestException,
    );
    await imageBuilder.send(new CancelImageCreationCommand({ imageBuildVersionArn }));
    expect((await statusOf(1))?.state?.status).toBe("CANCELLED");
    await imageBuilder.send(new DeleteImageCommand({ imageBuildVersionArn }));
  });

  test("is also started by its pipeline", async () => {
    await makeParts(clients, []);
    const { imageBuilder } = clients;
    await imageBuilder.send(new CreateImagePipelineCommand({ name: "hello", ...parts }));
    const imagePipelineArn = arn("image-pipeline/hello");
    await imageBuilder.send(new CreateImageCommand(parts));
    const started = await imageBuilder.send(new StartImagePipelineExecutionCommand({ imagePipelineArn }));
    expect(started.imageBuildVersionArn).toBe(arn("image/hello/1.0.0/2"));
    aws.clock.skip(20);
    const images = await imageBuilder.send(new ListImagePipelineImagesCommand({ imagePipelineArn }));
    expect(images.imageSummaryList?.map((each) => [each.version, each.state?.status])).toEqual([
      ["1.0.0/2", "AVAILABLE"],
    ]);
    expect(await tagsInEcr()).toEqual([["1.0.0-1"], ["1.0.0-2"]]);
  });

  test("has the content that was actually built, if there is any, and no longer after its folder is forgotten", async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "image-"));
    const blob = Buffer.from("a layer");
    const layer = { mediaType: "application/octet-stream", digest: sha256(blob), size: blob.length };
    fs.writeFileSync(path.join(folder, "manifest.json"), JSON.stringify({ schemaVersion: 2, layers: [layer] }));
    fs.writeFileSync(path.join(folder, layer.digest.replace("sha256:", "")), blob);
    await makeParts(clients);
    aws.builtImages = { hello: folder };
    const { ecr, imageBuilder } = clients;
    await imageBuilder.send(new CreateImageCommand(parts));
    aws.clock.skip(21);
    expect(aws.remaining().filter(({ kind }) => kind === "image")).toHaveLength(2);
    fs.rmSync(folder, { recursive: true });
    const find = new GetDownloadUrlForLayerCommand({ repositoryName: "hello", layerDigest: layer.digest });
    const { downloadUrl = "" } = await ecr.send(find);
    expect(await (await fetch(downloadUrl)).text()).toBe("a layer");
    const { images } = await ecr.send(
      new BatchGetImageCommand({ repositoryName: "hello", imageIds: [{ imageTag: "latest" }] }),
    );
    expect(JSON.parse(images?.[0]?.imageManifest ?? "")).toEqual({ schemaVersion: 2, layers: [layer] });
  });

  test("takes as long as configured, and fails from the start if configured", async () => {
    const other = await startLocalAws({ speed: 0, buildMinutes: 60, failBuilds: { hello: "exit status 1" } });
    await makeParts(clientsOf(other));
    await clientsOf(other).imageBuilder.send(new CreateImageCommand(parts));
    const state = () =>
      other
        .remaining()
        .flatMap(({ kind, service, state }) => (kind === "image" && service === "imagebuilder" ? state : []));
    const seen = [0, 2, 1, 32, 1].flatMap((minutes) => {
      other.clock.skip(minutes);
      return state();
    });
    expect(seen).toEqual(["PENDING", "PENDING", "BUILDING", "BUILDING", "FAILED"]);
    await other.close();
  });
});

test("pipelines run on schedule if they are to, but not while they are disabled, and each time only once", async () => {
  const now = jest.spyOn(Date, "now").mockReturnValue(Date.parse("2026-11-30T12:00:00Z"));
  const other = await startLocalAws({ speed: 0, schedules: true });
  const { imageBuilder, ...others } = clientsOf(other);
  await makeParts({ imageBuilder, ...others });
  const nightly = { scheduleExpression: "cron(0 3 * * ? *)", timezone: "Europe/Berlin" };
  for (const [name, settings] of Object.entries({
    nightly: { schedule: nightly },
    disabled: { schedule: nightly, status: "DISABLED" as const },
    manual: {},
  })) {
    await imageBuilder.send(new CreateImagePipelineCommand({ ...parts, name, ...settings }));
  }
  const builds = async () => {
    const { imageSummaryList = [] } = await imageBuilder.send(new ListImageBuildVersionsCommand({}));
    return imageSummaryList.map(({ dateCreated }) => dateCreated);
  };
  const imagePipelineArn = arn("image-pipeline/nightly");
  const pipeline = async () => {
    const { imagePipeline } = await imageBuilder.send(new GetImagePipelineCommand({ imagePipelineArn }));
    const { dateLastRun, dateNextRun, lastRunStatus } = imagePipeline ?? {};
    return [dateLastRun, dateNextRun, lastRunStatus];
  };
  expect([await builds(), await pipeline()]).toEqual([[], [undefined, "2026-12-01T02:00:00.000Z", undefined]]);
  other.clock.skip(14 * 60 - 1);
  expect(await builds()).toEqual([]);
  other.clock.skip(1);
  expect(await builds()).toEqual(["2026-12-01T02:00:00.000Z"]);
  other.clock.skip(2 * 24 * 60);
  const all = ["2026-12-01T02:00:00.000Z", "2026-12-02T02:00:00.000Z", "2026-12-03T02:00:00.000Z"];
  expect(await builds()).toEqual(all);
  other.clock.skip(21);
  expect(await pipeline()).toEqual([all[2], "2026-12-04T02:00:00.000Z", "AVAILABLE"]);
  await imageBuilder.send(
    new UpdateImagePipelineCommand({ ...parts, imagePipelineArn, status: "DISABLED", schedule: nightly }),
  );
  other.clock.skip(2 * 24 * 60);
  expect([await builds(), await pipeline()]).toEqual([all, [all[2], undefined, "AVAILABLE"]]);
  await imageBuilder.send(new UpdateImagePipelineCommand({ ...parts, imagePipelineArn, schedule: nightly }));
  other.clock.skip(24 * 60);
  expect(await builds()).toEqual([...all, "2026-12-06T02:00:00.000Z"]);
  await other.close();
  now.mockRestore();
});
