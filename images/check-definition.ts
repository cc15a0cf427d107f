import { At, error, Finding } from "../checks/finding";
import {
  checkShape,
  either,
  flag,
  Kind,
  oneOf,
  record,
  records,
  text,
  textMap,
  texts,
  wholeNumber,
} from "../checks/shape";
import {
  BuildInstance,
  ForeignComponent,
  ImageDefinition,
  ManagedComponent,
  OwnComponent,
  Volume,
} from "./image-definition";

type Fields<T> = Readonly<Record<keyof T, Kind>>;

const nothing: Kind = { words: "null", is: (value) => value === null };

const scheduleFields = {
  expression: text,
  timezone: text,
  startCondition: oneOf("EXPRESSION_MATCH_ONLY", "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE"),
};
export const scheduleKind = either(text, record, nothing);

const definitionFields: Fields<ImageDefinition> = {
  description: text,
  parentImage: text,
  platform: oneOf("Linux", "Windows"),
  dockerfile: text,
  components: records,
  repository: text,
  imageTagMutability: oneOf("MUTABLE", "IMMUTABLE"),
  containerTags: texts,
  schedule: scheduleKind,
  enabled: flag,
  workingDirectory: text,
  tests: record,
  buildInstance: record,
  version: text,
  tags: textMap,
};
const ownFields: Fields<OwnComponent> = {
  document: text,
  name: text,
  description: text,
  changeDescription: text,
  supportedOsVersions: texts,
  version: text,
  parameters: textMap,
};
const managedFields: Fields<ManagedComponent> = { managed: text, version: text, parameters: textMap };
const foreignFields: Fields<ForeignComponent> = { arn: text, parameters: textMap };
// Image Builder's own bounds of the test stage.
const testsFields = { enabled: flag, timeoutMinutes: wholeNumber(60, 1440) };
const buildInstanceFields: Fields<BuildInstance> = { image: text, volumes: records };
const volumeFields: Fields<Volume> = {
  deviceName: text,
  // EBS's bounds: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
  size: wholeNumber(1, 65_536),
  type: oneOf("gp2", "gp3", "io1", "io2", "sc1", "st1", "standard"),
  iops: wholeNumber(100, 256_000),
  throughput: wholeNumber(125, 2_000),
  encrypted: flag,
  kmsKeyId: text,
};

/** Unknown fields and values of a wrong kind: what the compiler would say, for those who run the synth without it. */
export function checkDefinition(definition: object, file: string): Finding[] {
  const findings = checkShape(definition, definitionFields, { file });
  const inside = (value: unknown, field: string, fields: Readonly<Record<string, Kind>>): void => {
    if (record.is(value)) findings.push(...checkShape(Object(value) as object, fields, { file, field }));
  };
  const { components, tests, buildInstance, schedule } = definition as Partial<Record<keyof ImageDefinition, unknown>>;
  if (components === undefined) {
    findings.push(error({ file, field: "components" }, "IB-COMPONENTS", noComponents));
  } else if (Array.isArray(components)) {
    components.forEach((component: unknown, index) => {
      findings.push(...checkComponent(component, { file, field: `components[${index}]` }));
    });
  }
  inside(tests, "tests", testsFields);
  findings.push(...checkScheduleShape(schedule, { file, field: "schedule" }));
  inside(buildInstance, "buildInstance", buildInstanceFields);
  if (record.is(buildInstance)) {
    const { volumes } = buildInstance as { volumes?: unknown };
    if (Array.isArray(volumes)) {
      volumes.forEach((volume: unknown, index) => {
        inside(volume, `buildInstance.volumes[${index}]`, volumeFields);
      });
    }
  }
  return findings;
}

/** A schedule that is an object, of an image or an environment: its fields. */
export function checkScheduleShape(schedule: unknown, at: At): Finding[] {
  if (!record.is(schedule)) return [];
  const fields = Object(schedule) as { readonly expression?: unknown };
  if (fields.expression !== undefined) return checkShape(fields, scheduleFields, at);
  const words = { found: "a schedule without an expression", allowed: 'expression: "cron(…)" or "rate(…)"' };
  return [error(at, "IB-FIELD-MISSING", words), ...checkShape(fields, scheduleFields, at)];
}

/** The service would build an image without components; the AWS provider's recipe wants at least one. */
export const noComponents = {
  found: "an image without components",
  allowed: "1 to 20 components, which the AWS provider asks for",
};

function checkComponent(component: unknown, at: At): Finding[] {
  if (typeof component !== "object" || component === null) return [];
  if ("document" in component) return checkShape(component, ownFields, at);
  if ("managed" in component) return checkShape(component, managedFields, at);
  if ("arn" in component) return checkShape(component, foreignFields, at);
  return [
    error(at, "IB-COMPONENT-KIND", {
      found: `a component with ${Object.keys(component).join(", ") || "no fields"}`,
      allowed: "document (a file of the image), managed (a component of AWS) or arn (any other)",
    }),
  ];
}
