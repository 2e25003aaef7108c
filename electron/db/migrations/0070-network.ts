import type { Migration } from './migration.ts';

/**
 * Addresses and the prefixes they are given out of. The keys are the addresses as hexadecimal digits, which compare as the
 * addresses do: what lies in a prefix is a range of an index.
 */
export const network: Migration = {
  version: 70,
  name: 'network',
  up: (database) => {
    database.exec(`
      CREATE TABLE vrf (
        id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL, route_distinguisher TEXT, description TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE prefix (
        id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
        cidr TEXT NOT NULL,
        vrf_id TEXT REFERENCES vrf (id) DEFERRABLE INITIALLY DEFERRED,
        purpose TEXT, vlan INTEGER, gateway TEXT, dns_servers TEXT, provider TEXT, region TEXT,
        site_id TEXT REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED,
        first_key TEXT, last_key TEXT, last_given TEXT, notes TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX prefix_natural ON prefix (ifnull(vrf_id, ''), cidr);
      CREATE INDEX prefix_range ON prefix (first_key, last_key);
      CREATE INDEX prefix_vrf ON prefix (vrf_id);
      CREATE INDEX prefix_site ON prefix (site_id);
      CREATE TABLE ip_address (
        id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
        address TEXT NOT NULL,
        vrf_id TEXT REFERENCES vrf (id) DEFERRABLE INITIALLY DEFERRED,
        type TEXT, cidr TEXT, gateway TEXT, dns_servers TEXT, vlan INTEGER, provider TEXT, region TEXT,
        state TEXT NOT NULL CONSTRAINT ip_address_state CHECK (state IN ('available', 'assigned', 'reserved')),
        shared INTEGER NOT NULL, sort_key TEXT, notes TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX ip_address_natural ON ip_address (ifnull(vrf_id, ''), address);
      CREATE INDEX ip_address_sort ON ip_address (sort_key, id);
      CREATE INDEX ip_address_vrf ON ip_address (vrf_id);
      CREATE TABLE ip_assignment (
        id TEXT NOT NULL PRIMARY KEY,
        compute_id TEXT NOT NULL REFERENCES compute (id) DEFERRABLE INITIALLY DEFERRED,
        ip_address_id TEXT NOT NULL REFERENCES ip_address (id) DEFERRABLE INITIALLY DEFERRED,
        interface_name TEXT, is_primary INTEGER NOT NULL, notes TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX ip_assignment_natural ON ip_assignment (compute_id, ip_address_id);
      CREATE UNIQUE INDEX ip_assignment_primary ON ip_assignment (compute_id) WHERE is_primary = 1;
      CREATE INDEX ip_assignment_address ON ip_assignment (ip_address_id);
    `);
  },
};
