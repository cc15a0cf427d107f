import * as fs from "node:fs";
import * as path from "node:path";
import { CreateImageCommand, CreateImagePipelineCommand } from "@aws-sdk/client-imagebuilder";
import { type LocalAws, startLocalAws } from "../local-aws";
import { describeWithCli, isVersion1, runCli } from "./aws-cli";
import { arn, clientsOf, makeParts, parts } from "@pipelines/testing/clients";

const root = path.join(__dirname, "../../..");

/** AWS CLI commands in documents and messages: `imagebuilder delete-image`. */
function printedCommands(): string[] {
  const files = ["docs", "packages", "stacks", "constructs"].flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .map((file) => path.join(folder, file)),
  );
  const pages = ["README.md", ...files].filter(
    (file) => /\.(md|ts)$/.test(file) && !/__tests__|node_modules/.test(file),
  );
  const texts = pages.map((file) => fs.readFileSync(path.join(root, file), "utf8"));
  const found = texts.flatMap((text) => [
    ...text.matchAll(/\baws ((?:imagebuilder|ecr|iam|logs|s3api|events|sns|sts) [a-z][a-z-]+)/g),
  ]);
  return [...new Set(found.map(([, command = ""]) => command))].sort();
}

const allowAll = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});
const imageArn = (build: number) => ["--image-build-version-arn", arn(`image/hello/1.0.0/${build}`)];
const step = "step-12345678-1234-1234-1234-123456789012";

/** The arguments to try each command with, and the expected error if it does not succeed. */
const tried: Readonly<Record<string, { readonly args: readonly string[]; readonly refused?: string }>> = {
  "ecr get-login-password": { args: [] },
  "ecr put-image": {
    args: ["--repository-name", "hello", "--image-manifest", '{"schemaVersion":2}', "--image-tag", "stable"],
  },
  "iam create-policy": { args: ["--policy-name", "a", "--policy-document", allowAll] },
  "iam put-role-policy": { args: ["--role-name", "build", "--policy-name", "a", "--policy-document", allowAll] },
  "imagebuilder cancel-image-creation": { args: imageArn(2) },
  "imagebuilder delete-image": { args: imageArn(1) },
  "imagebuilder list-waiting-workflow-steps": { args: [] },
  "imagebuilder send-workflow-step-action": {
    args: ["--step-execution-id", step, ...imageArn(1), "--action", "RESUME"],
    refused: "InvalidRequestException",
  },
  "imagebuilder start-image-pipeline-execution": { args: ["--image-pipeline-arn", arn("image-pipeline/hello")] },
  "sts get-caller-identity": { args: [] },
  "logs tail": { args: ["/aws/imagebuilder/hello", "--since", "3650d"] },
};

test("every printed AWS CLI command is tried here", () => {
  expect(printedCommands().filter((command) => tried[command] === undefined)).toEqual([]);
});

describeWithCli("with the real AWS CLI", () => {
  let aws: LocalAws;
  beforeAll(async () => {
    aws = await startLocalAws({ speed: 0 });
    const { imageBuilder, ...others } = clientsOf(aws);
    await makeParts({ imageBuilder, ...others });
    await imageBuilder.send(new CreateImagePipelineCommand({ ...parts, name: "hello" }));
    await imageBuilder.send(new CreateImageCommand(parts));
    aws.clock.skip(21);
    aws.remaining();
    await imageBuilder.send(new CreateImageCommand(parts));
  });
  afterAll(async () => {
    expect(aws.unknownCalls).toEqual([]);
    await aws.close();
  });

  // Version 1 of the CLI has no `logs tail`.
  const commands = Object.entries(tried).filter(([command]) => !isVersion1 || command !== "logs tail");
  test.each(commands)("aws %s", async (command, { args, refused }) => {
    const ran = runCli(aws.endpoint, [...command.split(" "), ...args]);
    if (refused === undefined) await expect(ran).resolves.toBeDefined();
    else await expect(ran).rejects.toMatchObject({ stderr: expect.stringContaining(refused) as string });
  });
});
