import { type At, error, type Finding, warning } from "@pipelines/findings/finding";
import { checkComponentDocument } from "@pipelines/image-checks/component-document";
import { checkVersion } from "@pipelines/image-checks/limits";
import { mostComponents } from "@pipelines/facts/limits";
import { checkPartName, checkS3Uri } from "@pipelines/image-checks/names";
import { foldName } from "@pipelines/facts/names";
import { quote } from "@pipelines/findings/text";
import { checkLength, checkText } from "./check-length";
import type { Component, Image } from "./image";
import type { Platform } from "./image-definition";

/** Checks the number of components and each component on its own, including its document, and reports duplicates. */
export function checkComponents({ file, components, platform }: Omit<Image, "findings">): Finding[] {
  const findings: Finding[] = [];
  if (components.length === 0) findings.push(error({ file, field: "components" }, "IB-COMPONENTS", noComponents));
  if (components.length > mostComponents) {
    const allowed = `at most ${mostComponents}, unless AWS has raised the account's quota`;
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
          allowed: "each component once per recipe, in one version",
          fix: component.kind === "own" ? "give one of them a different name" : undefined,
        }),
      );
    }
    seen.set(name, first ?? index);
    findings.push(...checkComponent(component, platform, { file, field }));
  });
  return findings;
}

/** Two versions of the same component count as duplicates: AWS rejects the second one in a recipe. */
function nameOf(component: Component): string {
  if (component.kind === "own") return component.name;
  if (component.kind === "managed") return `aws/${foldName(component.managed)}`;
  const [, , , , owner = "", resource = ""] = component.arn.split(":");
  return `${owner}/${resource.split("/")[1] ?? component.arn}`;
}

function checkComponent(component: Component, platform: Platform, at: At): Finding[] {
  const inside = (field: string): At => ({ ...at, field: `${at.field ?? ""}.${field}` });
  switch (component.kind) {
    case "own":
      return [
        ...checkPartName("the component's name", component.name, inside("name"), (name) => `write name: "${name}"`),
        ...checkLength(component.description, 1, 1024, inside("description")),
        // 128 is the AWS provider's limit; the service allows 1,024.
        ...checkLength(component.changeDescription, 1, 128, inside("changeDescription")),
        ...checkCount(component.supportedOsVersions, 1, 25, inside("supportedOsVersions")),
        ...("uri" in component.source
          ? checkS3Uri(component.source.uri, inside("document"))
          : [
              ...checkComponentDocument({ ...component.source, platform, parameters: component.parameters ?? {} }),
              ...checkText(component.source),
              ...checkReboots(component.source),
            ]),
      ];
    case "managed":
      return [
        ...checkPartName("the name of the AWS component", component.managed, inside("managed")),
        ...checkVersion(component.version, inside("version"), true),
        ...checkForContainers(component.managed, inside("managed")),
      ];
    case "foreign": {
      const [, , , , owner = "", resource = ""] = component.arn.split(":");
      const name = owner.startsWith("aws") ? (resource.split("/")[1] ?? "") : "";
      return [...checkComponentArn(component.arn, inside("arn")), ...checkForContainers(name, inside("arn"))];
    }
  }
}

/** AWS components that manage an instance and its operating system; AWS also accepts them in container recipes. */
function checkForContainers(name: string, at: At): Finding[] {
  const what = /^stig-build-/.test(name)
    ? "hardens"
    : /^(?:reboot|simple-boot-test)-/.test(name)
      ? "restarts"
      : undefined;
  if (what === undefined) return [];
  return [
    warning(at, "IB-COMPONENT-AMI", {
      found: `${quote(name)}, which ${what} an operating system with its own kernel and services`,
      allowed: "components for containers, which have neither",
      fix: "leave it out, or test it on the image",
    }),
  ];
}

function checkReboots({ file, text }: { readonly file: string; readonly text: string }): Finding[] {
  return text.split("\n").flatMap((line, index) => {
    const found = /^\s*(?:- )?action:\s*["']?Reboot\b/.exec(line);
    if (found === null) return [];
    return [
      warning({ file, line: index + 1, column: line.indexOf("Reboot") + 1 }, "IB-COMPONENT-AMI", {
        found: "the action Reboot in a container's component; a container cannot restart",
        allowed: "actions that do not stop the container",
        fix: "leave the step out",
      }),
    ];
  });
}

/** The service would build an image without components, but the AWS provider's recipe requires at least one. */
const noComponents = {
  found: "an image without components",
  allowed: "1 to 20 components; the AWS provider requires at least one",
};

function checkCount(values: readonly string[] | undefined, min: number, max: number, at: At): Finding[] {
  if (values === undefined || (values.length >= min && values.length <= max)) return [];
  return [error(at, "IB-COUNT", { found: `${values.length} of them`, allowed: `${min} to ${max}` })];
}

const componentArn =
  /^arn:aws[^:]*:imagebuilder:[a-z0-9-]+:(?:\d{12}|aws(?:-[a-z]+)*):component\/[a-z0-9-_]+\/(?:x\.x\.x|\d+\.x\.x|\d+\.\d+\.x|\d+\.\d+\.\d+)(?:\/\d+)?$/;

function checkComponentArn(value: string, at: At): Finding[] {
  if (componentArn.test(value)) return [];
  return [
    error(at, "IB-COMPONENT-ARN", {
      found: quote(value),
      allowed: "arn:aws:imagebuilder:<region>:<account id or aws>:component/<name>/<version>",
    }),
  ];
}
