import { At, error, Finding } from "../checks/finding";
import { checkKmsKey } from "../checks/arns";
import { checkComponentDocument, ComponentDocument } from "../checks/component-document";
import { checkDockerfileTemplate } from "../checks/dockerfile-template";
import { checkVersion, checkVolume } from "../checks/limits";
import { checkContainerTag, checkPartName, checkRepositoryName, checkS3Uri } from "../checks/names";
import { checkSchedule } from "../checks/schedule";
import { checkTags } from "../checks/tags";
import { quote } from "../checks/text";
import { checkTimeZone } from "../checks/time-zone";
import { noComponents } from "./check-definition";
import { Component, Image } from "./image";
import { Platform } from "./image-definition";

/** All that is wrong with an image by itself, wherever it is built. */
export function checkImage(image: Omit<Image, "findings">): Finding[] {
  const at = (field: string): At => ({ file: image.file, field });
  return [
    ...checkPartName("the image's name", image.name, at("name")),
    ...checkLength(image.description, 1, 1024, at("description")),
    ...checkLength(image.parentImage, 1, 1024, at("parentImage")),
    ...checkLength(image.workingDirectory, 1, 1024, at("workingDirectory")),
    ...checkPlatform(image),
    ...checkRepositoryName(image.repository, at("repository")),
    ...image.containerTags.flatMap((tag, index) => checkContainerTag(tag, at(`containerTags[${index}]`))),
    ...checkMutability(image),
    ...checkImageSchedule(image),
    ...checkTags(image.tags, at("tags")),
    ...checkComponents(image),
    ...("uri" in image.dockerfile
      ? checkS3Uri(image.dockerfile.uri, at("dockerfile"))
      : [
          ...checkDockerfileTemplate({ ...image.dockerfile, hasComponents: image.components.length > 0 }),
          ...checkTextLength(image.dockerfile),
        ]),
    ...checkBuildInstance(image),
  ];
}

/** Image Builder counts characters, the AWS provider before it bytes of UTF-8: the stricter of the two decides. */
function checkLength(value: string | undefined, min: number, max: number, at: At): Finding[] {
  if (value === undefined) return [];
  const bytes = Buffer.byteLength(value);
  if (bytes >= min && bytes <= max) return [];
  return [
    error(at, "IB-LENGTH", { found: `${bytes} bytes`, allowed: `${min} to ${max}, which the AWS provider counts` }),
  ];
}

/** What is longer than this in characters too is told by the checks of the text itself. */
const longestText = 16_000;

function checkTextLength({ file, text }: { readonly file: string; readonly text: string }): Finding[] {
  return text.length > longestText ? [] : checkLength(text, 0, longestText, { file });
}

/** An image that Image Builder built, which knows its own platform; anything else stands in a registry. */
export function isImageBuilderArn(parentImage: string): boolean {
  return /^arn:[^:]+:imagebuilder:/.test(parentImage);
}

function checkPlatform({ file, platform, parentImage }: Omit<Image, "findings">): Finding[] {
  if (platform !== "Windows" || isImageBuilderArn(parentImage)) return [];
  return [
    error({ file, field: "platform" }, "IB-WINDOWS-PARENT", {
      found: `Windows on ${quote(parentImage)}, which is no Image Builder image`,
      allowed:
        "Windows on the ARN of an Image Builder image: any other needs an OS version override, " +
        "which the AWS provider cannot express (imagebuilder_container_recipe has no such attribute)",
    }),
  ];
}

function checkMutability({ file, imageTagMutability, containerTags }: Omit<Image, "findings">): Finding[] {
  if (imageTagMutability === "MUTABLE" || containerTags.length === 0) return [];
  return [
    error({ file, field: "containerTags" }, "IB-TAG-IMMUTABLE", {
      found: `the fixed ${containerTags.length === 1 ? "tag" : "tags"} ${containerTags.map(quote).join(", ")} in a repository whose tags are immutable`,
      allowed: "no fixed tags there: the second build would fail to push, because the tag exists",
      mend: 'write containerTags: [], and pull by build version (1.0.0-1), or imageTagMutability: "MUTABLE"',
    }),
  ];
}

function checkImageSchedule({ file, schedule }: Omit<Image, "findings">): Finding[] {
  if (schedule === undefined || schedule === null) return [];
  return checkScheduleSetting(schedule, { file, field: "schedule" });
}

/** A schedule of an image or an environment: expression and time zone. */
export function checkScheduleSetting(schedule: NonNullable<Image["schedule"]>, at: At): Finding[] {
  if (typeof schedule === "string") return checkSchedule(schedule, at);
  const field = at.field ?? "schedule";
  const findings = checkSchedule(schedule.expression, { ...at, field: `${field}.expression` });
  if (schedule.timezone !== undefined) {
    findings.push(...checkTimeZone(schedule.timezone, { ...at, field: `${field}.timezone` }));
  }
  return findings;
}

