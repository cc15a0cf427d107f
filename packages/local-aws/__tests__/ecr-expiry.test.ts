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
describe("The local ECR expires, as in the examples of its documentation,", () => {
  const one = { countType: "imageCountMoreThan", countNumber: 1 };
  const tagged = (...tagPatternList: string[]) => ({ tagStatus: "tagged", tagPatternList, ...one });

  test("an image that the first rule that selects it expires, and none that it keeps", () => {
    const all = images([10, "beta-1", "prod-1"], [9, "beta-2", "prod-2"], [8, "beta-3"]);
    expect(expired([tagged("prod*"), tagged("beta*")], all)).toEqual(["beta-1,prod-1"]);
    expect(expired([tagged("beta*"), tagged("prod*")], all)).toEqual(["beta-2,prod-2", "beta-1,prod-1"]);
  });

  test("what matches all patterns of a rule, not one of them", () => {
    const all = images([12, "alpha-1"], [11, "beta-1"], [10, "alpha-2", "beta-2"], [9, "alpha-4", "beta-4"]);
    expect(expired([tagged("alpha*", "beta*")], all)).toEqual(["alpha-2,beta-2"]);
  });

  test("any image last, counting those that earlier rules keep", () => {
    const all = images([12, "alpha-1"], [11, "beta-1"], [10, "alpha-2"], [9, "git-hash"]);
    expect(expired([tagged("alpha*"), { tagStatus: "any", ...one }], all)).toEqual(["alpha-1", "beta-1"]);
  });
});

const arbitraryKeep = fc.oneof(
  fc.record({ builds: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ days: fc.integer({ min: 1, max: 30 }) }),
);
const names = ["latest", "3.12", "stable", "edge", "a+b"];
const arbitraryTags = fc.record({
  containerTags: fc.subarray(["latest", "3.12", "a+b"]),
  channels: fc.subarray(["stable", "edge"]),
});
/** Days since the one before, and the tags that move to it, of which some were promised to be kept and some were not. */
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
  }),
  { maxLength: 20 },
);

test("no policy of this project expires a protected image or a build that is to be kept, nor keeps another", () => {
  fc.assert(
    fc.property(arbitraryKeep, arbitraryTags, arbitraryBuilds, (keep, image, builds) => {
      const patterns = protectedTags(image);
      const policy = checkLifecyclePolicy(expiryRules(keep, patterns));
      const holders = new Map<string, Set<string>>();
      let all: ExpirableImage[] = [];
      let time = now.getTime();
      builds.forEach(({ after, moved, history, hasVersion }, index) => {
        time += after * day + 1;
        const tags = new Set<string>(hasVersion ? [`1.0.0-${index}`] : []);
        for (const tag of [...moved, ...history.map((each) => `${each}${index}`)]) {
          holders.get(tag)?.delete(tag);
          holders.set(tag, tags.add(tag));
        }
        all.push({ digest: `sha256:${index}`, pushed: new Date(time), tags });

        const gone = new Set(expiredImages(policy, all, new Date(time)));
        // Written without looking at the policy: what the settings promise.
        const isProtected = ({ tags }: ExpirableImage): boolean =>
          [...tags].some(
            (tag) =>
              [...image.containerTags, ...image.channels].includes(tag) ||
              image.channels.some((channel) => tag.startsWith(`${channel}.`)) ||
              (image.channels.length > 0 && tag.startsWith("revoked.")),
          );
        const newestFirst = all.filter(({ tags }) => tags.size > 0).reverse();
        for (const each of all) {
          const age = (time - each.pushed.getTime()) / day;
          const wanted =
            each.tags.size === 0
              ? age <= 30
              : isProtected(each) || ("builds" in keep ? newestFirst.indexOf(each) < keep.builds : age <= keep.days);
          expect({ ...each, isKept: !gone.has(each) }).toEqual({ ...each, isKept: wanted });
        }
        all = all.filter((each) => !gone.has(each));
      });
    }),
  );
});

test("the local ECR applies a policy a day later, without being asked", async () => {
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
