import { fail } from '../../../shared/contract/failure.ts';
import type { ComputeReport } from '../../../shared/domain/compute-report.ts';
import { COMPUTE_STATES, COMPUTE_TYPES } from '../../../shared/domain/compute.ts';
import { raidLevelLabel, type RaidLevel } from '../../../shared/domain/raid-level.ts';
import { RESOURCE_KEYS, RESOURCE_LABELS } from '../../../shared/domain/resource.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { capacityOf } from '../capacity/service.ts';
import { dnsOfAddress } from '../dns/service.ts';
import { effectiveRules } from '../firewall/service.ts';
import { addressesOf } from '../ip/service.ts';
import { journalOf } from '../journal/service.ts';
import { tagsOfOne } from '../object/extras-repository.ts';
import { placeOf } from '../placement/service.ts';
import { portMappingsOf } from '../port-assignment/service.ts';
import { storageOf } from '../storage/service.ts';
import { journalCount, reportedCompute, reportedComponents, reportedServices } from './repository.ts';

const RECENT_ENTRIES = 20;
const ALL_ENTRIES = 100_000;

/** Everything on record about a compute. The same totals as on every screen: nothing is added up here. */
export function reportOf(database: ReadDatabase, computeId: string, journal: 'recent' | 'all'): ComputeReport {
  const compute = reportedCompute(database, computeId) ?? fail('E_NOT_FOUND', 'The compute is no longer there.');
  const limit = journal === 'all' ? ALL_ENTRIES : RECENT_ENTRIES;
  return {
    ...compute,
    type: labelOf(COMPUTE_TYPES, compute.type),
    state: labelOf(COMPUTE_STATES, compute.state),
    place: placeText(database, computeId),
    tags: tagsOfOne(database, computeId),
    ...capacityPart(database, computeId),
    components: componentPart(database, computeId),
    storage: storagePart(database, computeId),
    services: servicePart(database, computeId),
    addresses: addressPart(database, computeId),
    firewall: effectiveRules(database, computeId),
    journal: journalOf(database, computeId, limit),
    journalCount: journalCount(database, computeId),
  };
}

function labelOf(choices: readonly { readonly value: string; readonly label: string }[], value: string): string {
  return choices.find((entry) => entry.value === value)?.label ?? value;
}

function placeText(database: ReadDatabase, computeId: string): string {
  const { path, at } = placeOf(database, computeId);
  return [...path.map(({ name }) => name), ...(at === null ? [] : [at])].join(' / ');
}

function capacityPart(database: ReadDatabase, computeId: string): Pick<ComputeReport, 'resources' | 'findings'> {
  const { totals, allocated } = capacityOf(database, computeId);
  return {
    resources: RESOURCE_KEYS.map((key) => ({
      key,
      label: RESOURCE_LABELS[key].label,
      total: totals[key],
      allocated: allocated[key],
      free: totals[key] - allocated[key],
      share: totals[key] === 0 ? null : allocated[key] / totals[key],
    })),
    findings: totals.findings.map(({ message }) => message),
  };
}

function componentPart(database: ReadDatabase, computeId: string): ComputeReport['components'] {
  return reportedComponents(database, computeId).map((row) => ({
    ...row,
    serials: JSON.parse(row.serials) as string[],
    specs: JSON.parse(row.specs) as Record<string, unknown>,
    failed: row.failed === 1,
  }));
}

function storagePart(database: ReadDatabase, computeId: string): ComputeReport['storage'] {
  const { groups, loose, totalGb } = storageOf(database, computeId);
  return {
    totalGb,
    groups: groups.map(({ name, level, members, hotSpares, capacity, findings }) => ({
      name,
      level: level === null ? 'no level' : raidLevelLabel(level as RaidLevel),
      disks: members.length,
      hotSpares: hotSpares.length,
      state: capacity?.state ?? findings[0]?.message ?? 'unknown',
      capacityGb: capacity?.capacityGb ?? 0,
      rawGb: capacity?.rawGb ?? 0,
      ifAnotherFails: capacity?.ifAnotherFails ?? '',
    })),
    loose: loose.map(({ component, slot, serial, capacityGb }) => ({ component, slot, serial, capacityGb })),
  };
}

function servicePart(database: ReadDatabase, computeId: string): ComputeReport['services'] {
  const ports = Map.groupBy(portMappingsOf(database, computeId), ({ assignmentId }) => assignmentId);
  return reportedServices(database, computeId).map(({ id, service, quantity, allocated, overrideReason }) => ({
    service,
    quantity,
    allocated: JSON.parse(allocated) as ComputeReport['services'][number]['allocated'],
    ports: (ports.get(id) ?? []).map(({ text }) => text),
    overrideReason,
  }));
}

function addressPart(database: ReadDatabase, computeId: string): ComputeReport['addresses'] {
  return addressesOf(database, computeId).map(({ ipAddressId, address, ...row }) => ({
    ...row,
    address,
    names: dnsOfAddress(database, ipAddressId, address).map(({ name, type }) => `${name} (${type})`),
  }));
}
