import {
  portGraph,
  type GraphCable,
  type GraphLink,
  type GraphPort,
  type PortGraph,
} from '../../../shared/rules/port-graph.ts';
import type { ReadDatabase } from '../../db/connection.ts';

const PORT = `SELECT id, object_id AS objectId, kind, name, number, inner_port_id AS innerPortId,
  inner_position AS innerPosition, positions FROM port`;

/** The cables of the workspace, read row by row: for one trace, or for one rack. */
export function storedGraph(database: ReadDatabase): PortGraph {
  const byId = database.prepare<[string], GraphPort>(`${PORT} WHERE id = ?`);
  const outers = database.prepare<[string], GraphPort>(`${PORT} WHERE inner_port_id = ?`);
  const inlets = database.prepare<[string], GraphPort>(
    `${PORT} WHERE object_id = ? AND kind = 'power-port' ORDER BY number, name`,
  );
  const link = database.prepare<[string, string], GraphLink>(
    `SELECT id AS cableId, b_port_id AS portId FROM cable WHERE a_port_id = ?
     UNION ALL SELECT id AS cableId, a_port_id AS portId FROM cable WHERE b_port_id = ?`,
  );
  return {
    port: (id) => byId.get(id),
    cabled: (id) => link.get(id, id),
    outers: (id) => outers.all(id),
    inletsOf: (objectId) => inlets.all(objectId),
  };
}

/** Every power port and the cables between them in memory: for questions about many racks. */
export function powerGraph(database: ReadDatabase): PortGraph {
  const ports = database
    .prepare<[], GraphPort>(`${PORT} WHERE kind IN ('power-port', 'power-outlet', 'power-feed') ORDER BY number, name`)
    .all();
  const cables = database
    .prepare<[], GraphCable>(
      `SELECT cable.id, a_port_id AS aPortId, b_port_id AS bPortId FROM cable JOIN port ON port.id = a_port_id
       WHERE port.kind IN ('power-port', 'power-outlet', 'power-feed')`,
    )
    .all();
  return portGraph(ports, cables);
}
