package dev.cutover.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.Outcome;
import dev.cutover.rehearse.load.OperationSpec;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {
    private static final String REQUEST = "role: append\nrequest: { post: /a }\n";

    /** Errors are 200 with a return code. */
    private static final Answers CODES = answers("""
            version: /ver
            ok: [{ status: 2xx, at: /rc, is: 0 }]
            refused: [{ status: 200, at: /rc, is: [11, 22] }]
            """);

    /** A status says it all, but for one that means two things. */
    private static final Answers STATUSES = answers("""
            ok: [{ status: 201 }, { status: 204 }]
            refused: [{ status: 404 }, { status: 409, at: /code, is: closed }, { status: 410, at: /code }]
            """);

    @ParameterizedTest(name = "status {0} body {1} doubt {2}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            200 | {"rc":0}       | false | OK      | none
            201 | {"rc":0}       | true  | OK      | none
            200 | {"rc":11}      | false | REFUSED | rc-11
            200 | {"rc":22}      | false | REFUSED | rc-22
            200 | {"rc":22}      | true  | UNKNOWN | rc-22
            201 | {"rc":22}      | false | UNKNOWN | rc-22
            200 | {"rc":99}      | false | UNKNOWN | rc-99
            200 | {"rc":"OK"}    | false | UNKNOWN | unreadable-answer
            200 | {}             | false | UNKNOWN | unreadable-answer
            200 | <html>         | false | UNKNOWN | unreadable-answer
            200 |                | false | UNKNOWN | unreadable-answer
            500 | {"rc":50}      | false | UNKNOWN | http-500
            500 | {"rc":0}       | false | UNKNOWN | http-500
            500 | {"rc":22}      | false | UNKNOWN | http-500
            404 |                | false | UNKNOWN | http-404
            0   |                | false | UNKNOWN | timeout
            """)
    void by_a_code_in_the_body(int status, @Nullable String body, boolean doubt, Outcome outcome, String cause) {
        judges(CODES, status, body, doubt, outcome, cause);
    }

    @ParameterizedTest(name = "status {0} body {1} doubt {2}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            201 |                   | false | OK      | none
            204 |                   | true  | OK      | none
            200 |                   | false | UNKNOWN | http-200
            404 |                   | false | REFUSED | http-404
            404 |                   | true  | UNKNOWN | http-404
            409 | {"code":"closed"} | false | REFUSED | http-409
            409 | {"code":"busy"}   | false | UNKNOWN | http-409
            409 |                   | false | UNKNOWN | http-409
            410 | {"code":17}       | false | REFUSED | rc-17
            410 | {"code":null}     | false | UNKNOWN | http-410
            302 |                   | false | UNKNOWN | http-302
            0   |                   | false | UNKNOWN | timeout
            """)
    void by_the_status(int status, @Nullable String body, boolean doubt, Outcome outcome, String cause) {
        judges(STATUSES, status, body, doubt, outcome, cause);
    }

    @Test
    void nobody_looks_into_a_body_that_says_nothing() {
        assertThat(answers("ok: [{ status: 201 }]").lookInside()).isFalse();
        assertThat(STATUSES.lookInside()).isTrue();
        assertThat(answers("ok: [{ status: 201 }]\nversion: /v").lookInside()).isTrue();
    }

    @Test
    void the_version_is_what_stands_there() {
        assertThat(CODES.version(Answers.json("{\"ver\":12}".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(12);
        assertThat(CODES.version(Answers.json(null))).isZero();
    }

    private static void judges(
            Answers answers, int status, @Nullable String body, boolean doubt, Outcome outcome, String cause) {
        JsonNode json = Answers.json(body == null ? null : body.getBytes(StandardCharsets.UTF_8));
        Judgement judgement = answers.judge(new Attempt(status, json, Cause.TIMEOUT, (byte) 0));

        assertThat(doubt ? judgement.doubted() : judgement)
                .returns(outcome, Judgement::outcome)
                .returns(cause, one -> Cause.describe(one.cause()));
    }

    private static Answers answers(String rules) {
        return new Answers(YamlFile.parse("operation", REQUEST + rules).bind(OperationSpec.class));
    }

    @ParameterizedTest
    @CsvSource({
        "Request timeout to 127.0.0.1:80 after 2000 ms, timeout",
        "j.i.IOException: Premature close, connection-lost",
        "Connection refused, connect-failed",
        "Too many open files, injector",
        "Cannot assign requested address, injector"
    })
    void tells_why_a_send_failed(String message, String cause) {
        assertThat(Cause.describe(SendFailures.cause(message.toLowerCase(Locale.ROOT))))
                .isEqualTo(cause);
    }
}
