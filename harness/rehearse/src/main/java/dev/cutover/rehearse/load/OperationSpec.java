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
 * @param of the operation that made what this one is about
 * @param repeatable whether it may be sent again under the same id when its outcome is unknown
 * @param ok answers that promise that it happened
 * @param refused answers that promise that nothing happened; any other answer leaves the outcome unknown
 * @param keep what of an answer that is ok later steps of the story may use: names to JSON pointers
 * @param version where answers say the key's version, as a JSON pointer
 * @param request what is sent; a load that the plan brings itself sends its own
 */
public record OperationSpec(
        Role role,
        Optional<String> of,
        @JsonProperty(defaultValue = "false") boolean repeatable,
        List<AnswerMatch> ok,
        List<AnswerMatch> refused,
        Map<String, String> keep,
        Optional<String> version,
        Optional<RequestSpec> request) {

    public OperationSpec {
        ok = List.copyOf(ok);
        refused = List.copyOf(refused);
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
        keep.forEach((name, pointer) -> AnswerMatch.requirePointer(pointer, "keep", name));
        version.ifPresent(pointer -> AnswerMatch.requirePointer(pointer, "version"));
        if (role == Role.DELETE && of.isEmpty()) {
            throw WrongValue.at("needs an 'of': the operation that makes what is deleted", "role");
        }
    }
}
