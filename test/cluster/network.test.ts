import { describe, expect, it } from 'vitest';
import { endpointUrl } from '../../lib/cluster';

const url = (host: string, port = 6443) => endpointUrl({ network: { endpoint: { host, port } } });

describe('the URL of the Kubernetes API', () => {
  it('names host and port, also the usual one', () => {
    expect(url('api.edge.example.com')).toBe('https://api.edge.example.com:6443');
    expect(url('192.0.2.10', 443)).toBe('https://192.0.2.10:443');
  });

  it('has an IPv6 address in brackets, so that a URL is read back from it', () => {
    expect(url('2001:db8::1')).toBe('https://[2001:db8::1]:6443');
    expect(new URL(url('2001:db8::1')).port).toBe('6443');
  });
});
