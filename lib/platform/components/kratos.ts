import { secret, type Component, type ComponentSecret, type HelmChart, type JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { exposed, publicUrl } from '../exposed';
import type { Exposure } from '../http-route';
import { mergeValues } from '../merge-values';
import {
  databaseRequirements,
  databaseTraffic,
  databaseUrl,
  rolePassword,
  type DatabaseReference,
} from '../postgres-database';
import { deployment } from '../workload';
import { hydraAdminUrl } from './hydra';

export interface KratosSettings extends ChartSettings {
  /** @default 'identity' */
  readonly namespace?: string;
  /** The public endpoint, which browsers call. */
  readonly exposure: Exposure;
  /** Where people log in, register and change what is known of them: the pages of `kratosSelfserviceUi()`. */
  readonly uiUrl: string;
  /** Domain of the cookies, where pages and endpoint have different hosts, e.g. `example.com`. @default - the endpoint's host */
  readonly cookieDomain?: string;
  /** JSON schema of an identity's traits. @default - an e-mail address, by which people log in */
  readonly identitySchema?: JsonObject;
  /** Sender of mails. @default - none; the mail server is the secret `kratos-smtp-uri` all the same */
  readonly mailFrom?: string;
  /** Answer the login requests of `hydra()` in the same namespace. @default true */
  readonly hydra?: boolean;
  /** @default - the database `kratos` of `postgres()` */
  readonly database?: DatabaseReference;
}

const chart: HelmChart = { name: 'kratos', version: '0.60.1', repository: 'https://k8s.ory.sh/helm/charts' };

// name of the file that the chart puts the schema in, beside its configuration in /etc/config
const schemaFile = 'identity.default.schema.json';

/** Ory Kratos: identities, their passwords and sessions; people see it through `kratosSelfserviceUi()`. */
export function kratos(settings: KratosSettings): Component {
  const { namespace = 'identity', exposure, database = { name: 'kratos' } } = settings;
  const name = 'kratos';
  const route = exposed({ name, namespace }, exposure, { service: `${name}-public`, port: 80 });
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues(ownValues(name, namespace, settings, database), settings.values),
    objects: () => route.objects,
    secrets: (): readonly ComponentSecret[] => [
      {
        name,
        data: {
          databasePassword: rolePassword(database.owner ?? database.name),
          secretsDefault: secret('kratos-default-secret'),
          secretsCookie: secret('kratos-cookie-secret'),
          secretsCipher: secret('kratos-cipher-secret'),
          smtpConnectionURI: secret('kratos-smtp-uri'),
        },
      },
      { name: environmentOf(name), data: { COURIER_SMTP_CONNECTION_URI: secret('kratos-smtp-uri') } },
    ],
    provides: ['kratos'],
    requires: [...databaseRequirements(database), ...(settings.hydra === false ? [] : ['hydra']), ...route.requires],
    health: () => [deployment(namespace, name)],
    traffic: {
      // mail servers listen on ports of all kinds
      to: [databaseTraffic(database), { peer: 'internet' }],
      from: [{ peer: 'cluster', ports: [{ port: 4433 }, { port: 4434 }] }],
    },
  };
}

// keys: ory/k8s, helm/charts/kratos/values.yaml and templates; configuration: Kratos reference, "Configuration"
function ownValues(name: string, namespace: string, settings: KratosSettings, database: DatabaseReference): JsonObject {
  const { exposure, uiUrl, cookieDomain, mailFrom, identitySchema = emailSchema } = settings;
  const extraEnv = databaseUrl(database, { variable: 'DSN', password: { name, key: 'databasePassword' } });
  return {
    fullnameOverride: name,
    secret: { enabled: false, nameOverride: name },
    kratos: {
      // a Helm hook would run before the engine has delivered the Secret
      automigration: { enabled: true, type: 'initContainer' },
      identitySchemas: { [schemaFile]: JSON.stringify(identitySchema) },
      config: {
        serve: {
          public: { base_url: `${publicUrl(exposure)}/` },
          admin: { base_url: `http://${name}-admin.${namespace}.svc/` },
        },
        cookies: cookieDomain === undefined ? undefined : { domain: cookieDomain },
        identity: {
          default_schema_id: 'default',
          schemas: [{ id: 'default', url: `file:///etc/config/${schemaFile}` }],
        },
        selfservice: {
          default_browser_return_url: `${uiUrl}/`,
          allowed_return_urls: [uiUrl],
          methods: { password: { enabled: true } },
          flows: flows(uiUrl),
        },
        oauth2_provider: settings.hydra === false ? undefined : { url: hydraAdminUrl(namespace) },
        courier: mailFrom === undefined ? undefined : { smtp: { from_address: mailFrom } },
      },
    },
    deployment: { extraEnv, environmentSecretsName: environmentOf(name) },
    statefulSet: { extraEnv, environmentSecretsName: environmentOf(name) },
  };
}

// the chart reads the mail server from its Secret only where the values repeat it, in plain
function environmentOf(name: string): string {
  return `${name}-environment`;
}

// paths: ory/kratos-selfservice-ui-node, src/routes
function flows(ui: string): JsonObject {
  return {
    login: { ui_url: `${ui}/login` },
    registration: { ui_url: `${ui}/registration` },
    settings: { ui_url: `${ui}/settings` },
    recovery: { enabled: true, ui_url: `${ui}/recovery` },
    verification: { enabled: true, ui_url: `${ui}/verification` },
    error: { ui_url: `${ui}/error` },
    logout: { after: { default_browser_return_url: `${ui}/login` } },
  };
}

// `ory.sh/kratos` says what a trait is for. Source: Kratos documentation, "Customize identity schema"
const emailSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Person',
  type: 'object',
  properties: {
    traits: {
      type: 'object',
      properties: {
        email: {
          type: 'string',
          format: 'email',
          title: 'E-mail',
          'ory.sh/kratos': {
            credentials: { password: { identifier: true } },
            recovery: { via: 'email' },
            verification: { via: 'email' },
          },
        },
      },
      required: ['email'],
      additionalProperties: false,
    },
  },
};
