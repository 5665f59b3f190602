import type { Problem } from '../../../cluster';
import type { DocumentRule } from '../configuration';
import { missing, type Place } from '../place';

/** A rule of the firewall opens ports to networks. Source: Talos `config/types/network/rule_config.go`. */
const networkRule: DocumentRule = (document) => {
  const ports = document.at('portSelector.ports');
  return [
    ...missing(document, 'name', 'portSelector.ports'),
    ...overlaps(ports),
    ...document.at('ingress').items.flatMap((entry) => missing(entry, 'subnet')),
  ];
};

function overlaps(ports: Place): readonly Problem[] {
  const ranges = ports.items.map((place) => ({ place, ...rangeOf(place.text) })).sort((a, b) => a.low - b.low);
  return ranges.flatMap(({ place, low, high }, index) => {
    if (low > high) return [place.wrong('a range that ends before it begins', 'turn it round')];
    const before = ranges[index - 1];
    return before !== undefined && low <= before.high
      ? [place.wrong(`ports of ${before.place.text} as well`, 'bring the two together')]
      : [];
  });
}

function rangeOf(text: string): { readonly low: number; readonly high: number } {
  const [low = '', high = low] = text.split('-');
  return { low: Number(low), high: Number(high) };
}

export const firewallRules: Readonly<Record<string, DocumentRule>> = { NetworkRuleConfig: networkRule };
