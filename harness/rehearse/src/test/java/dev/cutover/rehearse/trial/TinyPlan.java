package dev.cutover.rehearse.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A plan of two systems that a scripted world plays. */
final class TinyPlan {

    static final String ENVIRONMENT = """
            name: tiny
            components:
              old-db: { postgres: { database: app } }
              new-db: { postgres: { database: app } }
              broker: { kafka: { module: broker, main: Broker, topics: { dead: 1 } } }
              edge: { command: [edge], ports: [http], ready: { tcp: { port: http } } }
            links:
              client->edge: edge
            """;

    static final String PLAN = """
            name: tiny
            environment: env.yaml
            keys: { range: 1..9 }
            load:
              target: client->edge
              operations-per-second: 60
              at-most: 2 min
              served-by: X-Served-By
              warm-up: show
              operations:
                add:
                  role: append
                  request: { post: '/a/${key}/notes', body: '{"ref": ${id}}' }
                  ok: [{ status: 201 }]
                  refused: [{ status: 409 }]
                  keep: { note: /ref }
                  asks: 'note of ${key}'
                drop:
                  role: delete
                  of: add
                  request: { delete: '/a/${key}/notes/${note}' }
                  ok: [{ status: 200 }]
                name:
                  role: register
                  request: { put: '/a/${key}/name', body: '{"name": "n-${id}"}' }
                  ok: [{ status: 200 }]
                show:
                  role: read
                  request: { get: '/a/${key}' }
                  ok: [{ status: 200, at: /rc, is: 0 }]
              stories:
                - { weight: 1, steps: [show, add] }
                - { weight: 1, steps: [add, drop, name] }
            control:
              within: 200 ms
              steps:
                copy: [{ in: edge, run: [copy] }]
                switch: [{ in: edge, run: [switch, '${mode}'] }]
              bootstrap: [copy]
              route: [switch]
              background: [{ every: 1 s, do: copy }]
            observe:
              old:
                component: old-db
                database: app
                applied: { notes: { of: [add], sql: notes } }
                registers: { name: names }
                entities: { account: accounts }
                totals: { sum: total }
                asked: { texts: { of: [add], sql: texts } }
                invariants: { never: nothing }
              new:
                component: new-db
                database: app
                applied: { notes: { of: [add], sql: notes } }
                registers: { name: names }
                entities: { account: accounts }
                totals: { sum: total }
                asked: { texts: { of: [add], sql: texts } }
            sentinels:
              - stream: forward
                send: { component: old-db, database: app, sql: 'send ${sentinel}' }
                seen: [{ component: new-db, database: app, sql: 'seen ${sentinel}', count: 1 }]
            phases:
              - { name: start, bootstrap: true, hold: 5 s }
              - { name: over, route: { mode: new }, hold: 5 s }
              - { name: back, rollback: true, route: { mode: old }, hold: 5 s }
            """;

    private TinyPlan() {}

    /** Writes both files and returns the plan's. */
    static Path write(Path directory, String plan) {
        try {
            Files.writeString(directory.resolve("env.yaml"), ENVIRONMENT);
            return Files.writeString(directory.resolve("plan.yaml"), plan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
