import {
  Aspects,
  DefaultTokenResolver,
  StringConcat,
  TerraformElement,
  TerraformOutput,
  TerraformStack,
  Tokenization,
} from "cdktf";
import { deepMerge } from "cdktf/lib/util";
import type { IConstruct } from "constructs";

/**
 * A stack that resolves every value once.
 *
 * CDKTF resolves each value three times: in `prepareStack`, to find references to other stacks, then in `toTerraform`,
 * and again in `toTerraform` when all values are merged. That takes two thirds of the time of a large synth
 * (docs/benchmarks.md). Here, `toTerraform` returns what `prepareStack` resolved, unless aspects change elements in
 * between.
 *
 * Can be removed once CDKTF stores what it has resolved.
 */
export abstract class ResolvedOnce extends TerraformStack {
  private prepared: { readonly elements: Set<TerraformElement>; readonly config: object } | undefined;

  public override prepareStack(): void {
    this.ensureBackendExists();
    this.prepared = { elements: new Set(), config: {} };
    this.mergeElements(this.prepared, true);
  }

  public override toTerraform(): unknown {
    const { prepared } = this;
    const hasAspects = this.node.findAll().some((node) => Aspects.of(node).all.length > 0);
    if (prepared === undefined || hasAspects) return super.toTerraform();
    this.prepared = undefined;
    // By now, another stack that refers to this one may have added outputs to it.
    this.mergeElements(prepared, false);
    const overrides = this["rawOverrides"] as object;
    const metadata = {
      version: this.node.tryGetContext("cdktfVersion") as unknown,
      stackName: this.node.id,
      backend: "local",
      ...(Object.keys(overrides).length > 0 ? { overrides: { stack: Object.keys(overrides) } } : {}),
    };
    const outputs = {};
    for (const element of prepared.elements) {
      deepMerge(metadata, this.resolve(element.toMetadata(), false));
      if (element instanceof TerraformOutput) deepMerge(outputs, nested(element.node.path, element.friendlyUniqueId));
    }
    return deepMerge(prepared.config, { "//": { metadata, outputs } }, this.resolve(overrides, false)) as unknown;
  }

  /** Adds the elements that have not been added yet. */
  private mergeElements({ elements, config }: NonNullable<ResolvedOnce["prepared"]>, preparing: boolean): void {
    for (const element of elementsOf(this)) {
      if (elements.has(element)) continue;
      elements.add(element);
      deepMerge(config, this.resolve(element.toTerraform(), preparing));
    }
  }

  private resolve(value: unknown, preparing: boolean): unknown {
    const resolver = new DefaultTokenResolver(new StringConcat());
    return Tokenization.resolve(value, { scope: this, preparing, resolver });
  }
}

/** Returns the elements of a stack, in CDKTF's order, without those of nested stacks. */
function elementsOf(construct: IConstruct): TerraformElement[] {
  const own = TerraformElement.isTerraformElement(construct) ? [construct] : [];
  const children = construct.node.children.filter((child) => !TerraformStack.isStack(child));
  return [...own, ...children.flatMap(elementsOf)];
}

/** Returns `{ a: { b: value } }` for the path `a/b`. */
function nested(path: string, value: string): object {
  return path.split("/").reduceRight<object | string>((inner, part) => ({ [part]: inner }), value) as object;
}
