import { createHash } from "node:crypto";
import { isObject, type JsonObject, objects, text } from "../json";
import { type Resource, rowsOf } from "../resource";

export interface ObjectVersion {
  readonly key: string;
  /** "null" if the bucket is not versioned. */
  readonly versionId: string;
  readonly modified: Date;
  /** Absent for a delete marker. */
  readonly content?: {
    readonly body: Buffer;
    readonly etag: string;
    /** What the request said about it: its type, its metadata, … */
    readonly settings: JsonObject;
    tags: ReadonlyMap<string, string>;
  };
}

const allBlocked = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};

export class Bucket {
  /**
   * What was put for each part, by its name in operations (`BucketPolicy`, `BucketVersioning`, …): the members of the
   * request and, next to them, the members of its body.
   */
  public readonly parts = new Map<string, JsonObject>();
  public tags = new Map<string, string>();
  /** Newest first, as S3 lists them. */
  private readonly versions = new Map<string, ObjectVersion[]>();
  private numbered = 0;

  /** @param ownership who owns what others upload; `BucketOwnerEnforced` disables access control lists. */
  public constructor(
    public readonly name: string,
    public readonly region: string,
    public readonly accountId: string,
    public readonly created: Date,
    ownership = "BucketOwnerEnforced",
  ) {
    // The default since April 2023: https://docs.aws.amazon.com/AmazonS3/latest/userguide/create-bucket-faq.html
    this.setPart("PublicAccessBlock", { PublicAccessBlockConfiguration: allBlocked });
    this.setPart("BucketOwnershipControls", { OwnershipControls: { Rules: [{ ObjectOwnership: ownership }] } });
  }

  public setPart(name: string, input: JsonObject): void {
    this.parts.set(name, Object.assign({}, input, ...Object.values(input).filter(isObject)) as JsonObject);
  }

  /** `Enabled` or `Suspended`; undefined if it never had versions. */
  public get versioning(): string | undefined {
    return text({ ...this.parts.get("BucketVersioning") }, "Status");
  }

  public get blocksPublicPolicy(): boolean {
    return this.parts.get("PublicAccessBlock")?.["BlockPublicPolicy"] === true;
  }

  /** Whether access control lists have no effect. */
  public get ownerEnforced(): boolean {
    const rules = objects({ ...this.parts.get("BucketOwnershipControls") }, "Rules");
    return rules.some(({ ObjectOwnership }) => ObjectOwnership === "BucketOwnerEnforced");
  }

  public put(
    key: string,
    body: Buffer,
    settings: JsonObject,
    now: Date,
    tags: ReadonlyMap<string, string> = new Map(),
  ): ObjectVersion {
    const etag = `"${createHash("md5").update(body).digest("hex")}"`;
    return this.add({ key, versionId: this.nextVersionId(), modified: now, content: { body, etag, settings, tags } });
  }

  /**
   * Returns the version that a GET without a version id returns; undefined if there is none, or only a delete marker.
   */
  public current(key: string): ObjectVersion | undefined {
    const [newest] = this.versions.get(key) ?? [];
    return newest?.content === undefined ? undefined : newest;
  }

  public version(key: string, versionId: string): ObjectVersion | undefined {
    return this.versions.get(key)?.find((each) => each.versionId === versionId);
  }

  /**
   * Deletes one version permanently or, if no version is given, acts like a plain DELETE: with versioning, it adds a
   * marker.
   */
  public remove(key: string, versionId: string | undefined, now: Date): ObjectVersion | undefined {
    if (versionId === undefined && this.versioning !== undefined) {
      return this.add({ key, versionId: this.nextVersionId(), modified: now });
    }
    const gone = this.version(key, versionId ?? "null");
    this.drop(key, versionId ?? "null");
    return gone;
  }

  /** Every version and marker, by key, newest first. */
  public all(prefix = ""): ObjectVersion[] {
    return [...this.versions.keys()]
      .filter((key) => key.startsWith(prefix))
      .sort()
      .flatMap((key) => this.versions.get(key) ?? []);
  }

  public isLatest(version: ObjectVersion): boolean {
    return this.versions.get(version.key)?.[0] === version;
  }

  public isEmpty(): boolean {
    return this.versions.size === 0;
  }

  public rows(): Resource[] {
    const row = rowsOf("s3", this.region);
    return [
      row("bucket", this.name),
      ...this.all().map(({ key, content, versionId: version }) =>
        row(content === undefined ? "delete marker" : "object", `${this.name}/${key}`, { version }),
      ),
    ];
  }

  private nextVersionId(): string {
    return this.versioning === "Enabled" ? `v${String(++this.numbered).padStart(31, "0")}` : "null";
  }

  private add(version: ObjectVersion): ObjectVersion {
    // There is at most one "null" version.
    if (version.versionId === "null") this.drop(version.key, "null");
    this.versions.set(version.key, [version, ...(this.versions.get(version.key) ?? [])]);
    return version;
  }

  private drop(key: string, versionId: string): void {
    const left = (this.versions.get(key) ?? []).filter((each) => each.versionId !== versionId);
    if (left.length === 0) this.versions.delete(key);
    else this.versions.set(key, left);
  }
}
