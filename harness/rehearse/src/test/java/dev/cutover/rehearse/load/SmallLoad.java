package dev.cutover.rehearse.load;

import dev.cutover.environment.yaml.YamlFile;

/** Loads to test with: notes that are added to an account, shown and dropped. */
public final class SmallLoad {
    private static final String NOTES = """
            target: client->bridge
            operations-per-second: 1
            at-most: 10 s
            warm-up: show
            operations:
              add:
                role: append
                repeatable: true
                ok: [{ status: 201 }]
                refused: [{ status: 404 }, { status: 409, at: /code, is: closed }]
                keep: { note: /id }
                request: { post: '/a/${key}/notes', headers: { Idempotency-Key: '${id uuid}' }, body: '{"ref":"${id}","text":"${text 20}"}' }
              drop: { role: delete, of: add, ok: [{ status: 204 }], request: { delete: '/a/${key}/notes/${note}' } }
              show: { role: read, version: /version, ok: [{ status: 200 }], request: { get: '/a/${key}?of=${who}' } }
            draw: { who: { one-of: [me, you] }, other: { one-of: [me, you], not: who } }
            stories:
              - { weight: 3, steps: [show, add] }
              - { weight: 1, keys: cold, steps: [{ do: show, with: { who: '${other}' }, keep: { seen: /name } }, add, drop] }
            """;

    private SmallLoad() {}

    public static LoadModel load() {
        return load("", "");
    }

    /** With one text replaced. */
    public static LoadModel load(String text, String other) {
        return YamlFile.parse("load", text.isEmpty() ? NOTES : NOTES.replace(text, other))
                .bind(LoadModel.class);
    }
}
