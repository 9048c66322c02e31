package dev.cutover.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierTest {
    private static final int NO_ANSWER = -1;
    private final Classifier classifier = new Classifier(DefiniteErrors.ofContract());

    @ParameterizedTest(name = "status {0} rc {1} doubt {2}: {3}, retried {5}")
    @CsvSource({
        "200,  0, false, OK,      none,              false",
        "200,  0, true,  OK,      none,              false",
        "200, 10, false, REFUSED, rc-10,             false",
        "200, 11, false, REFUSED, rc-11,             false",
        "200, 20, false, REFUSED, rc-20,             false",
        "200, 21, false, REFUSED, rc-21,             false",
        "200, 22, false, REFUSED, rc-22,             false",
        "200, 23, false, REFUSED, rc-23,             false",
        "200, 30, false, REFUSED, rc-30,             false",
        "200, 40, false, REFUSED, rc-40,             false",
        "200, 22, true,  UNKNOWN, rc-22,             false",
        "200, 99, false, UNKNOWN, rc-99,             true",
        "200, -1, false, UNKNOWN, unreadable-answer, true",
        "500, 50, false, UNKNOWN, http-500,          true",
        "503, 51, false, UNKNOWN, http-503,          true",
        "502, 52, false, UNKNOWN, http-502,          true",
        "504, 53, false, UNKNOWN, http-504,          true",
        "404, -1, false, UNKNOWN, http-404,          true",
        "500,  0, false, UNKNOWN, http-500,          true",
        "500, 22, false, UNKNOWN, http-500,          true",
        "  0, -1, false, UNKNOWN, timeout,           true",
    })
    void judges(int status, int code, boolean doubt, Outcome outcome, String cause, boolean retried) {
        Answer answer = code == NO_ANSWER ? null : new Answer(code, 1, 0, null);
        Attempt attempt = new Attempt(status, answer, Cause.TIMEOUT, (byte) 0);

        Classifier.Judgement judgement = classifier.judge(attempt, doubt);

        assertThat(judgement.outcome()).isEqualTo(outcome);
        assertThat(Cause.describe(judgement.cause())).isEqualTo(cause);
        assertThat(classifier.worthRetrying(attempt)).isEqualTo(retried);
    }

    @ParameterizedTest
    @CsvSource({
        "Request timeout to 127.0.0.1:80 after 2000 ms, timeout",
        "j.i.IOException: Premature close, connection-lost",
        "Connection refused, connect-failed",
        "Too many open files, injector",
        "Cannot assign requested address, injector"
    })
    void tellsWhyASendFailed(String message, String cause) {
        assertThat(Cause.describe(SendFailures.cause(message.toLowerCase(java.util.Locale.ROOT))))
                .isEqualTo(cause);
    }
}
