import { Address4, Address6 } from 'ip-address';

type Address = Address4 | Address6;

/** An IP address, parsed once and compared as a number. */
export class Ip {
  private constructor(
    /** As the definition wrote it. */
    readonly text: string,
    private readonly parsed: Address | undefined,
  ) {}

  /** Never throws: a text that is no address gives an `Ip` whose `valid` is false, for a rule to report. */
  static parse(text: string): Ip {
    return new Ip(text, text.includes('/') ? undefined : parseAddress(text));
  }

  get valid(): boolean {
    return this.parsed !== undefined;
  }

  get family(): 4 | 6 | undefined {
    return this.parsed === undefined ? undefined : familyOf(this.parsed);
  }

  /** The address as a number; 0 where it is not valid. */
  get value(): bigint {
    return this.parsed?.bigInt() ?? 0n;
  }

  equals(other: Ip): boolean {
    return this.valid && other.valid && this.family === other.family && this.value === other.value;
  }

  toJSON(): string {
    return this.text;
  }
}

/** A network in CIDR form, parsed once and compared as a range of numbers. */
export class Cidr {
  private constructor(
    /** As the definition wrote it. */
    readonly text: string,
    private readonly parsed: Address | undefined,
  ) {}

  /** Never throws: a text that is no CIDR gives a `Cidr` whose `valid` is false, for a rule to report. */
  static parse(text: string): Cidr {
    return new Cidr(text, /\/\d+$/.test(text) ? parseAddress(text) : undefined);
  }

  get valid(): boolean {
    return this.parsed !== undefined;
  }

  get family(): 4 | 6 | undefined {
    return this.parsed === undefined ? undefined : familyOf(this.parsed);
  }

  /** Prefix length, e.g. 16 for `10.0.0.0/16`. */
  get prefix(): number {
    return this.parsed?.subnetMask ?? 0;
  }

  get first(): bigint {
    return this.parsed?.startAddress().bigInt() ?? 0n;
  }

  get last(): bigint {
    return this.parsed?.endAddress().bigInt() ?? 0n;
  }

  /** The same network with its host bits cleared, e.g. `10.0.0.0/16` for `10.0.3.1/16`. */
  get canonical(): string {
    return this.parsed === undefined ? this.text : `${this.parsed.startAddress().correctForm()}/${String(this.prefix)}`;
  }

  get hasHostBits(): boolean {
    return this.parsed !== undefined && this.parsed.bigInt() !== this.first;
  }

  contains(other: Ip | Cidr): boolean {
    if (!this.valid || !other.valid || this.family !== other.family) return false;
    const [first, last] = other instanceof Ip ? [other.value, other.value] : [other.first, other.last];
    return this.first <= first && last <= this.last;
  }

  overlaps(other: Cidr): boolean {
    if (!this.valid || !other.valid || this.family !== other.family) return false;
    return this.first <= other.last && other.first <= this.last;
  }

  /** The nth address of the network: `host(1)` of `10.0.0.0/24` is `10.0.0.1`. */
  host(n: number): string {
    const value = this.first + BigInt(n);
    return (this.family === 6 ? Address6.fromBigInt(value) : Address4.fromBigInt(value)).correctForm();
  }

  toJSON(): string {
    return this.text;
  }
}

function familyOf(address: Address): 4 | 6 {
  return address instanceof Address4 ? 4 : 6;
}

function parseAddress(text: string): Address | undefined {
  if (Address4.isValid(text)) return new Address4(text);
  if (Address6.isValid(text)) return new Address6(text);
  return undefined;
}
