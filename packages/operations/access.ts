import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { ECRClient, type ECRClientConfig } from "@aws-sdk/client-ecr";
import { ImagebuilderClient } from "@aws-sdk/client-imagebuilder";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { EnvironmentDescription } from "@pipelines/image-definition/environment-description";
import { failure, withPlace } from "./failure";

/** Which credentials to use, and the AWS endpoint. @default what the AWS CLI would use */
export type ClientSettings = Pick<
  ECRClientConfig,
  "credentials" | "endpoint" | "profile" | "maxAttempts" | "retryMode"
>;

/** Loads the clients. The SDK is otherwise loaded at the first use, which takes about 0.2 s. */
export function loadClients(): unknown[] {
  return [ECRClient, ImagebuilderClient, CloudWatchLogsClient, STSClient].map(({ name }) => name);
}

/** Clients for one environment's services. The account of the credentials is checked before any other call. */
export class Access {
  public readonly ecr: ECRClient;
  public readonly imageBuilder: ImagebuilderClient;
  public readonly logs: CloudWatchLogsClient;
  private readonly sts: STSClient;
  /** Settings for every client. */
  public readonly config: ClientSettings & { readonly region: string };
  private caller: Promise<string> | undefined;
  private ownCalls = 0;
  private readonly others = new Map<string, Access>();

  public constructor(
    public readonly place: EnvironmentDescription,
    private readonly settings: ClientSettings = {},
  ) {
    // Adaptive: after a throttled call, later ones are sent more slowly.
    const common = { region: place.region, retryMode: "adaptive", maxAttempts: 8, ...settings };
    const chain = new STSClient(common).config.credentials;
    // Shared by all clients; otherwise, each of them would assume the role again, or ask the user for a code again.
    const config = {
      ...common,
      credentials: () => credentialsOf(chain, settings.profile ?? process.env["AWS_PROFILE"]),
    };
    this.config = config;
    // All middleware is added below, so the SDK need not put it in order for every call.
    const own = { ...config, cacheMiddleware: true };
    this.ecr = new ECRClient(own);
    this.imageBuilder = new ImagebuilderClient(own);
    this.logs = new CloudWatchLogsClient(own);
    this.sts = new STSClient(own);
    // Each client has its own types for middleware, which differ only in the calls. Requests are counted in the step
    // closest to the network, which every attempt passes through.
    const clients = [this.ecr, this.imageBuilder, this.logs, this.sts];
    for (const { middlewareStack } of clients as Pick<ECRClient, "middlewareStack">[]) {
      middlewareStack.add((next) => (args) => this.placed(next(args)), { step: "initialize" });
      middlewareStack.add((next) => (args) => this.counted(next(args)), { step: "finalizeRequest", priority: "low" });
    }
  }

  /** Requests so far, including retries and requests to its other regions. */
  public get calls(): number {
    return [...this.others.values()].reduce((sum, { calls }) => sum + calls, this.ownCalls);
  }

  /** The same account in another region, with the same credentials; this access if no region is given. */
  public in(region: string | undefined): Access {
    if (region === undefined) return this;
    const { settings, config } = this;
    const own = { ...settings, credentials: config.credentials };
    const access = this.others.get(region) ?? new Access({ ...this.place, region }, own);
    this.others.set(region, access);
    return access;
  }

  private async placed<T>(call: Promise<T>): Promise<T> {
    try {
      return await call;
    } catch (error) {
      throw withPlace(error, this.place);
    }
  }

  private counted<T>(call: T): T {
    this.ownCalls++;
    return call;
  }

  /**
   * The caller, as in CloudTrail: a user, or a session name.
   *
   * @throws {OperationFailed} if the credentials are for an account other than the environment's
   */
  public async identify(): Promise<string> {
    this.caller ??= this.ask();
    return this.caller;
  }

  private async ask(): Promise<string> {
    const { account, environment } = this.place;
    const { Account, Arn = "" } = await this.sts.send(new GetCallerIdentityCommand({}));
    if (Account === account) return Arn.split("/").pop() ?? Arn;
    throw failure(
      "IB-OP-ACCOUNT",
      environment,
      `the credentials are for account ${Account ?? "?"} (${Arn})`,
      `credentials for account ${account}, which contains ${environment}`,
      `set AWS_PROFILE, or --profile ${environment}=<profile>`,
    );
  }
}

async function credentialsOf<T>(chain: () => Promise<T>, profile: string | undefined): Promise<T> {
  try {
    return await chain();
  } catch (error) {
    // The cause may be a file, a process or another service; `explained` recognizes the error by this name.
    const reason = error instanceof Error ? error.message : String(error);
    const message = profile === undefined ? reason : `profile ${profile}: ${reason}`;
    throw Object.assign(new Error(message, { cause: error }), { name: "CredentialsProviderError" });
  }
}

/** Returns the items in groups of a hundred, ECR's limit for one call. */
export function hundreds<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / 100) }, (_, n) => items.slice(n * 100, n * 100 + 100));
}

/**
 * Runs `each` for all items, at most `limit` at the same time, and stops at the first failure. Results are in the same
 * order as the items.
 */
export async function inParallel<T, R>(
  items: readonly T[],
  limit: number,
  each: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) results[index] = await each(items[index] as T);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  return results;
}

/** Recognizes a service's exception by name, because classes differ between copies of the SDK. */
export function isNamed(error: unknown, name: string): error is Error & { readonly lastValidByteReceived?: number } {
  return (Object(error) as Partial<Error>).name === name;
}

/** Returns the result of a call; `undefined` if AWS responds with one of these errors. */
export async function unless<T>(names: readonly string[], call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (names.some((name) => isNamed(error, name))) return undefined;
    throw error;
  }
}

/** Returns the items on all pages. */
export async function gather<Page, T>(
  pages: AsyncIterable<Page>,
  itemsOn: (page: Page) => readonly T[] | undefined,
): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(...(itemsOn(page) ?? []));
  return all;
}
