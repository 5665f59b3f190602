/** Plain data: what JSON and YAML can hold. `undefined` members are left out on emission. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json | undefined;
}
