import { type At, error, type Finding, warning } from "@pipelines/findings/finding";
import { checkDockerfileTemplate } from "@pipelines/image-checks/dockerfile-template";
import { checkContainerTag, checkPartName, checkRepositoryName, checkS3Uri } from "@pipelines/image-checks/names";
import { checkParentImage } from "@pipelines/image-checks/parent-image";
import { checkSchedule } from "@pipelines/image-checks/schedule";
import { checkTags } from "@pipelines/image-checks/tags";
import { quote } from "@pipelines/findings/text";
import { checkTimeZone } from "@pipelines/image-checks/time-zone";
import { checkBuildInstance } from "./check-build-instance";
import { checkChannels } from "./check-channels";
import { checkComponents } from "./check-components";
import { checkConsumers } from "./check-consumers";
import { checkPackages } from "./check-packages";
import { checkWorkflows } from "./check-workflows";
import { checkLength, checkText } from "./check-length";
import type { Image } from "./image";
import { protectedTags } from "./protected-tags";

/** Reports everything that is wrong with an image itself, regardless of the environment that builds it. */
export function checkImage(image: Omit<Image, "findings">): Finding[] {
  const at = (field: string): At => ({ file: image.file, field });
  return [
    ...checkPartName("the image's name", image.name, at("name"), (name) => `rename the folder to images/${name}`),
    ...checkLength(image.description, 1, 1024, at("description")),
    ...(image.parentImage === undefined
      ? []
      : [
          // An empty one is no reference either.
          ...(image.parentImage === "" ? [] : checkLength(image.parentImage, 1, 1024, at("parentImage"))),
          ...checkParentImage(image.parentImage, at("parentImage")),
        ]),
    ...checkLength(image.workingDirectory, 1, 1024, at("workingDirectory")),
    ...checkPlatform(image),
    ...checkRepositoryName(image.repository, at("repository")),
    ...checkExistingRepository(image),
    ...image.containerTags.flatMap((tag, index) => checkContainerTag(tag, at(`containerTags[${index}]`))),
    ...checkMutability(image),
    ...checkChannels(image),
    ...checkProtectedTags(image),
    ...checkConsumers(image.consumers, at("consumers")),
    ...checkImageSchedule(image),
    ...checkTags(image.tags, at("tags")),
    ...checkComponents(image),
    ...checkPackages(image),
    ...checkWorkflows(image),
    ...checkLength(image.distributionDescription, 1, 1024, at("distributionDescription")),
    ...("uri" in image.dockerfile
      ? checkS3Uri(image.dockerfile.uri, at("dockerfile"))
      : [
          ...checkDockerfileTemplate({ ...image.dockerfile, hasComponents: image.components.length > 0 }),
          ...checkText(image.dockerfile),
        ]),
    ...checkBuildInstance(image),
  ];
}

/** An image built by Image Builder knows its own platform; any other image comes from a registry. */
export function isImageBuilderArn(parentImage: string | undefined): parentImage is string {
  return parentImage !== undefined && /^arn:[^:]+:imagebuilder:/.test(parentImage);
}

function checkPlatform({ file, platform, parentImage, parent }: Omit<Image, "findings">): Finding[] {
  if (platform !== "Windows" || isImageBuilderArn(parentImage)) return [];
  return [
    error({ file, field: "platform" }, "IB-WINDOWS-PARENT", {
      found: `Windows on ${quote(String(parent?.image ?? parentImage))}, which is not an Image Builder image`,
      allowed:
        "Windows on the ARN of an Image Builder image: any other needs an OS version override, " +
        "which the AWS provider cannot express (imagebuilder_container_recipe has no such attribute)",
    }),
  ];
}

/**
 * An environment may use a different repository than the definition. In that environment, the definition's repository
 * settings have no effect.
 */
function checkExistingRepository(image: Omit<Image, "findings">): Finding[] {
  const { file, repository, repositoryExists, overridden } = image;
  const isGiven = (field: "keep" | "consumers"): boolean =>
    image[field] !== undefined && (overridden.includes(field) || !overridden.includes("repository"));
  if (!repositoryExists) return [];
  return (["keep", "consumers"] as const).filter(isGiven).map((field) =>
    error({ file, field }, "IB-REPOSITORY-OWNER", {
      found: `${field} for the existing repository ${quote(repository)}`,
      allowed: "none: the owner of an existing repository controls its policy, retention and deletion",
      fix: `leave ${field} out, or write repository: ${quote(repository)} for a repository that the project creates`,
    }),
  );
}

function checkMutability({ file, imageTagMutability, containerTags }: Omit<Image, "findings">): Finding[] {
  if (imageTagMutability === "MUTABLE" || containerTags.length === 0) return [];
  return [
    error({ file, field: "containerTags" }, "IB-TAG-IMMUTABLE", {
      found: `the fixed ${containerTags.length === 1 ? "tag" : "tags"} ${containerTags.map(quote).join(", ")} in a repository whose tags are immutable`,
      allowed: "no fixed tags there: the second build would fail to push, because the tag exists",
      fix: 'write containerTags: [], and pull by build version (1.0.0-1), or imageTagMutability: "MUTABLE"',
    }),
  ];
}

/** A lifecycle policy has at most 50 rules; four are for images without a protected tag. */
const mostProtectedTags = 46;

function checkProtectedTags(image: Omit<Image, "findings">): Finding[] {
  const count = protectedTags(image).length;
  if (count <= mostProtectedTags) return [];
  return [
    error({ file: image.file, field: "containerTags" }, "IB-TAG-PROTECTED", {
      found: `${count} tags whose images are kept forever`,
      allowed: `at most ${mostProtectedTags}: each needs one rule in the repository's lifecycle policy, a channel needs two, and all channels together need one more`,
    }),
  ];
}

function checkImageSchedule({ file, schedule }: Omit<Image, "findings">): Finding[] {
  if (schedule === undefined || schedule === null) return [];
  return checkScheduleSetting(schedule, { file, field: "schedule" });
}

/** Checks the schedule of an image or an environment: its expression and time zone. */
export function checkScheduleSetting(schedule: NonNullable<Image["schedule"]>, at: At): Finding[] {
  if (typeof schedule === "string") return checkExpression(schedule, at);
  const findings = checkExpression(schedule.expression, { ...at, field: "schedule.expression" });
  if (schedule.timezone !== undefined) {
    findings.push(...checkTimeZone(schedule.timezone, { ...at, field: "schedule.timezone" }));
  }
  return findings;
}

function checkExpression(expression: string, at: At): Finding[] {
  if (/^(?:manual(?:ly)?|by hand|never|none|null|off)$/i.test(expression)) {
    return [
      error(at, "IB-SCHEDULE", {
        found: quote(expression),
        allowed: "a schedule, or null for manual builds only",
        fix: "write null, without quotes",
      }),
    ];
  }
  const [, minutes] = /^rate\((\d+) minutes?\)$/.exec(expression) ?? [];
  if (minutes === undefined || Number(minutes) >= 60) return checkSchedule(expression, at);
  return [
    ...checkSchedule(expression, at),
    warning(at, "IB-SCHEDULE-OFTEN", {
      found: `a build every ${minutes === "1" ? "minute" : `${minutes} minutes`}: a build takes about 20 minutes, on its own instance`,
      allowed: "at least an hour between builds",
      fix: "write rate(1 day)",
    }),
  ];
}
