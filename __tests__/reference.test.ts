import * as fs from "node:fs";
import * as path from "node:path";
import * as ts from "typescript";

const root = path.resolve(__dirname, "..");
const page = path.join(root, "docs/reference.md");

/** The settings that users write, as heading, file and main object. */
const pages = [
  ["Image definition", "packages/image-definition/image-definition.ts", "fields"],
  ["Environment", "stacks/environment/environment-settings.ts", "environmentSettings"],
  ["Project", "stacks/environment/project-settings.ts", "projectSettings"],
  ["Trust", "stacks/account/trust-settings.ts", "trustSettings"],
] as const;

const intro = `# Reference

Every setting, with its default. This page is generated from the comments on the types:
\`UPDATE_DOCS=1 npx jest __tests__/reference.test.ts\`.
`;

type Member = ts.ObjectLiteralElementLike;

/** The constants in a file that are settings objects. */
class Settings {
  private readonly constants = new Map<string, ts.VariableDeclaration>();

  public constructor(private readonly file: string) {
    const text = fs.readFileSync(path.join(root, file), "utf8");
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    for (const statement of source.statements.filter(ts.isVariableStatement)) {
      for (const each of statement.declarationList.declarations) this.constants.set(each.name.getText(), each);
    }
  }

  /** A table for the first object, then one for each of the others. */
  public markdown(title: string, first: string): string {
    const others = [...this.constants].filter(([name, { initializer }]) => name !== first && objectIn(initializer));
    const tables = others.map(([name]) => `### ${titleOf(name)}\n\n${this.table(name)}`);
    return `## ${title}\n\n[\`${this.file}\`](../${this.file})\n\n${this.table(first)}\n\n${tables.join("\n\n")}`;
  }

  private table(name: string): string {
    const rows = this.rows(this.membersOf(name) ?? []);
    if (rows.length === 0) throw new Error(`${this.file} has no settings in ${name}`);
    const constant = this.constants.get(name);
    const comment = constant === undefined ? "" : commentOf(constant.parent.parent);
    const about = comment === "" ? "" : `${comment}\n\n`;
    return `${about}| setting | what it is | default |\n| --- | --- | --- |\n${rows.join("\n")}`;
  }

  /** The members of a constant such as `object({ … })` or `{ a: text }`. */
  private membersOf(name: string): readonly Member[] | undefined {
    const value = this.constants.get(name)?.initializer;
    if (value === undefined) return undefined;
    return ts.isObjectLiteralExpression(value) ? value.properties : objectIn(value);
  }

  private rows(members: readonly Member[], prefix = ""): string[] {
    return members.flatMap((member) => {
      if (ts.isSpreadAssignment(member)) return this.rows(this.membersOf(member.expression.getText()) ?? []);
      const name = `${prefix}${member.name.getText()}`;
      const constant = ts.isShorthandPropertyAssignment(member) ? this.constants.get(member.name.text) : undefined;
      const value = ts.isPropertyAssignment(member) ? member.initializer : constant?.initializer;
      if (value === undefined) throw new Error(`${this.file}: ${name} has no value`);
      const { type, preset } = optional(value);
      const inner = objectIn(type);
      const comment = commentOf(member) || (constant === undefined ? "" : commentOf(constant.parent.parent));
      if (comment === "") throw new Error(`${this.file}: ${name} has no comment`);
      const cells = [`\`${name}\``, comment, defaultOf(member) ?? preset].map((cell) => cell.replaceAll("|", "\\|"));
      return [`| ${cells.join(" | ")} |`, ...(inner === undefined ? [] : this.rows(inner, `${name}.`))];
    });
  }
}

/** Members of an inline `object({ … })`. */
function objectIn(value: ts.Expression | undefined): readonly Member[] | undefined {
  if (value === undefined || !ts.isCallExpression(value) || value.expression.getText() !== "object") return undefined;
  const [given] = value.arguments;
  return given !== undefined && ts.isObjectLiteralExpression(given) ? given.properties : undefined;
}

/** The type in `v.optional(type, default)`, and its default in words. */
function optional(value: ts.Expression): { readonly type: ts.Expression; readonly preset: string } {
  if (!ts.isCallExpression(value) || value.expression.getText() !== "v.optional") return { type: value, preset: "–" };
  const [type = value, preset] = value.arguments;
  const text = preset?.getText() ?? "{}";
  return { type, preset: /^(?:\{\}|\[\])$/.test(text) ? "none" : `\`${text}\`` };
}

function commentOf(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return oneLine(ts.getTextOfJSDocComment(comment?.comment));
}

function defaultOf(node: ts.Node): string | undefined {
  const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === "default");
  return tag === undefined ? undefined : oneLine(ts.getTextOfJSDocComment(tag.comment));
}

function oneLine(text = ""): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** `ownComponent` → `Own component` */
function titleOf(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

describe("docs/reference.md", () => {
  it("has every setting with the comment and the default from its type", () => {
    const sections = pages.map(([title, file, first]) => new Settings(file).markdown(title, first));
    const expected = `${intro}\n<!-- prettier-ignore-start -->\n\n${sections.join("\n\n")}\n\n<!-- prettier-ignore-end -->\n`;
    if (process.env["UPDATE_DOCS"] !== undefined) fs.writeFileSync(page, expected);
    expect(fs.readFileSync(page, "utf8")).toBe(expected);
  });
});
