import { CreateRepositoryCommand, PutImageCommand, PutLifecyclePolicyCommand } from "@aws-sdk/client-ecr";
import fc from "fast-check";
import { expiryRules } from "../../../constructs/expiry-rules";
import { protectedTags } from "@pipelines/image-definition/protected-tags";
import { type ExpirableImage, expiredImages } from "../ecr/expiry";
import { checkLifecyclePolicy } from "../ecr/lifecycle-policy";
import { startLocalAws } from "../local-aws";
import { clientsOf } from "@pipelines/testing/clients";

const day = 86_400_000;
const now = new Date("2026-11-24T12:00:00Z");

function images(...all: readonly (readonly [daysOld: number, ...tags: string[]])[]): ExpirableImage[] {
  return all.map(([daysOld, ...tags], index) => ({
    digest: `sha256:${index}`,
    pushed: new Date(now.getTime() - daysOld * day),
    tags: new Set(tags),
  }));
}

function expired(rules: readonly object[], all: readonly ExpirableImage[]): string[] {
  const policy = JSON.stringify({
    rules: rules.map((selection, index) => ({ rulePriority: index + 1, selection, action: { type: "expire" } })),
  });
  return expiredImages(checkLifecyclePolicy(policy), all, now).map(({ tags }) => [...tags].join());
}

// https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_examples.html
describe("As in the examples in ECR's documentation, the local ECR", () => {
  const one = { countType: "imageCountMoreThan", countNumber: 1 };
  const tagged = (...tagPatternList: string[]) => ({ tagStatus: "tagged", tagPatternList, ...one });

  test("expires an image if the first rule that selects it does, and never one that the rule keeps", () => {
    const all = images([10, "beta-1", "prod-1"], [9, "beta-2", "prod-2"], [8, "beta-3"]);
    expect(expired([tagged("prod*"), tagged("beta*")], all)).toEqual(["beta-1,prod-1"]);
    expect(expired([tagged("beta*"), tagged("prod*")], all)).toEqual(["beta-2,prod-2", "beta-1,prod-1"]);
  });

  test("expires images that match all of a rule's patterns, not just one", () => {
    const all = images([12, "alpha-1"], [11, "beta-1"], [10, "alpha-2", "beta-2"], [9, "alpha-4", "beta-4"]);
    expect(expired([tagged("alpha*", "beta*")], all)).toEqual(["alpha-2,beta-2"]);
  });

  test("takes prefixes for patterns that end with a wildcard", () => {
    const all = images([12, "alpha-1"], [11, "beta-alpha"], [10, "alpha-2", "beta-2"], [9, "beta-3"]);
    const prefixes = (...tagPrefixList: string[]) => ({ tagStatus: "tagged", tagPrefixList, ...one });
    expect(expired([prefixes("alpha")], all)).toEqual(["alpha-1"]);
    expect(expired([prefixes("beta")], all)).toEqual(["alpha-2,beta-2", "beta-alpha"]);
    expect(expired([{ ...prefixes("alpha", "beta"), countNumber: 1 }], all)).toEqual([]);
  });

  test("applies the rule for any image last, counting images that earlier rules keep", () => {
    const all = images([12, "alpha-1"], [11, "beta-1"], [10, "alpha-2"], [9, "git-hash"]);
    expect(expired([tagged("alpha*"), { tagStatus: "any", ...one }], all)).toEqual(["alpha-1", "beta-1"]);
  });
});

const orphans = fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined });
const arbitraryKeep = fc.oneof(
  fc.record({ builds: fc.integer({ min: 1, max: 6 }), orphans }),
  fc.record({ days: fc.integer({ min: 1, max: 30 }), orphans }),
);
const names = ["latest", "3.12", "stable", "edge", "a+b"];
const arbitraryTags = fc.record({
  containerTags: fc.subarray(["latest", "3.12", "a+b"]),
  channels: fc.subarray(["stable", "edge"]),
});
/**
 * Days since the previous build, and the tags that move to this build. The settings promise to keep some of these tags.
 */
const arbitraryBuilds = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 10 }),
    moved: fc.subarray(names),
    history: fc.subarray([
      "stable.20261124T150405123Z.me",
      "revoked.20261124T150405123Z.me.why",
      "stabler",
      "latest-1",
    ]),
    hasVersion: fc.boolean(),
    /** What is pushed along with the image: a signature with a tag, or one that refers to the image. */
    attached: fc.subarray(["tag", "referrer"]),
  }),
  { maxLength: 20 },
);

