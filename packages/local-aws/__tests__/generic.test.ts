import {
  DeleteParameterCommand,
  GetParameterCommand,
  PutParameterCommand,
  SendCommandCommand,
  SSMClient,
} from "@aws-sdk/client-ssm";
import { testRegion } from "@pipelines/testing/clients";
import { type LocalAws, startLocalAws } from "../local-aws";

let aws: LocalAws;
let settings: {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  maxAttempts: 1;
};
beforeEach(async () => {
  aws = await startLocalAws({ speed: 0 });
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  settings = { endpoint: aws.endpoint, region: testRegion, credentials, maxAttempts: 1 };
});
afterEach(async () => {
  await aws.close();
});

const notHere = { name: "NotImplementedByLocalAws" };

test("in JSON: SSM", async () => {
  const ssm = new SSMClient(settings);
  const parameter = { Name: "/images/hello", Type: "String", Value: "one" } as const;
  await expect(ssm.send(new GetParameterCommand({ Name: "/images/hello" }))).rejects.toMatchObject(notHere);
  await ssm.send(new PutParameterCommand(parameter));
  await expect(ssm.send(new PutParameterCommand(parameter))).rejects.toMatchObject({ name: "ParameterAlreadyExists" });
  expect(await ssm.send(new PutParameterCommand({ ...parameter, Value: "two", Overwrite: true }))).toMatchObject({
    Version: 2,
  });
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: "/images/hello" }));
  const ARN = `arn:aws:ssm:${testRegion}:111122223333:parameter/images/hello`;
  expect(Parameter).toMatchObject({
    ...parameter,
    Value: "two",
    ARN,
    Version: 2,
    LastModifiedDate: expect.any(Date) as Date,
  });
  expect(aws.remaining()).toMatchObject([
    { service: "ssm", kind: "parameter", name: "/images/hello", state: "generic" },
  ]);
  expect(aws.generic).toEqual(["ssm parameter"]);
  await ssm.send(new DeleteParameterCommand({ Name: "/images/hello" }));
  await expect(ssm.send(new GetParameterCommand({ Name: "/images/hello" }))).rejects.toMatchObject({
    name: "ParameterNotFound",
  });
  await expect(ssm.send(new SendCommandCommand({ DocumentName: "a" }))).rejects.toMatchObject(notHere);
  expect(aws.unknownCalls).toEqual(["ssm:GetParameter", "ssm:SendCommand"]);
});

test("a service without a client is not implemented", async () => {
  const authorization = `AWS4-HMAC-SHA256 Credential=local/20260101/${testRegion}/polly/aws4_request`;
  expect((await fetch(`${aws.endpoint}/v1/lexicons`, { headers: { authorization } })).status).toBe(404);
  expect(aws.unknownCalls).toEqual(["polly:GET /v1/lexicons"]);
});
