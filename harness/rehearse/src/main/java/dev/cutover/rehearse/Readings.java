package dev.cutover.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cutover.rehearse.HttpCalls.Answer;
import dev.cutover.rehearse.HttpCalls.Call;
import dev.cutover.rehearse.plan.ReadingSpec;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** Asks the systems under test for single values. */
record Readings(HttpCalls http, Databases databases) {

    /**
     * What was found.
     *
     * @param answer the whole of it, if it was JSON
     */
    record Found(String text, JsonNode answer) {}

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
        if (from.at().isEmpty()) {
            return new Found(answer.body().strip(), json(answer));
        }
        JsonNode found = json(answer).at(from.at().get());
        if (found.isMissingNode()) {
            throw new IOException("nothing at %s in %s".formatted(from.at().get(), answer));
        }
        return new Found(found.isValueNode() ? found.asText() : found.toString(), json(answer));
    }

    /** What is no JSON has nothing anywhere. */
    private static JsonNode json(Answer answer) {
        try {
            return answer.json();
        } catch (StepFailure e) {
            return MissingNode.getInstance();
        }
    }

    private Found sql(ReadingSpec.Sql from, Values values, Duration limit) throws SQLException, StepFailure {
        try (Databases.Database database = databases.connect(from.component(), from.database())) {
            database.within(limit);
            String text = database.text(values.inSql(from.sql()));
            return new Found(text == null ? "" : text, MissingNode.getInstance());
        }
    }
}
