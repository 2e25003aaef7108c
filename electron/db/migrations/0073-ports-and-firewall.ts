import type { Migration } from './migration.ts';

/** Ports of addresses that lead to services, and the rules of what may pass. */
export const portsAndFirewall: Migration = {
  version: 73,
  name: 'ports-and-firewall',
  up: (database) => {
    database.exec(`
      CREATE TABLE port_assignment (
        id TEXT NOT NULL PRIMARY KEY,
        assignment_id TEXT NOT NULL REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED,
        ip_address_id TEXT NOT NULL REFERENCES ip_address (id) DEFERRABLE INITIALLY DEFERRED,
        port INTEGER NOT NULL CONSTRAINT port_assignment_port CHECK (port BETWEEN 0 AND 65535),
        protocol TEXT NOT NULL,
        service_port INTEGER NOT NULL CONSTRAINT port_assignment_service_port CHECK (service_port BETWEEN 0 AND 65535),
        description TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX port_assignment_natural ON port_assignment (ip_address_id, port, protocol);
      CREATE INDEX port_assignment_assignment ON port_assignment (assignment_id);
      CREATE TABLE firewall_rule (
        id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL, action TEXT NOT NULL, protocol TEXT NOT NULL, source TEXT NOT NULL, destination TEXT NOT NULL,
        port_start INTEGER NOT NULL, port_end INTEGER NOT NULL, priority INTEGER NOT NULL, description TEXT,
        CONSTRAINT firewall_rule_ports CHECK (port_end = 0 OR port_end >= port_start)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE firewall_assignment (
        id TEXT NOT NULL PRIMARY KEY,
        compute_id TEXT NOT NULL REFERENCES compute (id) DEFERRABLE INITIALLY DEFERRED,
        rule_id TEXT NOT NULL REFERENCES firewall_rule (id) DEFERRABLE INITIALLY DEFERRED,
        enabled INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX firewall_assignment_natural ON firewall_assignment (compute_id, rule_id);
      CREATE INDEX firewall_assignment_rule ON firewall_assignment (rule_id);
    `);
  },
};
