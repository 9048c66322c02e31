package dev.cutover.scenarios.load;

import dev.cutover.record.journal.JournalReader;
import dev.cutover.record.journal.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

record JournalSlot(
        long operation,
        int kind,
        long subject,
        int key,
        Outcome outcome,
        int attempts,
        short cause,
        byte servedBy,
        int version) {

    static List<JournalSlot> readAll(Path journal) throws IOException {
        try (JournalReader reader = JournalReader.open(journal)) {
            return LongStream.range(0, reader.size())
                    .filter(slot -> reader.outcome(slot) != Outcome.EMPTY)
                    .mapToObj(slot -> new JournalSlot(
                            reader.operationId(slot),
                            reader.kind(slot),
                            reader.subject(slot),
                            reader.key(slot),
                            reader.outcome(slot),
                            reader.attempts(slot),
                            reader.cause(slot),
                            reader.servedBy(slot),
                            reader.version(slot)))
                    .toList();
        }
    }
}
