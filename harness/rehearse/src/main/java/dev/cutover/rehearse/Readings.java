package dev.cutover.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.rehearse.HttpCalls.Answer;
import dev.cutover.rehearse.HttpCalls.Call;
import dev.cutover.rehearse.load.Look;
import dev.cutover.rehearse.load.Received;
import dev.cutover.rehearse.plan.ReadingSpec;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the systems under test for single values. */
record Readings(HttpCalls http, Databases databases) {

    private static final Duration A_MOMENT = Duration.ofMillis(400);

    /**
     * What was found.
     *
     * @param answer the whole of it; of a query nothing
     */
    record Found(String text, Received answer) {}

    /** A number, asked for once and not for long; null where nobody says one: who is down by plan has none. */
    @Nullable
    Double number(ReadingSpec reading, Values values) throws InterruptedException {
        try {
            return Double.valueOf(read(reading, values, A_MOMENT).text());
        } catch (IOException | SQLException | StepFailure | RuntimeException e) {
            return null;
        }
    }

    /** Asks once; who does not answer, or with nothing that can be read, is an {@link IOException} or an {@link SQLException}. */
    Found read(ReadingSpec reading, Values values, Duration limit)
            throws IOException, SQLException, StepFailure, InterruptedException {
        return switch (reading) {
            case ReadingSpec.Http from -> http(from, values, limit);
            case ReadingSpec.Sql from -> sql(from, values, limit);
        };
    }

    private Found http(ReadingSpec.Http from, Values values, Duration limit)
            throws IOException, StepFailure, InterruptedException {
        Answer answer = http.send(new Call("get", from.endpoint(), from.headers(), ""), values, limit);
        if (answer.status() / 100 != 2) {
            throw new IOException(from.endpoint() + " answered " + answer);
        }
        Received received = answer.received();
        Optional<Look> look = from.look();
        if (look.isEmpty()) {
            return new Found(answer.body().strip(), received);
        }
        JsonNode found = look.get().in(received);
        if (found.isMissingNode()) {
            throw new IOException("nothing %s in %s".formatted(look.get(), answer));
        }
        return new Found(found.isValueNode() ? found.asText() : found.toString(), received);
    }

    private Found sql(ReadingSpec.Sql from, Values values, Duration limit) throws SQLException, StepFailure {
        try (Databases.Database database = databases.connect(from.component(), from.database())) {
            database.within(limit);
            String text = database.text(values.inSql(from.sql()));
            return new Found(text == null ? "" : text, Received.NOTHING);
        }
    }
}
