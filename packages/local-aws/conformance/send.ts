import * as cloudWatchLogs from "@aws-sdk/client-cloudwatch-logs";
import * as ecr from "@aws-sdk/client-ecr";
import * as events from "@aws-sdk/client-eventbridge";
import * as iam from "@aws-sdk/client-iam";
import * as imageBuilder from "@aws-sdk/client-imagebuilder";
import * as s3 from "@aws-sdk/client-s3";
import * as sns from "@aws-sdk/client-sns";
import * as sts from "@aws-sdk/client-sts";
import type { JsonObject } from "../json";

/** Where calls are sent. */
export interface Destination {
  /** Endpoint of a local AWS. @default AWS */
  readonly endpoint?: string;
  readonly region: string;
  /** @default the credentials in the environment */
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}

/** Sends any request to the services that this project uses: `send("iam", "GetRole", { RoleName })`. */
export type Send = (service: string, operation: string, input: object) => Promise<JsonObject>;

interface Client {
  send(command: object): Promise<JsonObject>;
}

export function sender({ endpoint, ...rest }: Destination): Send {
  const settings = { ...(endpoint === undefined ? {} : { endpoint, maxAttempts: 1 }), ...rest };
  const services: Readonly<Record<string, readonly [commands: object, client: object]>> = {
    ecr: [ecr, new ecr.ECRClient(settings)],
    events: [events, new events.EventBridgeClient(settings)],
    iam: [iam, new iam.IAMClient(settings)],
    imagebuilder: [imageBuilder, new imageBuilder.ImagebuilderClient(settings)],
    logs: [cloudWatchLogs, new cloudWatchLogs.CloudWatchLogsClient(settings)],
    s3: [s3, new s3.S3Client({ ...settings, forcePathStyle: endpoint !== undefined })],
    sns: [sns, new sns.SNSClient(settings)],
    sts: [sts, new sts.STSClient(settings)],
  };
  return async (service, operation, input) => {
    const [commands, client] = services[service] ?? [];
    const Command = (commands as Record<string, new (input: object) => object> | undefined)?.[`${operation}Command`];
    if (Command === undefined) throw new Error(`The SDK has no ${service}:${operation}`);
    return (client as Client).send(new Command(input));
  };
}
