import { createServer, type IncomingMessage, type Server as HttpServer, type ServerResponse } from "node:http";
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
import { readRequest, send, sendHalf, type Signature, signedFor, statusOfRefusal } from "./http";
import { GenericServices } from "./generic/service";
import { kindOf } from "./generic/state";
import { deliver } from "./events/delivery";
import { advanceBuilds } from "./imagebuilder/builds";
import { advanceSchedules } from "./imagebuilder/pipelines";
import type { Asked, Service } from "./service";
import type { HttpRequest, Reply } from "./messages";
import type { Resource } from "./resource";
import { s3 } from "./s3/service";
import { services } from "./services";
import { type ScanResult, type Scope, World } from "./world";

export interface LocalAwsOptions {
  /**
   * The account of callers whose access key id is not itself an account id (twelve digits).
   * @default "111122223333"
   */
  readonly accountId?: string;
  /**
   * Simulated seconds per real second.
   * @default 800: a 20-minute build takes 1.5 s
   */
  readonly speed?: number;
  /** How many days ago its clock starts; such a clock never runs ahead of real time. @default 0: it runs ahead */
  readonly daysAgo?: number;
  /**
   * Simulated minutes that a build takes, including tests and distribution.
   * @default 20
   */
  readonly buildMinutes?: number;
  /** Whether pipelines run on schedule. @default false: days pass while someone waits for a build */
  readonly schedules?: boolean;
  /** Why the builds of these recipes fail, by recipe name. */
  readonly failBuilds?: Readonly<Record<string, string>>;
  /** What scans find, by repository name. @default nothing */
  readonly scans?: Readonly<Record<string, ScanResult>>;
  /** Minimum duration of each call, in real milliseconds. @default 0 */
  readonly latency?: number;
  readonly faults?: Faults;
  /** Port to listen on. @default a free one */
  readonly port?: number;
  /** What exists from the start: another local AWS's {@link LocalAws.snapshot}. */
  readonly from?: Buffer;
  /** Called after every response. */
  readonly onCall?: (call: LoggedCall) => void;
}

/** A call and its result. */
export interface LoggedCall extends Call {
  /** HTTP status; 0 if the connection was reset instead. */
  readonly status: number;
  /** Error code, such as `ResourceDependencyException`. */
  readonly error: string | undefined;
  readonly fault: Fault["kind"] | undefined;
  /** Real milliseconds since the local AWS started. */
  readonly at: number;
}

/** Starts a local AWS with a few services on a free port on this machine, reachable only from this machine. */
export async function startLocalAws(options: LocalAwsOptions = {}): Promise<LocalAws> {
  const http = createServer();
  // By default, Node closes an idle connection after five seconds, just when a client may send its next request.
  http.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => http.listen(options.port ?? 0, "127.0.0.1", resolve));
  return new LocalAws(http, options);
}

export class LocalAws {
  /** `http://127.0.0.1:<port>`, the value for `AWS_ENDPOINT_URL`. */
  public readonly endpoint: string;
  public readonly clock: Clock;
  /** Every call so far, in the order in which responses were sent. */
  public readonly calls: LoggedCall[] = [];
  /**
   * Requests for things that are not implemented here: an operation, `imagebuilder:CreateWorkflow`, or a parameter,
   * `ecr:CreateRepository imageTagMutabilityExclusionFilters`.
   */
  public readonly unknownCalls: string[] = [];
  /** Every access that roles requested, whether or not it was allowed. */
  public readonly accesses: readonly AskedAccess[];
  /** What EventBridge rules started, or could not start. */
  public readonly deliveries: readonly Delivery[];
  /** May be changed between calls. */
  public accountId: string;
  /** May be changed between calls. */
  public faults: Faults | undefined;
  /** By recipe name; may be changed between builds. */
  public failBuilds: Readonly<Record<string, string>>;
  /** Folders with images written by `buildah push … dir:`, by the name of the recipe whose builds produce them. */
  public builtImages: Readonly<Record<string, string>> = {};
  private readonly started = Date.now();
  private readonly world: World;
  private readonly genericServices = new GenericServices();
  private count = 0;

