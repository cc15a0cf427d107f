import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { AskedAccess } from "./access-policy";
import { Clock } from "./clock";
import { registry } from "./ecr/layers";
import { advanceExpiry } from "./ecr/expiry";
import type { Delivery } from "./events/state";
import { addExisting, type ExistingPart } from "./existing";
import { AwsError, NotImplementedHere } from "./errors";
import type { Call, Fault, Faults } from "./faults";
import { readRequest, send, sendHalf, signedFor, statusOfRefusal } from "./http";
import { deliver } from "./events/delivery";
import { advanceBuilds } from "./imagebuilder/builds";
import { advanceSchedules } from "./imagebuilder/pipelines";
import type { Asked, Service } from "./service";
import type { HttpRequest, Reply } from "./messages";
import type { Resource } from "./resource";
import { services } from "./services";
import { type ScanResult, type Scope, World } from "./world";

export interface LocalAwsOptions {
  /**
   * The account of callers whose access key id is not itself an account id (twelve digits).
   * @default "111122223333"
   */
  readonly accountId?: string;
  /**
   * Simulated seconds for each real one.
   * @default 800: a build of 20 minutes takes 1.5 s
   */
  readonly speed?: number;
  /** Days in the past at which its time starts, which then never runs ahead of the real time. @default 0: it does */
  readonly daysAgo?: number;
  /**
   * Simulated minutes that a build takes, tests and distribution included.
   * @default 20
   */
  readonly buildMinutes?: number;
  /** Whether pipelines run when their schedules say so. @default false: days pass while anybody waits for a build */
  readonly schedules?: boolean;
  /** Why the builds of these recipes fail, by the recipe's name. */
  readonly failBuilds?: Readonly<Record<string, string>>;
  /** What scans find, by the repository's name. @default nothing */
  readonly scans?: Readonly<Record<string, ScanResult>>;
  /** Real milliseconds that each call takes at least. @default 0 */
  readonly latency?: number;
  readonly faults?: Faults;
  /** Where it listens. @default a free one */
  readonly port?: number;
  /** What exists from the start: the {@link LocalAws.snapshot} of another one. */
  readonly from?: Buffer;
  /** Called with every call once it is answered. */
  readonly onCall?: (call: LoggedCall) => void;
}

/** A call and its result. */
export interface LoggedCall extends Call {
  /** HTTP status; 0 where the connection was reset instead. */
  readonly status: number;
  /** Error code, such as `ResourceDependencyException`. */
  readonly error: string | undefined;
  readonly fault: Fault["kind"] | undefined;
  /** Real milliseconds since the local AWS started. */
  readonly at: number;
}

export interface LocalAws {
  /** `http://127.0.0.1:<port>`, the value for `AWS_ENDPOINT_URL`. */
  readonly endpoint: string;
  readonly clock: Clock;
  /** Every call so far, in the order in which they were answered. */
  readonly calls: readonly LoggedCall[];
  /**
   * What was asked for and is not implemented here: an operation, `imagebuilder:CreateWorkflow`, or a parameter,
   * `ecr:CreateRepository imageTagMutabilityExclusionFilters`.
   */
  readonly unknownCalls: readonly string[];
  /** All that roles asked for, whether it was allowed or not. */
  readonly accesses: readonly AskedAccess[];
  /** What rules of EventBridge started, or could not. */
  readonly deliveries: readonly Delivery[];
  /** May be changed between calls. */
  accountId: string;
  /** May be changed between calls. */
  faults: Faults | undefined;
  /** By the recipe's name; may be changed between builds. */
  failBuilds: Readonly<Record<string, string>>;
  /** Folders with images that `buildah push … dir:` wrote, by the name of the recipe whose builds make them. */
  builtImages: Readonly<Record<string, string>>;
  /** Lets something exist that somebody else made. */
  exists(part: ExistingPart, accountId: string, region: string): void;
  /** Everything that still exists, of all accounts and regions. */
  remaining(): Resource[];
  /** Everything that exists, states in S3 included, for another local AWS to start {@link LocalAwsOptions.from}. */
  snapshot(): Buffer;
  close(): Promise<void>;
}