function checkComponents({ file, components, platform }: Omit<Image, "findings">): Finding[] {
  const findings: Finding[] = [];
  if (components.length === 0) findings.push(error({ file, field: "components" }, "IB-COMPONENTS", noComponents));
  if (components.length > 20) {
    const allowed = "at most 20, unless AWS raised the account's quota";
    findings.push(
      error({ file, field: "components" }, "IB-COMPONENTS", { found: `${components.length} components`, allowed }),
    );
  }
  const seen = new Map<string, number>();
  components.forEach((component, index) => {
    const field = `components[${index}]`;
    const name = nameOf(component);
    const first = seen.get(name);
    if (first !== undefined) {
      findings.push(
        error({ file, field }, "IB-COMPONENT-TWICE", {
          found: `${quote(name)} again, after components[${first}]`,
          allowed: "each component once in a recipe",
          mend: component.kind === "own" ? "give one of them another name" : undefined,
        }),
      );
    }
    seen.set(name, first ?? index);
    findings.push(...checkComponent(component, platform, { file, field }));
  });
  return findings;
}

function nameOf(component: Component): string {
  if (component.kind === "own") return component.name;
  return component.kind === "managed" ? `aws/${component.managed}` : component.arn;
}

function checkComponent(component: Component, platform: Platform, at: At): Finding[] {
  const inside = (field: string): At => ({ ...at, field: `${at.field ?? ""}.${field}` });
  switch (component.kind) {
    case "own":
      return [
        ...checkPartName("the component's name", component.name, inside("name")),
        ...checkLength(component.description, 1, 1024, inside("description")),
        // 128 is the AWS provider's; the service would take 1,024.
        ...checkLength(component.changeDescription, 1, 128, inside("changeDescription")),
        ...checkCount(component.supportedOsVersions, 1, 25, inside("supportedOsVersions")),
        ...("uri" in component.source
          ? checkS3Uri(component.source.uri, inside("document"))
          : [
              ...checkDocument({ ...component.source, platform, parameters: component.parameters ?? {} }),
              ...checkTextLength(component.source),
            ]),
      ];
    case "managed":
      return [
        ...checkPartName("the name of the AWS component", component.managed, inside("managed")),
        ...checkVersion(component.version, inside("version"), true),
      ];
    case "foreign":
      return checkComponentArn(component.arn, inside("arn"));
  }
}

const checked = new Map<string, readonly Finding[]>();

/** Each environment has the same documents of an image: the second look at one costs nothing. */
function checkDocument(document: ComponentDocument): readonly Finding[] {
  const key = JSON.stringify(document);
  const findings = checked.get(key) ?? checkComponentDocument(document);
  checked.set(key, findings);
  return findings;
}

function checkCount(values: readonly string[] | undefined, min: number, max: number, at: At): Finding[] {
  if (values === undefined || (values.length >= min && values.length <= max)) return [];
  return [error(at, "IB-COUNT", { found: `${values.length} of them`, allowed: `${min} to ${max}` })];
}

const version = "(?:x\\.x\\.x|\\d+\\.x\\.x|\\d+\\.\\d+\\.x|\\d+\\.\\d+\\.\\d+)";

function checkComponentArn(value: string, at: At): Finding[] {
  const form = new RegExp(
    `^arn:aws[^:]*:imagebuilder:[a-z0-9-]+:(?:\\d{12}|aws):component/[a-z0-9-_]+/${version}(?:/\\d+)?$`,
  );
  if (form.test(value)) return [];
  return [
    error(at, "IB-COMPONENT-ARN", {
      found: quote(value),
      allowed: "arn:aws:imagebuilder:<region>:<account id or aws>:component/<name>/<version>",
    }),
  ];
}

function checkBuildInstance({ file, buildInstance }: Omit<Image, "findings">): Finding[] {
  const findings: Finding[] = [];
  const { image, volumes = [] } = buildInstance ?? {};
  if (image !== undefined && !/^(?:ami-[0-9a-f]{8,17}|ssm:\S{1,1011})$/.test(image)) {
    findings.push(
      error({ file, field: "buildInstance.image" }, "IB-BUILD-IMAGE", {
        found: quote(image),
        allowed: "an AMI (ami-0123456789abcdef0) or a parameter (ssm:/aws/service/ecs/optimized-ami/…)",
      }),
    );
  }
  const devices = new Set<string>();
  volumes.forEach((volume, index) => {
    const field = `buildInstance.volumes[${index}]`;
    const { deviceName = "/dev/xvda" } = volume;
    if (devices.has(deviceName)) {
      findings.push(
        error({ file, field }, "IB-VOLUME", {
          found: `${deviceName} a second time`,
          allowed: "one volume for each device",
        }),
      );
    }
    devices.add(deviceName);
    findings.push(...checkVolume({ ...volume, type: volume.type ?? "gp3" }, { file, field }));
    if (volume.kmsKeyId !== undefined) {
      findings.push(...checkKmsKey(volume.kmsKeyId, { file, field: `${field}.kmsKeyId` }));
    }
  });
  return findings;
}
