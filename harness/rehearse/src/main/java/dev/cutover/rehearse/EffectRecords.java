package dev.cutover.rehearse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutover.environment.Environment;
import dev.cutover.rehearse.plan.EffectSpec;
import dev.cutover.rehearse.plan.WiremockSpec;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of effects that no third party writes down by itself: read when the run is at rest, and saved as one line for each call. */
public record EffectRecords(Map<String, EffectSpec> effects, Environment environment, Databases databases, long seed) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long NS_PER_MS = 1_000_000;
    private static final int DONE = 200;

    /** As the third party would have written it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Line(
            long ns,
            @Nullable String operation,
            @Nullable String subject,
            @Nullable BigDecimal amount,
            int status) {}

    /** The names of those that have to be read. */
    public Set<String> read() {
        Set<String> names = new LinkedHashSet<>(effects.keySet());
        names.removeIf(name -> effects.get(name) instanceof EffectSpec.Log);
        return names;
    }

    /** Marks where journals begin, before anybody else has sent anything. */
    public void begin() throws IOException, InterruptedException {
        Set<String> journals = new LinkedHashSet<>();
        for (EffectSpec effect : effects.values()) {
            if (effect instanceof EffectSpec.Journal journal) {
                journals.add(origin(journal.wiremock()));
            }
        }
        for (String journal : journals) {
            new WiremockJournal(journal, seed).mark();
        }
    }

    /** Saves one of them, wholly or not at all. */
    public void save(String name, Path observed) throws IOException, SQLException, InterruptedException {
        EffectSpec effect = Objects.requireNonNull(effects.get(name));
        Path file = observed.resolve(effect.file(name));
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            switch (effect) {
                case EffectSpec.Log log -> throw new IllegalArgumentException(name + " is written by the third party");
                case EffectSpec.Journal journal -> save(journal.wiremock(), lines);
                case EffectSpec.Sql sql -> save(name, sql, lines);
            }
        } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private String origin(WiremockSpec spec) {
        return environment.origin(spec.component(), spec.port());
    }

    /** The journal's times are the machine's, to the millisecond; what is before and after is not concluded from them. */
    private void save(WiremockSpec spec, BufferedWriter lines) throws IOException, InterruptedException {
        long zero = System.nanoTime() - System.currentTimeMillis() * NS_PER_MS;
        new WiremockJournal(origin(spec), seed).read(entry -> {
            WiremockCall call = new WiremockCall(entry);
            if (call.matches(spec)) {
                line(
                        lines,
                        new Line(
                                zero + call.at() * NS_PER_MS,
                                call.text(spec.operation()),
                                spec.subject().map(call::text).orElse(null),
                                spec.amount().map(call::number).orElse(null),
                                call.status()));
            }
        });
    }

    private void save(String name, EffectSpec.Sql spec, BufferedWriter lines) throws IOException, SQLException {
        try (Databases.Database database = databases.connect(spec.component(), spec.database())) {
            database.freeze();
            database.read(spec.sql(), new Rows(name, lines));
        }
    }

    private static void line(BufferedWriter lines, Line line) throws IOException {
        lines.write(JSON.writeValueAsString(line));
        lines.newLine();
    }

    /** Each row is an effect that was had. */
    private static final class Rows implements Databases.Rows {
        private final String name;
        private final BufferedWriter lines;
        private List<String> labels = List.of();

        Rows(String name, BufferedWriter lines) {
            this.name = name;
            this.lines = lines;
        }

        @Override
        public void labels(List<String> found) throws IOException {
            if (!found.contains("operation")) {
                throw new IOException("effects." + name + ": expected a column operation, found "
                        + String.join(", ", found) + "; name it, as in: select ref as operation");
            }
            labels = List.copyOf(found);
        }

        @Override
        public void row(@Nullable String... values) throws IOException {
            List<@Nullable String> row = Arrays.asList(values);
            String amount = value(row, "amount");
            line(
                    lines,
                    new Line(
                            System.nanoTime(),
                            value(row, "operation"),
                            value(row, "subject"),
                            amount == null ? null : new BigDecimal(amount),
                            DONE));
        }

        private @Nullable String value(List<@Nullable String> row, String label) {
            int at = labels.indexOf(label);
            return at < 0 ? null : row.get(at);
        }
    }
}
