import { ExpressionFault, tokensOf, type Token } from './tokens';

/** An expression taken apart. Operators are calls of functions that are named as upstream names them: `_+_`, `!_`, `_[_]`. */
export type Node =
  | { readonly kind: 'literal'; readonly type: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'field'; readonly of: Node; readonly name: string; readonly isOptional: boolean }
  | { readonly kind: 'call'; readonly name: string; readonly target?: Node; readonly args: readonly Node[] }
  | { readonly kind: 'list'; readonly items: readonly Node[] }
  | { readonly kind: 'map'; readonly keys: readonly Node[]; readonly values: readonly Node[] };

/** Operators that stand between two operands, from the loosest to the tightest. */
const levels: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['<', '<=', '>=', '>', '==', '!=', 'in'],
  ['+', '-'],
  ['*', '/', '%'],
];

const reserved =
  /^(as|break|const|continue|else|for|function|if|import|in|let|loop|package|namespace|return|var|void|while)$/;

/**
 * Source: the language's own grammar, https://github.com/google/cel-spec.
 *
 * @throws ExpressionFault where the text is no expression
 */
export function parseExpression(text: string): Node {
  const reader = new Reader(tokensOf(text));
  const node = reader.expression();
  reader.expect('the end');
  return node;
}

class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  expression(): Node {
    const condition = this.binary(0);
    if (!this.take('?')) return condition;
    const whenTrue = this.binary(0);
    this.expect(':');
    return { kind: 'call', name: '_?_:_', args: [condition, whenTrue, this.expression()] };
  }

  expect(text: string): void {
    if (!this.take(text)) throw new ExpressionFault(`${this.next.text} where ${text} is expected`);
  }

  private binary(level: number): Node {
    const operators = levels[level];
    if (operators === undefined) return this.unary();
    let left = this.binary(level + 1);
    while (this.isSign(operators)) {
      const name = `_${this.advance().text}_`;
      left = { kind: 'call', name, args: [left, this.binary(level + 1)] };
    }
    return left;
  }

  private unary(): Node {
    for (const sign of ['!', '-']) {
      let count = 0;
      while (this.take(sign)) count += 1;
      if (count === 0) continue;
      // the last minus before a number belongs to it, and two signs are none: what they stand on is not looked at
      if (sign === '-' && ['int', 'double'].includes(this.next.kind)) count -= 1;
      const operand = this.member();
      return count % 2 === 0 ? operand : { kind: 'call', name: `${sign}_`, args: [operand] };
    }
    return this.member();
  }

  private member(): Node {
    let node = this.primary();
    for (;;) {
      if (this.take('.')) {
        const isOptional = this.take('?');
        const name = this.name();
        node = this.take('(')
          ? { kind: 'call', name, target: node, args: this.list(')') }
          : { kind: 'field', of: node, name, isOptional };
      } else if (this.take('[')) {
        const name = this.take('?') ? '_[?_]' : '_[_]';
        node = { kind: 'call', name, args: [node, this.expression()] };
        this.expect(']');
      } else return node;
    }
  }

  private primary(): Node {
    if (this.take('(')) {
      const node = this.expression();
      this.expect(')');
      return node;
    }
    if (this.take('[')) return { kind: 'list', items: this.list(']') };
    if (this.take('{')) return this.map();
    const { kind, text } = this.next;
    if (kind === 'name' || text === '.') return this.named();
    if (kind === 'sign' || kind === 'end') throw new ExpressionFault(`${text} where a value is expected`);
    this.advance();
    return { kind: 'literal', type: kind };
  }

  private named(): Node {
    this.take('.');
    const name = this.name();
    if (name === 'true' || name === 'false') return { kind: 'literal', type: 'bool' };
    if (name === 'null') return { kind: 'literal', type: 'null' };
    return this.take('(') ? { kind: 'call', name, args: this.list(')') } : { kind: 'name', name };
  }

  private name(): string {
    const { kind, text } = this.next;
    if (kind !== 'name' || reserved.test(text)) throw new ExpressionFault(`${text} where a name is expected`);
    this.advance();
    return text;
  }

  /** Expressions up to a closing sign; a comma may stand before that of a list. */
  private list(end: string): readonly Node[] {
    const items: Node[] = [];
    while (!this.take(end)) {
      if (items.length > 0) {
        this.expect(',');
        if (end === ']' && this.take(end)) return items;
      }
      items.push(this.expression());
    }
    return items;
  }

  private map(): Node {
    const [keys, values]: [Node[], Node[]] = [[], []];
    while (!this.take('}')) {
      if (keys.length > 0) {
        this.expect(',');
        if (this.take('}')) break;
      }
      keys.push(this.expression());
      this.expect(':');
      values.push(this.expression());
    }
    return { kind: 'map', keys, values };
  }

  private get next(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: 'the end' };
  }

  private isSign(texts: readonly string[]): boolean {
    return (this.next.kind === 'sign' || this.next.text === 'in') && texts.includes(this.next.text);
  }

  private advance(): Token {
    const token = this.next;
    this.at += 1;
    return token;
  }

  private take(text: string): boolean {
    if (this.next.text !== text || !['sign', 'end'].includes(this.next.kind)) return false;
    this.at += 1;
    return true;
  }
}
