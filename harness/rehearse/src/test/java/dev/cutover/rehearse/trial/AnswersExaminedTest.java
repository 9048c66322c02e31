package dev.cutover.rehearse.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.rehearse.trial.Trial.Result;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What answers are is told in words, and what else they can be looked at by")
class AnswersExaminedTest extends Examined {

    @Test
    void an_answer_that_is_not_as_ok_says_is_told_with_its_request_and_line() throws Exception {
        otherwise.put("show", new Asked.Answer(200, "{\"rc\": 7, \"text\": \"" + "long".repeat(100) + "\"}", "old"));

        examine(TinyPlan.PLAN);

        assertThat(wrong("operation show on old").found())
                .startsWith("GET /a/")
                .contains("status 200 and {\"rc\": 7", " …; ok wants 0 at /rc, where there is 7");
        assertThat(wrong("operation show on old").at()).endsWith("plan.yaml:" + line("show:"));
    }

    @Test
    void what_an_answer_lacks_is_named_and_what_needs_it_is_not_tried() throws Exception {
        otherwise.put("add", new Asked.Answer(201, "{}", "old"));

        examine(TinyPlan.PLAN);

        assertThat(wrong("values of add on old").found()).isEqualTo("keep.note looks at /ref, where there is nothing");
        assertThat(trial("operation drop on old").result()).isEqualTo(Result.NOT_TRIED);
        assertThat(trial("operation drop on old").found()).contains("${note}");
    }

    @Test
    void content_that_is_compared_must_be_there() throws Exception {
        otherwise.put("show", new Asked.Answer(200, "{\"rc\": 0, \"version\": 1, \"text\": null}", "old"));

        examine(TinyPlan.PLAN.replaceFirst(
                "( *)role: read\n", "$1role: read\n$1version: /version\n$1content: [/text, /txet]\n"));

        assertThat(wrong("values of show on old").found()).isEqualTo("content looks at /txet, where there is nothing");
    }

    @Test
    void an_answer_that_is_no_json_is_told_by_what_it_can_be_looked_at() throws Exception {
        otherwise.put("show", new Asked.Answer(200, "all is well", "old"));
        otherwise.put("add", new Asked.Answer(201, "ref=none", "old"));

        examine(TinyPlan.PLAN.replace("keep: { note: /ref }", "keep: { note: { body: 'ref=([0-9]+)' } }"));

        assertThat(wrong("operation show on old").found())
                .contains(
                        "all is well; ok wants 0 at /rc, where there is no JSON; what is none is looked at by 'body', a regular expression, or 'header'");
        assertThat(wrong("values of add on old").found())
                .isEqualTo("keep.note looks by 'ref=([0-9]+)' in the body, where there is nothing");
    }

    @Test
    void a_header_that_is_not_as_ok_says_is_told() throws Exception {
        otherwise.put("show", new Asked.Answer(500, "", "old", Map.of("x-result", "busy")));

        examine(TinyPlan.PLAN.replace("{ status: 200, at: /rc, is: 0 }", "{ status: 5xx, header: X-Result, is: OK }"));

        assertThat(wrong("operation show on old").found())
                .contains("ok wants OK in header X-Result, where there is \"busy\"");
    }

    @Test
    void what_is_refused_is_tried_with_other_keys_before_it_is_wrong() throws Exception {
        otherwise.put("add", new Asked.Answer(409, "not now", "old"));

        examine(TinyPlan.PLAN);

        assertThat(wrong("operation add on old").found()).contains("refused each time", "409 and not now");
    }
}
