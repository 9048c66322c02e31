package dev.cutover.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.verdict.Result;
import dev.cutover.rehearse.plan.EvidenceForm;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** A run whose evidence has hashes in place of texts. */
class HiddenTextsTest extends ScriptedRehearsal {

    @Test
    void isJudgedAsAnyOther() throws IOException {
        world().at("comparisons", () -> {
            throw new IOException("{\"eligible\":9,\"compared\":9,\"equal\":8,\"different\":1,\"dropped\":{},"
                    + "\"samples\":[{\"old\":\"Ada\",\"new\":\"Bob\"}]}");
        });

        rehearse(ScriptedPlan.plan(EvidenceForm.HASHES));

        assertThat(report().findings()).allMatch(finding -> finding.result() == Result.PASS);
        assertThat(report().figures().comparisons()).isNotNull().satisfies(account -> {
            assertThat(account.different()).isEqualTo(1);
        });
        String old = Files.readString(run.observed().resolve("old-final.entities.order.tsv"));
        assertThat(old).matches("id\ttext\n1\thash:[0-9a-f]{32}\n");
        assertThat(run.observed().resolve("new-final.entities.order.tsv")).hasContent(old);
        assertThat(run.observed().resolve("comparisons.json")).content().doesNotContain("Ada");
    }
}
