import {
  portGraph,
  type GraphCable,
  type GraphLink,
  type GraphPort,
  type PortGraph,
} from '../../../shared/rules/port-graph.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

const PORT = `SELECT id, object_id AS objectId, kind, name, number, inner_port_id AS innerPortId,
  inner_position AS innerPosition, positions FROM port`;

/** The cables of the workspace, read row by row: for one trace, or for one rack. */
export function storedGraph(database: ReadDatabase): PortGraph {
  const byId = statementOf<[string], GraphPort>(database, `${PORT} WHERE id = ?`);
  const outers = statementOf<[string], GraphPort>(database, `${PORT} WHERE inner_port_id = ?`);
  const inlets = statementOf<[string], GraphPort>(
    database,
    `${PORT} WHERE object_id = ? AND kind = 'power-port' ORDER BY number, name`,
  );
  const link = statementOf<[string, string], GraphLink>(
    database,
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
  const ports = statementOf<[], GraphPort>(
    database,
    `${PORT} WHERE kind IN ('power-port', 'power-outlet', 'power-feed') ORDER BY number, name`,
  ).all();
  const cables = statementOf<[], GraphCable>(
    database,
    `SELECT cable.id, a_port_id AS aPortId, b_port_id AS bPortId FROM cable JOIN port ON port.id = a_port_id
       WHERE port.kind IN ('power-port', 'power-outlet', 'power-feed')`,
  ).all();
  return portGraph(ports, cables);
}
