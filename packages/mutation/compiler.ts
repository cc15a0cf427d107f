import * as path from "node:path";
import * as ts from "typescript";

/** Type-checks one file in a project again and again, with different contents. */
export class Compiler {
  private readonly service: ts.LanguageService;
  private readonly edited = new Map<string, string>();
  private version = 0;

  public constructor(root: string) {
    const file = path.join(root, "tsconfig.json");
    const { config } = ts.readConfigFile(file, (name) => ts.sys.readFile(name)) as { readonly config: unknown };
    const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
    // A name that becomes unused does not count against a mutant: a person who removes its use would remove the name as
    // well.
    const settings = { ...options, noUnusedLocals: false, noUnusedParameters: false };
    const host = ts.createCompilerHost(settings);
    this.service = ts.createLanguageService({
      ...host,
      writeFile: undefined,
      getCompilationSettings: () => settings,
      getCurrentDirectory: () => root,
      getDefaultLibFileName: (all) => ts.getDefaultLibFilePath(all),
      getScriptFileNames: () => fileNames,
      getScriptVersion: (name) => (this.edited.has(name) ? String(this.version) : "0"),
      getScriptSnapshot: (name) => {
        const text = this.edited.get(name) ?? host.readFile(name);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
    });
  }

  /** Whether the compiler accepts a file with this text. */
  public accepts(file: string, text: string): boolean {
    this.edited.clear();
    this.edited.set(file, text);
    this.version += 1;
    return [this.service.getSyntacticDiagnostics(file), this.service.getSemanticDiagnostics(file)].flat().length === 0;
  }
}
