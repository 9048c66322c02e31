package dev.cutover.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.Outcome;
import dev.cutover.rehearse.load.OperationSpec;
import dev.cutover.rehearse.load.Received;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
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

    /** Not in JSON, and in part in a header. */
    private static final Answers TEXTS = answers("""
            version: { body: '<ver>([^<]*)</ver>' }
            ok: [{ status: 200, body: '<rc>0</rc>' }, { status: 202, header: x-result, is: OK }]
            refused: [{ status: 200, body: '<rc>(.*)</rc>', is: [11, 22] }, { status: 202, header: x-result, is: 7 }]
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

    @ParameterizedTest(name = "status {0} body {1} header {2}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            200 | <a><rc>0</rc></a>   |      | OK      | none
            200 | <a><rc>11</rc></a>  |      | REFUSED | rc-11
            200 | <a><rc>x</rc></a>   |      | UNKNOWN | unreadable-answer
            200 | <a><rc>99</rc></a>  |      | UNKNOWN | rc-99
            200 |                     |      | UNKNOWN | unreadable-answer
            202 |                     | OK   | OK      | none
            202 |                     | no   | UNKNOWN | unreadable-answer
            202 |                     | 7    | REFUSED | rc-7
            202 | OK                  |      | UNKNOWN | unreadable-answer
            500 | <a><rc>0</rc></a>   | OK   | UNKNOWN | http-500
            """)
    void by_a_text_or_a_header(
            int status, @Nullable String body, @Nullable String header, Outcome outcome, String cause) {
        Received received =
                Received.of(body == null ? "" : body, header == null ? Map.of() : Map.of("x-result", header));
        assertThat(TEXTS.judge(new Attempt(status, received, Cause.TIMEOUT, (byte) 0)))
                .returns(outcome, Judgement::outcome)
                .returns(cause, one -> Cause.describe(one.cause()));
    }

    @Test
    void the_version_is_what_stands_there() {
        assertThat(CODES.version(Received.of("{\"ver\":12}", Map.of()))).isEqualTo(12);
        assertThat(CODES.version(Received.NOTHING)).isZero();
        assertThat(TEXTS.version(Received.of("<ver>12</ver>", Map.of()))).isEqualTo(12);
        assertThat(TEXTS.version(Received.of("<ver>12.5</ver>", Map.of()))).isZero();
    }

    private static void judges(
            Answers answers, int status, @Nullable String body, boolean doubt, Outcome outcome, String cause) {
        Received received = Received.of(body == null ? null : body.getBytes(StandardCharsets.UTF_8), Map.of());
        Judgement judgement = answers.judge(new Attempt(status, received, Cause.TIMEOUT, (byte) 0));

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
