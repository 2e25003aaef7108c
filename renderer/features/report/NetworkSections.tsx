import type { ComputeReport } from '../../../shared/domain/compute-report.ts';
import { formatCount } from '../../ui/format.ts';
import { resourcesText } from '../noun/field-text.ts';
import { ReportSection } from '../print/ReportSection.tsx';
import { ReportTable } from '../print/ReportTable.tsx';

/** What runs here, and how it is reached. */
export function NetworkSections({ report }: { report: ComputeReport }) {
  const { services, addresses, firewall } = report;
  const ports = services.flatMap(({ service, ports: mappings }) => mappings.map((mapping) => ({ service, mapping })));
  return (
    <>
      {services.length > 0 ? <ServiceSection services={services} /> : null}
      {addresses.length > 0 ? <AddressSection addresses={addresses} /> : null}
      {ports.length > 0 ? (
        <ReportSection title="Ports">
          <ReportTable
            label="Ports"
            rows={ports}
            columns={[
              { label: 'Port', cell: ({ mapping }) => mapping },
              { label: 'Service', cell: ({ service }) => service },
            ]}
          />
        </ReportSection>
      ) : null}
      {firewall.length > 0 ? <FirewallSection firewall={firewall} /> : null}
    </>
  );
}

function ServiceSection({ services }: Pick<ComputeReport, 'services'>) {
  return (
    <ReportSection title="Services">
      <ReportTable
        label="Services"
        rows={services}
        columns={[
          { label: 'Service', cell: ({ service }) => service },
          { label: 'Quantity', align: 'end', cell: ({ quantity }) => formatCount(quantity) },
          { label: 'Allocated to each', cell: ({ allocated }) => resourcesText(allocated) },
          { label: 'Override', cell: ({ overrideReason }) => overrideReason },
        ]}
      />
    </ReportSection>
  );
}

function AddressSection({ addresses }: Pick<ComputeReport, 'addresses'>) {
  return (
    <ReportSection title="Network">
      <ReportTable
        label="Addresses"
        rows={addresses}
        columns={[
          { label: 'Address', cell: ({ address, isPrimary }) => (isPrimary ? `${address} (primary)` : address) },
          { label: 'Type', cell: ({ type }) => type },
          { label: 'CIDR', cell: ({ cidr }) => cidr },
          { label: 'Gateway', cell: ({ gateway }) => gateway },
          { label: 'DNS servers', cell: ({ dnsServers }) => dnsServers },
          { label: 'VLAN', align: 'end', cell: ({ vlan }) => vlan },
          { label: 'Interface', cell: ({ interfaceName }) => interfaceName },
          { label: 'Names', cell: ({ names }) => names.join(', ') },
        ]}
      />
    </ReportSection>
  );
}

function FirewallSection({ firewall }: Pick<ComputeReport, 'firewall'>) {
  return (
    <ReportSection title="Firewall">
      <ReportTable
        label="Firewall rules in the order they decide"
        rows={firewall}
        columns={[
          { label: 'Priority', align: 'end', cell: ({ priority }) => String(priority) },
          { label: 'Rule', cell: ({ name, enabled }) => (enabled ? name : `${name} (disabled)`) },
          { label: 'Action', cell: ({ action }) => action },
          { label: 'Protocol', cell: ({ protocol }) => protocol },
          { label: 'Source', cell: ({ source }) => source },
          { label: 'Destination', cell: ({ destination }) => destination },
          { label: 'Ports', cell: ({ ports }) => ports },
        ]}
      />
    </ReportSection>
  );
}