/** The rules that this project used for a repository before it added one for signatures. */
function formerRules(
  keep: { readonly builds: number } | { readonly days: number },
  patterns: readonly string[],
): string {
  const since = (countNumber: number) => ({ countType: "sinceImagePushed", countUnit: "days", countNumber });
  const more = (countNumber: number) => ({ countType: "imageCountMoreThan", countNumber });
  const selections = [
    ...patterns.map((tag) => ({ tagStatus: "tagged", tagPatternList: [tag], ...more(100_000) })),
    { tagStatus: "untagged", ...since(30) },
    { tagStatus: "tagged", tagPatternList: ["*"], ...("builds" in keep ? more(keep.builds) : since(keep.days)) },
  ];
  const rules = selections.map((selection, index) => ({
    rulePriority: index + 1,
    selection,
    action: { type: "expire" },
  }));
  return JSON.stringify({ rules });
}

test("this project's policies never expire a protected image or a build that must be kept, and expire all others", () => {
  fc.assert(
    fc.property(arbitraryKeep, arbitraryTags, arbitraryBuilds, (keep, image, builds) => {
      const patterns = protectedTags(image);
      const policy = checkLifecyclePolicy(expiryRules(keep, patterns));
      const holders = new Map<string, Set<string>>();
      let all: ExpirableImage[] = [];
      let time = now.getTime();
      builds.forEach(({ after, moved, history, hasVersion, attached }, index) => {
        time += after * day + 1;
        const tags = new Set<string>(hasVersion ? [`1.0.0-${index}`] : []);
        for (const tag of [...moved, ...history.map((each) => `${each}${index}`)]) {
          holders.get(tag)?.delete(tag);
          holders.set(tag, tags.add(tag));
        }
        const pushed = new Date(time);
        const subject = `sha256:${index}`;
        all.push({ digest: subject, pushed, tags });
        for (const kind of attached) {
          time++;
          const signature = { digest: `sha256:${kind}-${index}`, pushed: new Date(time) };
          if (kind === "tag") all.push({ ...signature, tags: new Set([`sha256-${index}.sig`]) });
          else all.push({ ...signature, tags: new Set(), subject });
        }

        const gone = new Set(expiredImages(policy, all, new Date(time)));
        // Derived from the settings' promises, without looking at the policy.
        const has = (each: ExpirableImage, pattern: RegExp): boolean => [...each.tags].some((tag) => pattern.test(tag));
        const isProtected = ({ tags }: ExpirableImage): boolean =>
          [...tags].some(
            (tag) =>
              [...image.containerTags, ...image.channels].includes(tag) ||
              image.channels.some((channel) => tag.startsWith(`${channel}.`)) ||
              (image.channels.length > 0 && tag.startsWith("revoked.")),
          );
        const newestFirst = all.filter(({ tags }) => tags.size > 0).reverse();
        const newestBuilds = newestFirst.filter((each) => has(each, /^1\.0\.0-/));
        const wantedOf = (each: ExpirableImage): boolean => {
          const age = (time - each.pushed.getTime()) / day;
          if (each.subject !== undefined) {
            const about = all.find(({ digest }) => digest === each.subject);
            return about === undefined ? age <= 30 : wantedOf(about);
          }
          if (each.tags.size === 0) return age <= 30;
          if (isProtected(each)) return true;
          if (has(each, /^sha256-/)) return keep.orphans === undefined || age <= keep.orphans;
          if ("days" in keep) return age <= keep.days;
          const among = newestBuilds.includes(each) ? newestBuilds : newestFirst;
          return among.indexOf(each) < keep.builds;
        };
        for (const each of all)
          expect({ ...each, isKept: !gone.has(each) }).toEqual({ ...each, isKept: wantedOf(each) });
        if (keep.orphans === undefined) {
          const before = expiredImages(formerRules(keep, patterns), all, new Date(time));
          expect([...gone].filter((each) => !before.includes(each))).toEqual([]);
        }
        all = all.filter((each) => !gone.has(each));
      });
    }),
  );
});

test("the local ECR applies a policy a day later, on its own", async () => {
  const aws = await startLocalAws();
  const { ecr } = clientsOf(aws);
  const repositoryName = "web";
  await ecr.send(new CreateRepositoryCommand({ repositoryName }));
  const lifecyclePolicyText = expiryRules({ builds: 1 }, ["latest"]);
  await ecr.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText }));
  for (const imageTag of ["latest", "1.0.0-2", "1.0.0-3"]) {
    const imageManifest = JSON.stringify({ schemaVersion: 2, layers: [], annotations: { imageTag } });
    await ecr.send(new PutImageCommand({ repositoryName, imageTag, imageManifest }));
    aws.clock.skip(60);
  }
  const tags = () => aws.remaining().flatMap(({ kind, version }) => (kind === "image" ? [version] : []));
  expect(tags()).toEqual(["latest", "1.0.0-2", "1.0.0-3"]);
  aws.clock.skip(24 * 60);
  expect(tags()).toEqual(["latest", "1.0.0-3"]);
  await aws.close();
});
