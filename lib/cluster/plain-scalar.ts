/** What YAML begins something else with: a quote, a list, a map, a comment, an anchor. */
const indicator = /^[-?:,[\]{}#&*!|>'"%@`\s]/;

/** Texts that some reader of YAML takes for a boolean or for nothing. Source: YAML 1.1, types `bool` and `null` */
const keyword = /^(true|false|yes|no|on|off|y|n|null|~)$/i;

/** Texts that some reader of YAML takes for a number or a time. Source: YAML 1.1, types `int`, `float` and `timestamp` */
const number =
  /^[-+]?(0x[\da-f_]+|0o[0-7_]+|0b[01_]+|\d[\d_]*(\.[\d_]*)?(e[-+]?\d+)?|\.[\d_]+(e[-+]?\d+)?|\.inf|\.nan|\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?)$/i;
const date = /^\d{4}-\d\d?-\d\d?/;

/** Whether a text can be put into YAML without quotes, wherever a value stands, and is read back as itself. */
export function isPlainInYaml(text: string): boolean {
  if (text === '' || !/^[\x20-\x7e]+$/.test(text)) return false;
  if (indicator.test(text) || / $|:$|: | #/.test(text)) return false;
  return !keyword.test(text) && !number.test(text) && !date.test(text);
}
