import { createHash } from "node:crypto";
import * as ts from "typescript";

/** One small change to the code, which a test should notice. */
export interface Mutant {
  /** Path from the project's root, with slashes. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The line number in the file, starting at 1, and the line's text without and with the change. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

type Change = readonly [node: ts.Node, replacement: string];

const operators: Readonly<Record<string, readonly string[]>> = {
  "&&": ["||"],
  "||": ["&&"],
  "===": ["!=="],
  "!==": ["==="],
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "+=": ["-="],
  "-=": ["+="],
};

/** Methods and their opposites. */
const opposites: Readonly<Record<string, string>> = {
  some: "every",
  every: "some",
  startsWith: "endsWith",
  endsWith: "startsWith",
  min: "max",
  max: "min",
  find: "findLast",
  toLowerCase: "toUpperCase",
  toUpperCase: "toLowerCase",
};

/** Methods whose result can be replaced with the value they are called on. */
const skippable = /^(filter|sort|toSorted|reverse|toReversed|slice|trim|trimEnd|trimStart|toLowerCase|toUpperCase)$/;
const boolean = /^(has|includes|some|every|startsWith|endsWith|test|isArray|existsSync)$|^(is|has|can|may|are)[A-Z]/;

/** Returns all mutants of a file, in text order. */
export function mutantsOf(file: string, text: string): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    for (const change of changesOf(node)) found.push(mutantOf(source, change));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function mutantOf(source: ts.SourceFile, [node, replacement]: Change): Mutant {
  const [start, end] = [node.getStart(source), node.getEnd()];
  const { line } = source.getLineAndCharacterOfPosition(start);
  const lineStart = source.getPositionOfLineAndCharacter(line, 0);
  const lineOf = (text: string): string => text.slice(lineStart).split("\n", 1).join("").trim();
  const [before, after] = [lineOf(source.text), lineOf(changed(source.text, { start, end, replacement }))];
  return { file: source.fileName, start, end, replacement, line: line + 1, before, after };
}

/** Returns the text of a file with the change. */
export function changed(text: string, { start, end, replacement }: Pick<Mutant, "start" | "end" | "replacement">) {
  return text.slice(0, start) + replacement + text.slice(end);
}

/**
 * The text of a file in which the statement around each mutant first adds the mutant's key to a file of lines, once for
 * each test file or process that runs it. Lines keep their numbers.
 */
export function withProbes(file: string, text: string, mutants: ReadonlyMap<number, Mutant>, log: string): string {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const starts = [...mutants].map(([key, { start, end }]) => [statementAround(source, start, end), key] as const);
  starts.sort(([a], [b]) => b - a);
  return starts.reduce((whole, [at, key]) => {
    const append = `require("node:fs").appendFileSync(${JSON.stringify(log)}, "${key}\\n") ?? true`;
    return `${whole.slice(0, at)}(globalThis.reachedMutants ??= {})[${key}] ??= ${append}; ${whole.slice(at)}`;
  }, text);
}

/** Start of the innermost statement of a block that has this range. */
function statementAround(source: ts.SourceFile, start: number, end: number): number {
  let found = start;
  const visit = (node: ts.Node): void => {
    if (node.getStart(source) > start || node.getEnd() < end) return;
    const { parent } = node;
    if (ts.isSourceFile(node)) found = start;
    else if (
      ts.isBlock(parent) ||
      ts.isSourceFile(parent) ||
      (ts.isCaseOrDefaultClause(parent) && ts.isStatement(node))
    )
      found = node.getStart(source);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Returns the same value for the same seed and change, wherever the change is in its file. */
export function rank(seed: string, { file, before, after }: Mutant): string {
  return createHash("sha1").update([seed, file, before, after].join("\n")).digest("hex");
}

function changesOf(node: ts.Node): Change[] {
  if (ts.isStatement(node)) return changesOfStatement(node);
  if (ts.isConditionalExpression(node)) return [negated(node.condition)];
  if (ts.isBinaryExpression(node)) return changesOfBinary(node);
  if (ts.isPrefixUnaryExpression(node) && node.operator !== ts.SyntaxKind.PlusToken) {
    return [[node, node.operand.getText()]];
  }
  if (node.kind === ts.SyntaxKind.QuestionDotToken) {
    return [[node, ts.isPropertyAccessExpression(node.parent) ? "!." : "!"]];
  }
  if (ts.isCallExpression(node)) return changesOfCall(node);
  if (ts.isArrayLiteralExpression(node)) {
    const elements = node.elements.filter((element) => !ts.isStringLiteral(element) && node.elements.length > 1);
    return [...(node.elements.length > 0 ? ([[node, "[]"]] as const) : []), ...elements.map(emptied)];
  }
  if (ts.isObjectLiteralExpression(node)) return node.properties.map(emptied);
  return changesOfLiteral(node);
}

function emptied(element: ts.Node): Change {
  return [element, ts.isObjectLiteralExpression(element.parent) ? "...{}" : "...[]"];
}

function negated(condition: ts.Node): Change {
  return [condition, `!(${condition.getText()})`];
}

function changesOfStatement(node: ts.Statement): Change[] {
  const gone: Change = [node, ";"];
  if (ts.isIfStatement(node)) return [negated(node.expression), ...(node.elseStatement ? [] : [gone])];
  if (ts.isWhileStatement(node) || ts.isDoStatement(node)) return [negated(node.expression)];
  const isRemovable =
    ts.isExpressionStatement(node) ||
    ts.isThrowStatement(node) ||
    ts.isContinueStatement(node) ||
    ts.isForOfStatement(node);
  return isRemovable ? [gone] : [];
}

function changesOfBinary({ left, operatorToken, right }: ts.BinaryExpression): Change[] {
  const operator = operatorToken.getText();
  const swapped = (operators[operator] ?? []).map((other): Change => [operatorToken, other]);
  const whole = right.parent;
  if (isForMissingElement(right)) return [];
  if (operator === "??")
    return [
      [whole, right.getText()],
      [whole, `(${left.getText()})!`],
    ];
  if (operator !== "&&" && operator !== "||") return swapped;
  // In a longer chain, each operand is removed once.
  const isChain = ts.isBinaryExpression(left) && left.operatorToken.getText() === operator;
  return [...swapped, [whole, left.getText()], ...(isChain ? [] : [[whole, right.getText()] as const])];
}

function changesOfCall(node: ts.CallExpression): Change[] {
  const called = node.expression;
  const name = ts.isPropertyAccessExpression(called) ? called.name : called;
  const word = name.getText();
  const changes: Change[] = [];
  if (ts.isPropertyAccessExpression(called)) {
    if (skippable.test(word)) changes.push([node, called.expression.getText()]);
    const opposite = Object.hasOwn(opposites, word) ? opposites[word] : undefined;
    if (opposite !== undefined) changes.push([name, opposite]);
  }
  const { parent } = node;
  const isCondition =
    (ts.isIfStatement(parent) && parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node) ||
    ts.isPrefixUnaryExpression(parent);
  if (boolean.test(word) && !isCondition) changes.push([node, `!${node.getText()}`]);
  return changes;
}

/** Whether a value only stands for an element that may not exist, which the compiler asks for even if it always does. */
function isForMissingElement(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBindingElement(parent)) return parent.initializer === node && ts.isArrayBindingPattern(parent.parent);
  return (
    ts.isBinaryExpression(parent) &&
    parent.right === node &&
    parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken &&
    ts.isElementAccessExpression(parent.left)
  );
}

function changesOfLiteral(node: ts.Node): Change[] {
  if (ts.isSourceFile(node) || isForMissingElement(node)) return [];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [[node, "false"]];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [[node, "true"]];
  if (ts.isNumericLiteral(node)) {
    // A sort comparison may return any number below or above 0.
    const isOrder = ts.isPrefixUnaryExpression(node.parent) || ts.isConditionalExpression(node.parent);
    return isOrder ? [] : [[node, String(Number(node.text.replaceAll("_", "")) + 1)]];
  }
  if (ts.isRegularExpressionLiteral(node)) return [[node, "/(?!)/"]];
  if (ts.isTemplateExpression(node)) return ts.isTaggedTemplateExpression(node.parent) ? [] : [[node, "``"]];
  if (!ts.isStringLiteralLike(node)) return [];
  const { parent } = node;
  const isName = "name" in parent && parent.name === node;
  const isModule = ts.isCallExpression(parent) && /^(require|import)\b/.test(parent.expression.getText());
  if (isName || isModule || ts.isTaggedTemplateExpression(parent)) return [];
  return [[node, node.text === "" ? '"mutated"' : '""']];
}
