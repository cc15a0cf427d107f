/** One violation, as ajv tells it: https://ajv.js.org/api.html#validation-errors */
export interface Violation {
  /** JSON pointer to the offending value. */
  readonly instancePath: string;
  /** JSON pointer to the rule, from the schema or from the definition it is in. */
  readonly schemaPath: string;
  /** The part of the schema that holds the rule. */
  readonly parentSchema: Readonly<Record<string, unknown>>;
  readonly keyword: string;
  readonly params: {
    readonly missingProperty?: string;
    /** Of `dependencies`: the property that another one comes with. */
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