  public constructor(
    private readonly http: HttpServer,
    private readonly options: LocalAwsOptions,
  ) {
    this.clock = new Clock(options.speed ?? 800, options.daysAgo);
    this.accountId = options.accountId ?? "111122223333";
    this.faults = options.faults;
    this.failBuilds = options.failBuilds ?? {};
    const builds = {
      minutes: options.buildMinutes ?? 20,
      failure: (recipe: string) => this.failBuilds[recipe],
      folder: (recipe: string) => this.builtImages[recipe],
    };
    this.world = new World(this.clock, builds, deliver);
    ({ accesses: this.accesses, deliveries: this.deliveries } = this.world);
    this.endpoint = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    this.world.endpoint = this.endpoint;
    this.world.scans = options.scans ?? {};
    if (options.from !== undefined) this.world.restore(options.from);
    http.on("request", (incoming, response) => {
      this.serve(incoming, response).catch((error: unknown) => {
        // A bug in this program: both the server and the client notice it, and it is never mistaken for a response from
        // AWS.
        this.unknownCalls.push(`crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        incoming.socket.destroy();
      });
    });
  }

  /** What was created and nobody wrote by hand, by service and kind: `ssm parameter`. */
  public get generic(): readonly string[] {
    const all = [...this.world.scopes()].flatMap((scope) => [...scope.generic.known.values()]);
    return [...new Set(all.map((thing) => `${thing.service} ${kindOf(thing)}`))].sort();
  }

  /** Makes something exist as if someone else had created it. */
  public exists(part: ExistingPart, accountId: string, region: string): void {
    addExisting(part, this.world.scope(accountId, region));
  }

  /** Everything that still exists, in all accounts and regions. */
  public remaining(): Resource[] {
    this.catchUp();
    return this.world.remaining();
  }

  /** Everything that exists, including states in S3, to pass as {@link LocalAwsOptions.from} to another local AWS. */
  public snapshot(): Buffer {
    return this.world.snapshot();
  }

  public async close(): Promise<void> {
    await new Promise<unknown>((resolve) => {
      this.http.close(resolve);
      this.http.closeAllConnections();
    });
  }

  /** Runs everything that is due by now. */
  private catchUp(): void {
    if (this.options.schedules === true) advanceSchedules(this.world);
    advanceBuilds(this.world);
    advanceExpiry(this.world);
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = statusOfRefusal(incoming);
    if (refusal !== undefined) {
      send(response, { status: refusal, body: "" }, "");
      return;
    }
    const request = await readRequest(incoming);
    const signature = signedFor(request);
    const scope = this.scopeOf(signature);
    const { service, asked } = this.readBy(request, signature.service, scope);
    if (service === undefined || asked === undefined) {
      this.unknownCalls.push(`${signature.service}:${request.method} ${request.path}`);
      send(response, { status: 404, body: "" }, "");
      return;
    }
    const call = this.callOf(request, service, asked, scope);
    const fault = this.faults?.(call);
    if (this.options.latency !== undefined) await sleep(this.options.latency);
    const result = await this.underFault(fault, () => this.resultOf(service, asked, scope, fault));
    this.log({ ...call, status: result?.reply.status ?? 0, error: result?.error, fault: fault?.kind });
    if (result === undefined) incoming.socket.resetAndDestroy();
    else if (fault?.kind === "cut") sendHalf(response, result.reply);
    else send(response, result.reply, scope.requestId);
  }

  /** Reads a request. What nobody wrote by hand, of any service but S3, is answered from AWS's API model alone. */
  private readBy(request: HttpRequest, name: string, scope: Scope) {
    const service = name === registry.name ? registry : services.get(name);
    const asked = service?.read(request);
    const isByHand = asked?.answer !== undefined && !isOfThing(request, asked, scope);
    const generic =
      isByHand || service === registry || service === s3 ? undefined : this.genericServices.of(name, request);
    return generic === undefined ? { service, asked } : { service: generic, asked: generic.read(request) };
  }

  /** The account and region of a request, from its signature. */
  private scopeOf({ accessKey, region }: Signature): Scope {
    const caller = this.world.sessions.get(accessKey);
    const accountId = caller?.accountId ?? (/^\d{12}$/.test(accessKey) ? accessKey : this.accountId);
    return this.world.scope(accountId, region, caller);
  }

  private callOf({ headers }: HttpRequest, service: Service, { operation }: Asked, scope: Scope): Call {
    return {
      number: ++this.count,
      service: service.name,
      operation,
      region: scope.region,
      account: scope.accountId,
      invocation: headers["amz-sdk-invocation-id"],
      attempt: Number(/attempt=(\d+)/.exec(headers["amz-sdk-request"] ?? "")?.[1] ?? 1),
    };
  }

  /** Returns the response to a call, or `undefined` if the connection is reset instead, before or after its effect. */
  private async underFault(fault: Fault | undefined, work: () => Result): Promise<Result | undefined> {
    if (fault?.kind === "reset-before-effect") return undefined;
    if (fault?.kind === "hook" && fault.when === "before") await fault.run();
    const result = work();
    if (fault?.kind === "hook" && fault.when === "after") await fault.run();
    return fault?.kind === "reset-after-effect" ? undefined : result;
  }

  private resultOf(service: Service, asked: Asked, scope: Scope, fault: Fault | undefined): Result {
    const { throttled, broken } = service;
    if (fault?.kind === "throttle") {
      return refuse(service, new AwsError(fault.code ?? throttled.code, throttled.message, throttled.status), scope);
    }
    if (fault?.kind === "internal-error") return refuse(service, broken, scope);
    this.catchUp();
    return answer(service, asked, scope, this.unknownCalls);
  }

  private log(call: Omit<LoggedCall, "at">): void {
    const logged = { ...call, at: Date.now() - this.started };
    this.calls.push(logged);
    this.options.onCall?.(logged);
  }
}

/** A response, and its error code. */
interface Result {
  readonly reply: Reply;
  readonly error?: string;
}

/** Whether a request is about the tags of something generic, in a service that tags its own things only. */
function isOfThing({ path, body }: HttpRequest, { operation }: Asked, { generic }: Scope): boolean {
  if (!/tag/i.test(operation)) return false;
  const text = path + body.toString("utf8");
  return [...generic.things].some(({ arn }) => text.includes(arn) || text.includes(encodeURIComponent(arn)));
}

function answer(service: Service, asked: Asked, scope: Scope, unknownCalls: string[]): Result {
  try {
    if (asked.answer === undefined) throw new NotImplementedHere(asked.operation);
    return { reply: asked.answer(scope) };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (error instanceof NotImplementedHere) {
      const call = `${service.name}:${asked.operation}`;
      unknownCalls.push(
        ...(error.parameters.length === 0 ? [call] : error.parameters.map((each) => `${call} ${each}`)),
      );
    }
    return refuse(service, error, scope);
  }
}

function refuse(service: Service, error: AwsError, scope: Scope): Result {
  return { reply: service.refuse(error, scope.requestId), error: error.code };
}