/** Starts an AWS of a few services on a free port of this machine, reachable from this machine only. */
export async function startLocalAws(options: LocalAwsOptions = {}): Promise<LocalAws> {
  const started = Date.now();
  const calls: LoggedCall[] = [];
  const unknownCalls: string[] = [];
  const clock = new Clock(options.speed ?? 800, options.daysAgo);
  const builds = {
    minutes: options.buildMinutes ?? 20,
    failure: (recipe: string) => local.failBuilds[recipe],
    folder: (recipe: string) => local.builtImages[recipe],
  };
  const world = new World(clock, builds, deliver);
  const catchUp = () => {
    if (options.schedules === true) advanceSchedules(world);
    advanceBuilds(world);
    advanceExpiry(world);
  };
  if (options.from !== undefined) world.restore(options.from);
  let count = 0;

  const serve = async (incoming: IncomingMessage, response: ServerResponse) => {
    const refusal = statusOfRefusal(incoming);
    if (refusal !== undefined) {
      send(response, { status: refusal, body: "" }, "");
      return;
    }
    const request = await readRequest(incoming);
    const signature = signedFor(request);
    const service = signature.service === registry.name ? registry : services.get(signature.service);
    if (service === undefined) {
      unknownCalls.push(`${signature.service}:${request.method} ${request.path}`);
      send(response, { status: 404, body: "" }, "");
      return;
    }
    const caller = world.sessions.get(signature.accessKey);
    const accountId =
      caller?.accountId ?? (/^\d{12}$/.test(signature.accessKey) ? signature.accessKey : local.accountId);
    const scope = world.scope(accountId, signature.region, caller);
    const { asked, refused } = readAs(service, request);
    const call: Call = {
      number: ++count,
      service: service.name,
      operation: asked.operation,
      region: signature.region,
      account: accountId,
      invocation: request.headers["amz-sdk-invocation-id"],
      attempt: Number(/attempt=(\d+)/.exec(request.headers["amz-sdk-request"] ?? "")?.[1] ?? 1),
    };
    const fault = local.faults?.(call);
    if (options.latency !== undefined) await sleep(options.latency);
    const log = (status: number, error?: string) => {
      const logged = { ...call, status, error, fault: fault?.kind, at: Date.now() - started };
      calls.push(logged);
      options.onCall?.(logged);
    };
    const reset = () => {
      log(0);
      incoming.socket.resetAndDestroy();
    };

    if (fault?.kind === "reset-before-effect") {
      reset();
      return;
    }
    if (fault?.kind === "hook" && fault.when === "before") await fault.run();
    let result: { reply: Reply; error?: string };
    if (fault?.kind === "throttle") result = refuse(service, throttled(service, fault.code), scope);
    else if (fault?.kind === "internal-error") result = refuse(service, service.broken, scope);
    else if (refused !== undefined) result = refuse(service, refused, scope);
    else {
      catchUp();
      result = answer(service, asked, scope, unknownCalls);
    }
    if (fault?.kind === "hook" && fault.when === "after") await fault.run();
    if (fault?.kind === "reset-after-effect") {
      reset();
      return;
    }
    log(result.reply.status, result.error);
    if (fault?.kind === "cut") {
      sendHalf(response, result.reply);
      return;
    }
    send(response, result.reply, scope.requestId);
  };

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      // A mistake of this program's: loud on both sides, and never mistaken for an answer of AWS's.
      unknownCalls.push(`crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      incoming.socket.destroy();
    });
  });
  // Node ends an idle connection after five seconds, at which a client may just be sending its next request.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  world.endpoint = `http://127.0.0.1:${port}`;
  world.scans = options.scans ?? {};

  const local: LocalAws = {
    endpoint: world.endpoint,
    clock,
    calls,
    unknownCalls,
    accesses: world.accesses,
    deliveries: world.deliveries,
    accountId: options.accountId ?? "111122223333",
    faults: options.faults,
    failBuilds: options.failBuilds ?? {},
    builtImages: {},
    remaining: () => {
      catchUp();
      return world.remaining();
    },
    exists: (part, accountId, region) => {
      addExisting(part, world.scope(accountId, region));
    },
    snapshot: () => world.snapshot(),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return local;
}

function readAs(service: Service, request: HttpRequest): { asked: Asked; refused?: AwsError } {
  try {
    return { asked: service.read(request) };
  } catch (error) {
    if (error instanceof AwsError) return { asked: { operation: "" }, refused: error };
    throw error;
  }
}

function answer(
  service: Service,
  asked: Asked,
  scope: Scope,
  unknownCalls: string[],
): { reply: Reply; error?: string } {
  if (asked.answer === undefined) {
    unknownCalls.push(`${service.name}:${asked.operation}`);
    return refuse(service, service.unknown(asked.operation), scope);
  }
  try {
    return { reply: asked.answer(scope) };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (error instanceof NotImplementedHere) {
      unknownCalls.push(...error.parameters.map((parameter) => `${service.name}:${asked.operation} ${parameter}`));
    }
    return refuse(service, error, scope);
  }
}

function refuse(service: Service, error: AwsError, scope: Scope): { reply: Reply; error: string } {
  return { reply: service.refuse(error, scope.requestId), error: error.code };
}

function throttled({ throttled: usual }: Service, code = usual.code): AwsError {
  return new AwsError(code, usual.message, usual.status);
}
