import * as cloudformation from "@aws-sdk/client-cloudformation";
import * as cloudfront from "@aws-sdk/client-cloudfront";
import * as cloudwatch from "@aws-sdk/client-cloudwatch";
import * as kms from "@aws-sdk/client-kms";
import * as scheduler from "@aws-sdk/client-scheduler";
import * as secretsmanager from "@aws-sdk/client-secrets-manager";
import * as ssm from "@aws-sdk/client-ssm";
import { parse } from "yaml";
import { dockerfile, testAccount, testDocument, testRegion, trustOf } from "@pipelines/testing/clients";
import { identityToken } from "@pipelines/testing/session";
import { asRole } from "../conformance/conformance";
import { type Destination, type Send, sender } from "../conformance/send";
import type { ExistingPart } from "../existing";
import { isObject, type JsonObject, omit } from "../json";
import { type LocalAws, startLocalAws } from "../local-aws";

const everything = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';
/** Fields that contain JSON, which a conversation may write as an object. */
const inJson = /(policy|policydocument|policytext|eventpattern|attributevalue|imagemanifest)$/i;
/** Services to which `sender` sends nothing. */
const further: Readonly<Record<string, object>> = {
  cloudformation,
  cloudfront,
  cloudwatch,
  kms,
  scheduler,
  secretsmanager,
  ssm,
};
const scans = {
  strict: { counts: { HIGH: 2, LOW: 1 } },
  keyed: { counts: { CRITICAL: 1 }, enhanced: true },
};
const today = Date.parse("2026-11-30T12:00:00Z");

/**
 * Plays a conversation with a local AWS in which time stands still, and returns it with the answers that were given.
 * Every line is a request, except:
 *
 * - `# …`: a comment
 * - `skip <minutes>`, `exists <part>`, `fails <recipe and reason>`, `fault <kind>`, `in <region>`, `account <id>`: what
 *   happens before the next request
 * - `http <service> <method> <path> <headers> <body>`: an administrator's request that no SDK writes, or its whole
 *   response
 * - `remaining`: shows everything that exists
 * - indented lines: the accesses that IAM checked, because a role makes all requests, and the whole answer or refusal
 */
export async function play(conversation: string): Promise<string> {
  const time = jest.spyOn(Date, "now").mockReturnValue(today);
  const aws = await startLocalAws({ speed: 0, scans });
  try {
    const player = new Player(aws, await asRole(aws, testRegion, everything));
    const written: string[] = [];
    for (const line of conversation.split("\n").filter((each) => !each.startsWith(" "))) {
      written.push(line, ...(await player.do(line)).map((each) => `  ${each}`));
    }
    return written.join("\n");
  } finally {
    await aws.close();
    time.mockRestore();
  }
}

interface Client {
  readonly send: (command: object) => Promise<JsonObject>;
}

/** Sends requests to any service. */
function senderOf(destination: Destination): Send {
  const send = sender(destination);
  const clients: Record<string, Client> = {};
  return async (service, operation, input) => {
    const all = Object.entries(further[service] ?? {}) as [string, new (of: object) => object][];
    const find = (isIt: (name: string) => boolean) => all.find(([name]) => isIt(name))?.[1];
    const ClientOf = find((name) => /^[A-Z]\w*Client$/.test(name));
    const Command = find((name) => name === `${operation}Command`);
    if (ClientOf === undefined || Command === undefined) return send(service, operation, input);
    clients[service] ??= new ClientOf({ ...destination, maxAttempts: 1 }) as Client;
    return clients[service].send(new Command(input));
  };
}

class Player {
  private send: Send;
  /** The last value of each field in an answer, which later requests have as `$field`. */
  private readonly known: Record<string, unknown> = {
    everything,
    dockerfile,
    document: testDocument,
    ec2: trustOf("ec2.amazonaws.com"),
    imagebuilder: trustOf("imagebuilder.amazonaws.com"),
  };
  /** Random values, in the order in which answers had them. */
  private readonly random: string[] = [];

  public constructor(
    private readonly aws: LocalAws,
    private readonly role: Destination,
  ) {
    this.send = senderOf(role);
  }

