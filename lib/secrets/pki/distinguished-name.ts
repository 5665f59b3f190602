import { AsnConvert } from '@peculiar/asn1-schema';
import { AttributeTypeAndValue, AttributeValue, Name, RelativeDistinguishedName } from '@peculiar/asn1-x509';

/** Whom a certificate names. Neither part is required: Kubernetes' aggregator authority has no name at all. */
export interface Subject {
  /** One `O` for each, whatever their order: DER sorts them. */
  readonly organizations: readonly string[];
  readonly commonName?: string | undefined;
}

const ORGANIZATION = '2.5.4.10';
const COMMON_NAME = '2.5.4.3';

/** The name as Go's `pkix.Name` encodes it: all organizations in one set, then the common name. */
export function encodeName({ organizations, commonName }: Subject): Name {
  return new Name([
    ...(organizations.length === 0 ? [] : [nameSet(ORGANIZATION, organizations)]),
    ...(commonName === undefined ? [] : [nameSet(COMMON_NAME, [commonName])]),
  ]);
}

/** The parts of a name that Talos and Kubernetes read. */
export function decodeName(name: Name): Subject {
  const attributes = [...name].flatMap((set) => [...set]);
  const valuesOf = (type: string) =>
    attributes.filter((entry) => entry.type === type).map(({ value }) => value.toString());
  return { organizations: valuesOf(ORGANIZATION), commonName: valuesOf(COMMON_NAME)[0] };
}

function nameSet(type: string, values: readonly string[]): RelativeDistinguishedName {
  const attributes = values.map((value) => {
    const attribute = new AttributeTypeAndValue({ type, value: encodeText(value) });
    return { attribute, der: Buffer.from(AsnConvert.serialize(attribute)) };
  });
  attributes.sort((a, b) => Buffer.compare(a.der, b.der));
  return new RelativeDistinguishedName(attributes.map(({ attribute }) => attribute));
}

const PRINTABLE = /^[A-Za-z0-9 '()+,\-./:=?]*$/;

function encodeText(text: string): AttributeValue {
  return new AttributeValue(PRINTABLE.test(text) ? { printableString: text } : { utf8String: text });
}
