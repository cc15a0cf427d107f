import type { Stack } from "./cloudformation/state";
import { newEntity } from "./iam/entities";
import { Bucket } from "./s3/state";
import { newTopic } from "./sns/state";
import type { Scope } from "./world";

/** Something that exists before the first call, as if someone else had created it. Its content is not known. */
export interface ExistingPart {
  readonly kind:
    | "policy"
    | "instance profile"
    | "topic"
    | "bucket"
    | "object"
    | "parent image"
    | "component"
    | "workflow"
    | "role"
    | "event bus"
    | "key"
    | "key pair"
    | "stack";
  /** ARN, name, `s3://` address or reference, as it appears in the stack. */
  readonly name: string;
  /** For a stack only. */
  readonly stack?: Stack;
}

/** Content of an object when it is read: the smallest valid Dockerfile or document of that kind. */
const contents = {
  Dockerfile:
    "FROM {{{ imagebuilder:parentImage }}}\n{{{ imagebuilder:environments }}}\n{{{ imagebuilder:components }}}\n",
  document:
    "schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: nothing\n        action: ExecuteBash\n        inputs:\n          commands: ['true']\n",
};

/** Adds something that already exists, in the scope's account and region. A policy added this way allows everything. */
export function addExisting({ kind, name, stack }: ExistingPart, scope: Scope): void {
  const created = scope.now();
  switch (kind) {
    case "policy": {
      const document = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';
      const [, Path = "/", last = name] = /:policy(\/(?:.*\/)?)([^/]+)$/.exec(name) ?? [];
      const versions = new Map([["v1", { id: "v1", document, created }]]);
      const named = newEntity("policy", "ANPA", last, { Path }, scope);
      scope.iam.policies.set(name, { ...named, arn: name, description: undefined, default: "v1", versions });
      return;
    }
    case "instance profile": {
      const named = newEntity("instance-profile", "AIPA", name, {}, scope);
      scope.iam.profiles.set(name.toLowerCase(), { ...named, role: undefined });
      return;
    }
    case "stack":
      if (stack) scope.stacks.set(name, stack);
      return;
    case "topic":
      scope.sns.topics.set(name, newTopic(name));
      return;
    case "bucket":
    case "object": {
      const [bucketName = "", ...key] = name.replace(/^s3:\/\//, "").split("/");
      const bucket =
        scope.world.buckets.get(bucketName) ?? new Bucket(bucketName, scope.region, scope.accountId, created);
      scope.world.buckets.set(bucketName, bucket);
      const content = /\.ya?ml$/i.test(name) ? contents.document : contents.Dockerfile;
      if (kind === "object") bucket.put(key.join("/"), Buffer.from(content), {}, created);
      return;
    }
    default:
      // All other kinds are only referred to by name, or looked up where they are used.
      scope.world.existing.add(name);
  }
}