  /** @returns what to write below the line */
  public async do(line: string): Promise<readonly string[]> {
    const [, word = "", rest = ""] = /^(\S*) ?(.*)$/.exec(line) ?? [];
    const [service = "", operation] = word.split(":");
    if (operation !== undefined) return this.ask(service, operation, rest);
    if (word === "skip") this.aws.clock.skip(Number(rest));
    if (word === "exists") this.aws.exists(parse(rest) as ExistingPart, testAccount, testRegion);
    if (word === "fails") this.aws.failBuilds = parse(rest) as Record<string, string>;
    if (word === "fault") this.aws.faults = rest === "none" ? undefined : () => ({ kind: rest as "throttle" });
    if (word === "http") return this.askInHttp(rest);
    if (word === "in") this.send = senderOf({ ...this.role, region: rest });
    if (word === "account")
      this.send = senderOf({ ...this.role, credentials: { accessKeyId: rest, secretAccessKey: "local" } });
    if (word !== "remaining") return [];
    return this.aws.remaining().map((each) => this.withoutChance(Object.values(each).join(" ")));
  }

  private async askInHttp(line: string): Promise<string[]> {
    const [, service = "", method = "", path = "", headers = "{}", body] =
      /^(\S+) (\S+) (\S+)(?: (\{[^}]*\}))?(?: (.*))?$/.exec(line) ?? [];
    const scope = `${testAccount}/20260101/${testRegion}/${service}/aws4_request`;
    const signature = service === "unsigned" ? undefined : `AWS4-HMAC-SHA256 Credential=${scope}`;
    const response = await fetch(`${this.aws.endpoint}${path}`, {
      method,
      headers: {
        ...(signature === undefined ? {} : { authorization: signature }),
        ...(parse(headers) as Record<string, string>),
      },
      ...(body === undefined ? {} : { body: body.replaceAll("\\r\\n", "\r\n") }),
    });
    const shown = [...response.headers].filter(([name]) => !/^(connection|date|keep-alive)$/.test(name));
    return [
      [response.status, ...shown.map(([name, value]) => `${name}: ${value}`)].join(" "),
      ...(await response.text()).split("\n"),
    ].map((each) => this.withoutChance(each));
  }

  private async ask(service: string, operation: string, input: string): Promise<string[]> {
    const before = this.aws.accesses.length;
    const outcome = await this.send(service, operation, this.filled(parse(input)) as object).then(
      (answer) => this.written(answer),
      (error: unknown) => {
        const { message, $metadata } = error as { readonly message: string; readonly $metadata?: object };
        const { status = 0, error: code = "" } = this.aws.calls.at(-1) ?? {};
        return $metadata === undefined ? `not sent: ${message}` : `${status} ${code}: ${message}`;
      },
    );
    const accesses = this.aws.accesses.slice(before).map(({ action, resource, context }) => {
      return ["needs", action, resource, ...Object.values(context)].join(" ");
    });
    return [...accesses, outcome].map((each) => this.withoutChance(each).replaceAll("\n", "\\n"));
  }

  /** A request's input, with the values that it only names. */
  private filled(value: unknown, field = ""): unknown {
    if (typeof value === "string") {
      return value.startsWith("$") ? (this.known[value.slice(1)] ?? value) : value;
    }
    if (Array.isArray(value)) return value.map((each) => this.filled(each));
    if (typeof value !== "object" || value === null) return value;
    const all = Object.entries(value).map(([name, each]) => [name, this.filled(each, name)]);
    const { allow, repeat, times, bytes, date, claims, ...rest } = Object.fromEntries(all) as JsonObject;
    if (isObject(allow)) return JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...allow }] });
    if (typeof repeat === "string") return repeat.repeat(Number(times));
    if (typeof times === "number") return Array.from({ length: times }, (_, i) => ({ Key: `k${i}`, Value: "v" }));
    if (typeof bytes === "string") return Buffer.from(bytes);
    if (typeof date === "string") return new Date(date);
    if (claims !== undefined) return identityToken(claims as Record<string, string>);
    return inJson.test(field) ? JSON.stringify(rest) : rest;
  }

  private async written(answer: JsonObject): Promise<string> {
    const { Body } = answer as { Body?: { transformToString: () => Promise<string> } };
    const body = Body === undefined ? {} : { Body: await Body.transformToString() };
    // Another test shows that answers repeat these two.
    const whole = { ...omit(answer, "$metadata", "requestId", "clientToken"), ...body };
    return JSON.stringify(whole, (name, value: unknown) => {
      if (typeof value === "string") this.known[name] = value;
      return value;
    });
  }

  /** With the same text each time, and without endless repetition. */
  private withoutChance(text: string): string {
    const short = text
      .replace(this.aws.endpoint, "http://local-aws")
      .replace(/(\w)\1{40,}/g, (all, character: string) => `${character}×${all.length}`);
    return short.replace(/(?<!wf-|step-)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|ASIA[0-9A-F]{16}/g, (found) => {
      if (/^(0{8}|12345678)-/.test(found)) return found;
      if (!this.random.includes(found)) this.random.push(found);
      return `random-${this.random.indexOf(found) + 1}`;
    });
  }
}
