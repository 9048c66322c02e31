package dev.cutover.rehearse.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.environment.yaml.WrongValue;
import dev.cutover.record.run.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An operation that clients ask for.
 *
 * @param role what an acknowledged one owes: {@code append} a row, {@code register} a value, {@code transfer} a row and unchanged totals,
 *     {@code delete} that a row is gone, {@code effect} a row and one effect outside, {@code read} nothing
 * @param of the operation that made what this one is about, as of a delete the append
 * @param repeatable whether a client may send it again under the same id when it does not know the outcome; the systems must recognise it
 * @param ok answers that promise that it happened; one or more
 * @param refused answers that promise that nothing happened; any other answer, and none at all, leaves the outcome unknown
 * @param keep values of an answer in {@code ok} that later steps of the story may use, by name: a JSON pointer, or another place
 * @param asks what it asks for, as the canonical text that the systems must hold of it; in {@code observe}, {@code asked} reads it
 * @param version where answers say the version of the key: a JSON pointer, or another place; it must never go back
 * @param content where answers have what is the same whenever the version is, for whoever asks for the same: JSON pointers, or other places;
 *     of a read with a {@code version}
 * @param request what is sent; a load that the plan brings itself sends its own
 */
public record OperationSpec(
        Role role,
        Optional<String> of,
        @JsonProperty(defaultValue = "false") boolean repeatable,
        List<AnswerMatch> ok,
        List<AnswerMatch> refused,
        Map<String, Place> keep,
        Optional<Place> version,
        List<Place> content,
        Optional<String> asks,
        Optional<RequestSpec> request) {

    public OperationSpec {
        ok = List.copyOf(ok);
        refused = List.copyOf(refused);
        content = List.copyOf(content);
        keep = LoadModel.inOrder(keep);
        if (ok.isEmpty() && request.isPresent()) {
            throw WrongValue.at("must list an answer that promises success, such as [{ status: 201 }]", "ok");
        }
        for (int index = 0; index < refused.size(); index++) {
            AnswerMatch refusal = refused.get(index);
            if (ok.stream().anyMatch(refusal::overlaps)) {
                throw WrongValue.at("may be the same answer as one in 'ok'; say where they differ", "refused", index);
            }
        }
        if (!content.isEmpty() && (role != Role.READ || version.isEmpty())) {
            throw WrongValue.at("belongs to a read that has a 'version', at which it is compared", "content");
        }
        if (role == Role.DELETE && of.isEmpty()) {
            throw WrongValue.at("needs an 'of': the operation that makes what is deleted", "role");
        }
    }
}
