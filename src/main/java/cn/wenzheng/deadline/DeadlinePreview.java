package cn.wenzheng.deadline;

import cn.wenzheng.petition.Stage;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Until when a petition would have to be answered.
 *
 * @param promisedBy until when the first answer would be promised
 * @param stages each stage's limit, counted as if the stage began with the petition's arrival
 * @param explanation how the limits came about, sentence by sentence, in the reader's language
 * @param provisional true when a limit runs through a year whose holidays are not announced yet; else absent
 */
record DeadlinePreview(
        Instant promisedBy,
        List<StageDue> stages,
        List<String> explanation,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean provisional) {

    /** @param provisional true when the limit may still move; else absent */
    record StageDue(
            Stage stage,
            Instant due,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean provisional) {

        static StageDue of(Stage stage, Instant due, boolean provisional) {
            return new StageDue(stage, due, provisional ? true : null);
        }
    }
}
