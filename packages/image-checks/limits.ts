import { type At, error, type Finding } from "@pipelines/findings/finding";
import { quote } from "@pipelines/findings/text";
import { mostInVersion, volumes } from "@pipelines/facts/limits";

/**
 * Checks the version of a component, recipe or image: three numbers.
 *
 * @param wildcards whether `x` may replace a number, as in a reference to a parent image. A recipe's own version may
 * not contain it, because Terraform reads back the concrete version and would replace the recipe on every apply
 */
export function checkVersion(value: string, at: At, wildcards = false): Finding[] {
  const parts = value.split(".");
  const sound =
    parts.length === 3 &&
    parts.every(
      (part) => (wildcards && part === "x") || (/^(?:0|[1-9]\d{0,9})$/.test(part) && Number(part) <= mostInVersion),
    );
  if (sound) return [];
  const x = wildcards ? ", x for any" : parts.includes("x") ? "; x (any number) only in references" : "";
  return [
    error(at, "IB-VERSION", {
      found: `the version ${quote(value)}`,
      allowed: `three numbers from 0 to ${mostInVersion}, such as 1.0.0${x}`,
    }),
  ];
}

/** An EBS volume on a build instance. */
export interface Volume {
  /** Size in GiB. */
  readonly size?: number;
  readonly type?: string;
  /** I/O operations per second. */
  readonly iops?: number;
  /** MiB per second; gp3 only. */
  readonly throughput?: number;
}

/** Image Builder accepts gp2 if no type is set. */
export function checkVolume({ size, type = "gp2", iops, throughput }: Volume, at: At): Finding[] {
  const field = at.field ?? "volume";
  const rule = volumes.get(type);
  if (!rule) {
    const words = { found: `the volume type ${quote(type)}`, allowed: [...volumes.keys()].join(", ") };
    return [error({ ...at, field: `${field}.type` }, "IB-VOLUME", words)];
  }
  const findings = [
    ...range({ ...at, field: `${field}.size` }, size, rule.size, `GiB of ${type}`),
    ...(rule.iops ? range({ ...at, field: `${field}.iops` }, iops, rule.iops, `IOPS of ${type}`) : []),
    ...range({ ...at, field: `${field}.throughput` }, throughput, [125, 2000], "MiB/s of gp3"),
  ];
  const unused = [
    iops !== undefined && !rule.iops && "iops",
    throughput !== undefined && type !== "gp3" && "throughput",
  ];
  for (const name of unused) {
    if (name === false) continue;
    const words = { found: `${name} for a ${type} volume`, allowed: name === "iops" ? "gp3, io1 or io2" : "gp3" };
    findings.push(error({ ...at, field: `${field}.${name}` }, "IB-VOLUME", words));
  }
  if ((type === "io1" || type === "io2") && iops === undefined) {
    const words = { found: `an ${type} volume without iops`, allowed: "iops, which this type requires" };
    findings.push(error({ ...at, field: `${field}.iops` }, "IB-VOLUME", words));
  }
  return findings;
}

function range(at: At, value: number | undefined, [min, max]: readonly [number, number], unit: string): Finding[] {
  if (value === undefined || (Number.isInteger(value) && value >= min && value <= max)) return [];
  return [error(at, "IB-VOLUME", { found: `${value} ${unit}`, allowed: `a whole number from ${min} to ${max}` })];
}
