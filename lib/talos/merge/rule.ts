/**
 * Where merging does something else than the form of the data suggests:
 *
 * - `replace`: the patch's value takes the place of the other, an empty list as well
 * - `arguments`: flags of a program; each flag of the patch replaces the one of its name
 * - `by <field>`: list items with the same field are merged, others appended; a `device` has either of two fields
 * - `replace by image`: list items with the same image are replaced, others appended
 * - `map`: keys are the user's own, `*` in the paths below
 * - `free`: any data; a value of another type is refused
 * - `zero wins`, `zero is <word>`, `duration`: zero and empty values are ignored elsewhere; here they count, are
 *   written as that word, or as `0s`
 * - `url`: the parts that the patch's URL has replace those of the other
 * - `certificate`: certificate and key replace the other pair together
 * - `size`: a percentage does not replace a number of bytes
 * - `once`: cannot be set again
 * - `overwrite`, `overwrite within <path>`: a patch of the document that does not say this value removes it, where it
 *   says anything at the path. That is upstream's doing, and ours with it
 */
export type Rule =
  | 'replace'
  | 'arguments'
  | 'by name'
  | 'by mountPath'
  | 'by vlanId'
  | 'by device'
  | 'replace by image'
  | 'map'
  | 'free'
  | 'zero wins'
  | `zero is ${string}`
  | 'duration'
  | 'url'
  | 'certificate'
  | 'size'
  | 'once'
  | 'overwrite'
  | `overwrite within ${string}`;

/** Rules by path: keys joined by dots, `*` for the keys of a map, `[]` for the items of a list. */
export type Rules = Readonly<Record<string, Rule>>;
