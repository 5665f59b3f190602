import { VsphereProvider } from '@cdktf/provider-vsphere/lib/provider';
import { TerraformVariable, VariableType } from 'cdktf';
import type { Construct } from 'constructs';
import { literal, named } from '../naming';

/**
 * The vSphere provider for one vCenter server. Its credentials are sensitive variables that default to nothing, whereupon
 * the provider reads `VSPHERE_USER` and `VSPHERE_PASSWORD` itself: no value ever reaches `cdk.tf.json`. The server's
 * certificate is always verified.
 */
export function vsphereProvider(scope: Construct, server: string): VsphereProvider {
  return new VsphereProvider(scope, 'vsphere', {
    vsphereServer: literal(server),
    user: credential(scope, 'user').stringValue,
    password: credential(scope, 'password').stringValue,
  });
}

function credential(scope: Construct, what: string): TerraformVariable {
  const variable = new TerraformVariable(scope, what, { type: VariableType.STRING, sensitive: true });
  // cdktf cannot say `default = null`
  variable.addOverride('default', null);
  return named(variable, `vsphere_${what}`);
}
