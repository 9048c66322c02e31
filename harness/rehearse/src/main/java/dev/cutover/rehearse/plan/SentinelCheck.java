package dev.cutover.rehearse.plan;

import dev.cutover.rehearse.plan.SentinelSpec.Seen;
import dev.cutover.rehearse.plan.SentinelSpec.Send;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether every sentinel has a way in and a way out that are there, and can be told from any other. */
record SentinelCheck(Plan plan, Findings found) {

    private static final String SECTION = "sentinels";
    private static final List<String> NAMES = List.of(SentinelSpec.TEXT, SentinelSpec.NUMBER);

    void check() {
        Set<String> streams = new HashSet<>();
        for (int index = 0; index < plan.sentinels().size(); index++) {
            SentinelSpec sentinel = plan.sentinels().get(index);
            if (!streams.add(sentinel.stream())) {
                found.wrong("is there twice; give each stream a name of its own", SECTION, index, "stream");
            }
            send(sentinel.send(), SECTION, index, "send");
            for (int place = 0; place < sentinel.seen().size(); place++) {
                Seen seen = sentinel.seen().get(place);
                found.database(seen.component(), seen.database(), SECTION, index, "seen", place);
                text(seen.sql(), SECTION, index, "seen", place, "sql");
            }
        }
    }

    private void send(Send send, Object... path) {
        switch (send) {
            case Send.Sql sql -> {
                found.database(sql.component(), sql.database(), path);
                text(sql.statement(), Findings.below(path, "sql"));
            }
            case Send.Kafka kafka -> {
                found.topic(kafka.component(), kafka.topic(), path);
                text(kafka.value(), Findings.below(path, "value"));
            }
        }
    }

    private void text(String text, Object... path) {
        Set<String> names = new StepText(text).names();
        if (names.isEmpty()) {
            found.wrong("must hold ${sentinel} or ${sentinel number}, or nobody could tell it from other rows", path);
        }
        names.forEach(name -> found.known(name, NAMES, "uses ${" + name + "}, which stands for nothing", path));
    }
}
