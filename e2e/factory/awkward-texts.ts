/** Words that some reader or writer of YAML takes for something else. */
const words = `
  a ~ null Null NULL nULL true True TRUE tRUE false y Y n N yes Yes no NO on On oN off OFF oFF 0 -0 +0
  -0.0 0.0 1 -1 +1 007 08 0644 0o17 0O17 0b101 0b2 0x1F 0xg 0x -0x1f +0b1 1_000 _1 1_ +_1 1__0 1e3 1E3
  1e+3 1.e3 .5 -.5 ._5 .5e3 .5_0 . .. ... .... 1.2.3 1.2 1,000 12:30 1:2:3 190:20:30.15 1:60 -1:1
  9223372036854775807 9223372036854775808 -9223372036854775808 -9223372036854775809
  18446744073709551615 18446744073709551616 1e400 -1e400 1e-400 0x10000000000000000 .inf -.Inf +.INF
  .iNF .nan .NaN .NAN .Nan inf NaN << < = - -- --- ---a -a ? ?a : :a a: a:b # #a a# [ [a] a] { , ,a a,
  &a *a !a !!str | |- > % %a @a " "a" a"b $ $$a 2001-1-1 2001-01-01 2001-02-30
  2001-12-14t21:59:43.10-05:00 2001-12-15T02:59:43.1Z 2001-12-15T02:59:43 02001-01-01 2001-13-01
  2001-1 console=ttyS0,115200 net.ifnames=0 siderolabs/gvisor rpi_generic
  ip=192.0.2.1::192.0.2.254:255.255.255.0
`;

/** The same with spaces, quotes, line ends and signs of other alphabets, one behind each `§`. */
const texts = [
  "§ §  §\t§\n§\n\n§ \n§\n §A b§--- a§- a§-\ta§? a§: a§a: b§a:\tb§a #b§a\t#b§a\u00a0#b§{a: b}§`a§'",
  "'a'§it's§'it: s§\\§a\\nb§${a}§{{ .a }}§2001-12-14 21:59:43.10 -5§2001-12-14 21:59:43.10§a\nb",
  'a\nb\n§a\nb\n\n§\na§\n\na\n§ a\nb§  a\n  b\n§a\n b§a \nb§a\n\n\nb§a\n \nb§a\n§a\t\nb§\ta\nb§a\n\tb',
  'a\n#b§# a\nb: c\n§a: b\nc:\n    - d\n§---\na: b\n§- a\n- b§a\nb §|\n>§a\rb§a\r\nb§\r§\u0085',
  "a\u0085b§a\u2028b§a\u2029§\u2028a§a\u2028\nb§a\n\u2028b§a\nb\u2029§a\u2028b's§ a\u2028§a\u2028 b",
  'a \u2028b§a\u2028\u2028b§1\u2028§\ufeffa§a\ufeff§\ufeff§\ufeffé"\n§\u0000',
  '\u0007\u0008\u000b\u000c\u001b§\u007f§\u0080§\u009f§\u00a0§\u00a0a§ü§ß: ñ§漢字§漢\n字§😀§a😀b§😀\nb§\ud7ff',
  '\ue000§\ufffd§\ufffe§\uffff§é\n§\u3000§\u3000\n§\u2003\n\u00a0§\u200b\n§٣§١٢',
];

/** Strings that no reader and writer of YAML agree upon by chance. */
export const awkward: readonly string[] = [
  ...words.trim().split(/\s+/),
  ...texts.flatMap((line) => line.split('§')),
  '1'.repeat(310),
  ...[127, 128, 129].map((count) => 'a'.repeat(count)),
  ...[64, 65].map((count) => 'é'.repeat(count)),
  `${'word '.repeat(60)}end`,
];
