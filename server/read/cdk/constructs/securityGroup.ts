/** Security groups and the rules that `connections` adds to them. */
import type { Value } from '../../../model/value.ts';
import type { Data, Draft, Passed } from '../draft.ts';
import { libraryCall } from '../library.ts';
import type { Definitions } from './definition.ts';

/** Ports of the constants of `ec2.Port`. */
const namedPorts: Readonly<Record<string, number>> = {
  SSH: 22,
  SMTP: 25,
  DNS_UDP: 53,
  DNS_TCP: 53,
  HTTP: 80,
  POP3: 110,
  IMAP: 143,
  LDAP: 389,
  HTTPS: 443,
  SMB: 445,
  IMAPS: 993,
  POP3S: 995,
  MSSQL: 1433,
  NFS: 2049,
  MYSQL_AURORA: 3306,
  RDP: 3389,
  POSTGRES: 5432,
  REDIS: 6379,
};

/** Protocol and ports of an `ec2.Port`. */
function portRange(draft: Draft, port: Value | undefined): Readonly<Record<string, Data>> {
  const unknown = draft.unknown(port?.span ?? draft.typeSpan);
  const named = port && libraryCall(port);
  const [first, second] = named?.call.arguments ?? [];
  const method = named?.name.startsWith('Port.') ? named.name.slice('Port.'.length) : undefined;
  switch (method) {
    case 'tcp':
    case 'udp':
      return { IpProtocol: method, FromPort: first ?? unknown, ToPort: first ?? unknown };
    case 'tcpRange':
    case 'udpRange':
      return { IpProtocol: method.slice(0, 3), FromPort: first ?? unknown, ToPort: second ?? unknown };
    case 'allTcp':
    case 'allUdp':
      return { IpProtocol: method.slice(3).toLowerCase(), FromPort: 0, ToPort: 65_535 };
    case 'allTraffic':
      return { IpProtocol: '-1' };
    case 'allIcmp':
    case 'icmpPing':
    case 'icmpType':
    case 'icmpTypeAndCode':
      return { IpProtocol: 'icmp', FromPort: unknown, ToPort: unknown };
    default: {
      const number = method === undefined ? undefined : namedPorts[method];
      if (number === undefined) return { IpProtocol: unknown, FromPort: unknown, ToPort: unknown };
      return { IpProtocol: method === 'DNS_UDP' ? 'udp' : 'tcp', FromPort: number, ToPort: number };
    }
  }
}

/** The source of a rule: an address range, a prefix list or another security group. */
function source(draft: Draft, peer: Value | undefined): Readonly<Record<string, Data>> | undefined {
  if (!peer) return undefined;
  if (peer.kind === 'reference') return { SourceSecurityGroupId: { ...peer } };
  const named = libraryCall(peer);
  const first = named?.call.arguments[0] ?? draft.unknown(peer.span);
  switch (named?.name) {
    case 'Peer.anyIpv4':
      return { CidrIp: draft.value('0.0.0.0/0', peer.span) };
    case 'Peer.anyIpv6':
      return { CidrIpv6: draft.value('::/0', peer.span) };
    case 'Peer.ipv4':
      return { CidrIp: first };
    case 'Peer.ipv6':
      return { CidrIpv6: first };
    case 'Peer.prefixList':
      return { SourcePrefixListId: first };
    case 'Peer.securityGroupId':
      return { SourceSecurityGroupId: first };
    default:
      return undefined;
  }
}

function ingressRule(draft: Draft, peer: Value | undefined, port: Value | undefined, call: Passed): Value {
  const from = source(draft, peer);
  const rule = draft.value({ ...portRange(draft, port), ...from }, call.span);
  return rule.kind === 'map'
    ? { ...rule, open: from === undefined || (port !== undefined && libraryCall(port) === undefined) }
    : rule;
}

/** A rule of its own: the group that it belongs to may be made elsewhere. */
function separateRule(draft: Draft, peer: Value, port: Value | undefined, call: Passed): void {
  if (!call.sure) return;
  const rule = ingressRule(draft, peer, port, call);
  if (rule.kind !== 'map') return;
  const made = draft.make('AWS::EC2::SecurityGroupIngress', 'Ingress', {}, call.methodSpan);
  made.properties = rule.open ? rule : { ...rule, open: true };
}

/** What `connections` of an instance, a load balancer or anything else that has them can do. */
export const connections: Readonly<Record<string, (draft: Draft, call: Passed) => void>> = Object.fromEntries(
  ['', 'connections.'].flatMap((prefix) => [
    [
      `${prefix}allowFromAnyIpv4`,
      (draft: Draft, call: Passed) => separateRule(draft, anyIpv4(draft, call), call.values[0], call),
    ],
    [
      `${prefix}allowFrom`,
      (draft: Draft, call: Passed) =>
        separateRule(draft, call.values[0] ?? draft.unknown(), call.values[1], call),
    ],
    [
      `${prefix}allowDefaultPortFromAnyIpv4`,
      (draft: Draft, call: Passed) => separateRule(draft, anyIpv4(draft, call), undefined, call),
    ],
    [
      `${prefix}allowDefaultPortFrom`,
      (draft: Draft, call: Passed) => separateRule(draft, call.values[0] ?? draft.unknown(), undefined, call),
    ],
    [
      `${prefix}allowSshAccessFrom`,
      (draft: Draft, call: Passed) => {
        const ssh = draft.value({}, call.methodSpan);
        const port: Value = { kind: 'call', span: ssh.span, name: 'cdk:aws-ec2.Port.SSH', arguments: [] };
        for (const peer of call.values) separateRule(draft, peer, port, call);
      },
    ],
  ]),
);

function anyIpv4(draft: Draft, call: Passed): Value {
  return { ...draft.unknown(call.methodSpan), kind: 'call', name: 'cdk:aws-ec2.Peer.anyIpv4', arguments: [] };
}

export const securityGroups: Definitions = {
  SecurityGroup: {
    type: 'AWS::EC2::SecurityGroup',
    make: (draft) => draft.setData('SecurityGroupIngress', []),
    methods: {
      addIngressRule: (draft, call) => {
        const [peer, port] = call.values;
        draft.append('SecurityGroupIngress', ingressRule(draft, peer, port, call), call.there);
      },
      ...Object.fromEntries(
        ['connections.allowFromAnyIpv4', 'connections.allowFrom'].map((path) => [
          path,
          (draft: Draft, call: Passed) => {
            const [first, second] = call.values;
            const rule = path.endsWith('Ipv4')
              ? ingressRule(draft, anyIpv4(draft, call), first, call)
              : ingressRule(draft, first, second, call);
            draft.append('SecurityGroupIngress', rule, call.there);
          },
        ]),
      ),
    },
  },
};
