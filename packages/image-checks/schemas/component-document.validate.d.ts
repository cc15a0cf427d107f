/** One violation, as reported by ajv: https://ajv.js.org/api.html#validation-errors */
export interface Violation {
  /** JSON pointer to the offending value. */
  readonly instancePath: string;
  /** JSON pointer to the rule, relative to the schema or to the definition that contains it. */
  readonly schemaPath: string;
  /** The part of the schema that contains the rule. */
  readonly parentSchema: Readonly<Record<string, unknown>>;
  readonly keyword: string;
  readonly params: {
    readonly missingProperty?: string;
    /** For `dependencies`: the property that requires another one. */
    readonly property?: string;
    readonly propertyName?: string;
    readonly passingSchemas?: readonly number[] | null;
  };
}

declare const validate: {
  (document: unknown): boolean;
  errors?: readonly Violation[] | null;
};

export default validate;
